import type { Customer, CustomerChange } from '../../client/index.js';

/** A contact in the form. */
export interface ContactValues {
  id?: string;
  name: string;
  email: string;
  phone: string;
  title: string;
}

/** The form's fields, as typed. */
export const textFields = ['name', 'domain', 'industry', 'phone', 'street', 'postalCode', 'city', 'state', 'country', 'note'] as const;
export type TextField = (typeof textFields)[number];
export type CustomerValues = Record<TextField, string> & { lifecycle: string; contacts: ContactValues[] };

export const emptyContact = (): ContactValues => ({ name: '', email: '', phone: '', title: '' });

/** A record as form fields; an empty form for a new one. */
export function valuesOf(customer?: Customer): CustomerValues {
  const texts = Object.fromEntries(textFields.map((field) => [field, customer?.[field] ?? ''])) as Record<TextField, string>;
  const contacts = (customer?.contacts ?? []).map(({ id, name, email, phone, title }) => ({ id, name, email: email ?? '', phone: phone ?? '', title: title ?? '' }));
  return { ...texts, lifecycle: customer?.lifecycle ?? 'acquired', contacts };
}

const orNull = (text: string): string | null => text.trim() || null;

/** What the service is sent: empty fields become nothing, contacts without any text are left out. */
export function changeOf(values: CustomerValues): CustomerChange & { name: string } {
  const { contacts, lifecycle, name, ...texts } = values;
  return {
    name: name.trim(),
    ...(Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, orNull(text)])) as Omit<CustomerChange, 'name' | 'contacts' | 'lifecycle'>),
    lifecycle: lifecycle as NonNullable<CustomerChange['lifecycle']>,
    contacts: contacts
      .filter((contact) => [contact.name, contact.email, contact.phone, contact.title].some((text) => text.trim()))
      .map((contact) => ({ ...(contact.id && { id: contact.id }), name: contact.name.trim(), email: orNull(contact.email), phone: orNull(contact.phone), title: orNull(contact.title) })),
  };
}

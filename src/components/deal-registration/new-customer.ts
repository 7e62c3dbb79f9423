import type { Customer, PortalClient } from '../../client/index.js';
import type { DealValues } from './deal-values.js';

/** The new customer as the service takes it. */
export const customerOf = ({ customerName, newCustomer }: DealValues) => ({
  name: customerName.trim(),
  ...(newCustomer?.domain.trim() && { domain: newCustomer.domain.trim() }),
  ...(newCustomer?.country && { country: newCustomer.country }),
});

/** Where a problem of the new customer stands in the form. */
export const customerPointer = (pointer: string): string => (pointer === '/name' ? '/customerId' : `/customer${pointer}`);

/** Adds the customer that the form describes, if it does; what is wrong with it is then told of the form's own fields. */
export async function addCustomer(client: PortalClient, values: DealValues): Promise<Customer | undefined> {
  if (values.customerId || !values.newCustomer) return undefined;
  try {
    return await client.customers.create(customerOf(values));
  } catch (error) {
    const { fields } = error as { fields?: { pointer: string }[] };
    fields?.forEach((field) => (field.pointer = customerPointer(field.pointer)));
    throw error;
  }
}

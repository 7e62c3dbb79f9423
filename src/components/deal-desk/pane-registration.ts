import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../../client/index.js';
import { dealLines } from '../deal/deal-lines.js';
import { ownFieldWord } from '../deal/own-field.js';
import { addressLines } from '../locale/address.js';
import { facts } from '../parts/facts.js';
import { section, type PaneParts } from './pane-parts.js';

/** What the partner entered, in the form's order and the programme's words. */
export function renderRegistration(parts: PaneParts): TemplateResult {
  const { t, format, label, programme, record: { deal } } = parts;
  const fields = programme.settings.dealForm.sections.flatMap((one) => one.fields);
  const asked = fields.filter(({ key }) => deal.askedFields.includes(key)).map((field) => label(field.label));
  const others = deal.partners.filter(({ role }) => role === 'co_seller');
  return section(t('registration.title'), [
    facts([
      [t('registration.partner'), deal.partner.name],
      [t('registration.seller'), deal.member?.name],
      [t('registration.with'), format.list(others.map(({ partner, share }) => t('registration.share', { name: partner.name, share: format.percent(share / 100) })))],
      ...fields.map((field): [string, unknown] => [label(field.label), valueOf(field, parts)]),
      [t('registration.asked'), format.list(asked)],
      [t('registration.note'), deal.decisionNote],
      [t('registration.reviewer'), deal.reviewer?.name],
    ]),
    deal.lines.length > 0 ? dealLines(t, format, deal) : nothing,
  ]);
}

/** What stands elsewhere: the name above, the customer and the lines beside. */
const elsewhere = new Set(['name', 'customerId', 'lines', 'attachments']);

function valueOf(field: FormField, { format, label, record: { deal, territories } }: PaneParts): unknown {
  if (field.type === 'standard') {
    if (elsewhere.has(field.key)) return null;
    switch (field.key) {
      case 'value': return deal.value && html`<span class="number">${format.money(deal.value)}</span>`;
      case 'closeOn': return deal.closeOn && format.date(deal.closeOn);
      case 'territoryId': return territories.find(({ id }) => id === deal.territoryId)?.name;
      case 'project': return deal.project;
      case 'note': return deal.note && html`<span class="prose">${deal.note}</span>`;
      default: return null;
    }
  }
  const word = ownFieldWord(field, deal.custom[field.key], { label, format });
  return word && html`<span class="prose">${word}</span>`;
}

/** The customer, as its partner knows it. */
export function renderCustomer({ t, format, record: { review: { customer } } }: PaneParts): TemplateResult {
  if (!customer) return section(t('customer.title'), html`<p class="muted">${t('customer.none')}</p>`);
  const address = addressLines(format.locale, customer);
  return section(t('customer.title'), facts([
    [t('customer.name'), customer.name],
    [t('customer.domain'), customer.domain],
    [t('customer.taxNumber'), customer.taxNumber],
    [t('customer.address'), address.length > 0 ? address.map((line, index) => html`${index > 0 ? html`<br />` : nothing}${line}`) : null],
    [t('customer.contacts'), customer.contacts.length > 0
      ? html`<ul>${customer.contacts.map(({ name, title, email }) => html`<li>${[name, title, email].filter(Boolean).join(' · ')}</li>`)}</ul>`
      : null],
  ]));
}

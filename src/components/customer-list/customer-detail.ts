import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import { facts } from '../parts/facts.js';
import { safeUrl, safeWebsite } from '../safe-url.js';
import { addressLines } from '../locale/address.js';
import type { CustomerTranslate } from './customer-form.js';

/** A customer, whole, with its contacts. */
export function renderDetail(t: CustomerTranslate, locale: string, customer: Customer): TemplateResult {
  const { domain, phone, contacts } = customer;
  const link = (url: string | undefined, text: string | null) => text && html`<a href=${url ?? nothing} target="_blank" rel="noopener noreferrer">${text}</a>`;
  const reach = (scheme: 'mailto' | 'tel', text: string | null) => text && html`<a dir="ltr" href=${safeUrl(`${scheme}:${text}`) ?? nothing}>${text}</a>`;
  const address = addressLines(locale, customer);
  return html`
    ${facts([
      [t('field.lifecycle'), codeWord(t, 'lifecycle', customer.lifecycle)],
      [t('head.partner'), customer.account === undefined ? null : customer.partner.name],
      [t('detail.account'), customer.account?.name],
      [t('head.owner'), customer.owner?.name],
      [t('field.industry'), customer.industry],
      [t('field.domain'), link(safeWebsite(domain ?? '') ?? undefined, domain)],
      [t('field.phone'), reach('tel', phone)],
      [t('detail.address'), address.length > 0 ? address.map((line, index) => html`${index > 0 ? html`<br />` : nothing}${line}`) : null],
      [t('field.note'), customer.note && html`<span class="note">${customer.note}</span>`],
    ])}
    ${contacts.length > 0
      ? html`<h3>${t('contacts.title')}</h3>
          <ul class="people">
            ${contacts.map(({ name, title, email, phone: number }) => html`<li>
              <strong>${name}</strong> ${title ? html`<small>${title}</small>` : nothing}
              <span>${reach('mailto', email)} ${reach('tel', number)}</span>
            </li>`)}
          </ul>`
      : nothing}
  `;
}

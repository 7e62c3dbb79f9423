import { html, nothing, type TemplateResult } from 'lit';
import type { Lead, Programme } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import { countryName } from '../locale/countries.js';
import type { Formats } from '../locale/format.js';
import type { LocalText } from '../locale/local-text.js';
import { facts } from '../parts/facts.js';
import { safeUrl } from '../safe-url.js';
import { leadMark, type LeadTranslate } from './lead-marks.js';

interface ReadingParts {
  t: LeadTranslate;
  format: Formats;
  label: (text: LocalText | undefined) => string;
  programme: Programme;
  lead: Lead;
  /** What may be done with it. It stands on top, in view however long the message is. */
  steps: unknown;
}

/** A lead, whole: what was asked, by whom, and until when it must be answered. */
export function renderLead({ t, format, label, programme, lead, steps }: ReadingParts): TemplateResult {
  const { leadDecline, leadClose } = programme.settings.reasons;
  const reason = [...leadDecline, ...leadClose].find(({ code }) => code === lead.reason);
  const link = (scheme: string, text: string | null) => text && html`<a dir="ltr" href=${safeUrl(`${scheme}:${text}`) ?? nothing}>${text}</a>`;
  return html`
    <h3>${lead.subject}</h3>
    <p class="company">${lead.company} ${leadMark(t, format, lead)}</p>
    ${steps}
    ${lead.message ? html`<p class="message" dir="auto">${lead.message}</p>` : nothing}
    ${facts([
      [t('fact.contact'), lead.contact.name],
      [t('fact.email'), link('mailto', lead.contact.email)],
      [t('fact.phone'), link('tel', lead.contact.phone)],
      [t('fact.place'), [lead.city, countryName(format.locale, lead.country)].filter(Boolean).join(' · ')],
      [t('fact.value'), lead.value && html`<span class="number">${format.money(lead.value, 'whole')}</span>`],
      [t('fact.source'), lead.source],
      [t('fact.partner'), lead.offers && lead.partner?.name],
      [t('fact.member'), lead.member?.name],
      [t('fact.due'), lead.state === 'offered' && lead.answerDueAt ? format.dateTime(lead.answerDueAt) : null],
      [t('fact.reason'), [reason && label(reason.label), lead.reasonNote].filter(Boolean).join(' · ')],
    ])}
    ${lead.offers && lead.offers.length > 0
      ? html`<h4>${t('offers.title')}</h4>
          <ol class="offers">
            ${lead.offers.map((offer) => html`<li>
              <span>${offer.partner.name} · ${offer.outcome ? codeWord(t, 'outcome', offer.outcome) : t('outcome.open')}</span>
              <time datetime=${offer.offeredAt} title=${format.dateTime(offer.offeredAt)}>${format.relativeDay(offer.offeredAt)}</time>
            </li>`)}
          </ol>`
      : nothing}
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Deal, HistoryEntry, Programme } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import type { LocalText } from '../locale/local-text.js';
import { facts } from '../parts/facts.js';
import { protectionBar, reviewMark, stageWord, type DealTranslate } from './deal-marks.js';

interface DetailParts {
  t: DealTranslate;
  format: Formats;
  label: (text: LocalText | undefined) => string;
  programme: Programme;
  deal: Deal;
  /** Newest first; undefined until it is loaded. */
  history: readonly HistoryEntry[] | undefined;
}

/** A deal, whole: where it stands on its three axes, what it is about, and what happened to it. */
export function renderDetail({ t, format, label, programme, deal, history }: DetailParts): TemplateResult {
  const { settings } = programme;
  const date = (day: string | null) => day && format.date(day);
  const reason = [...settings.reasons.dealReject, ...settings.reasons.dealLost].find(({ code }) => code === (deal.decisionReason ?? deal.stageReason));
  return html`
    <p class="axes">${reviewMark(t, deal.review)} <span>${stageWord(t, settings, label, deal.stage)}</span> ${deal.protection.state === 'none' ? nothing : protectionBar(t, deal)}</p>
    ${facts([
      [t('detail.customer'), deal.customer?.name],
      [t('detail.partner'), deal.partner.name],
      [t('detail.seller'), deal.member?.name],
      [t('detail.account'), deal.account?.name],
      [t('detail.value'), deal.value && html`<span class="number">${format.money(deal.value)}</span>`],
      [t('detail.closeOn'), date(deal.closeOn)],
      [t('detail.closedOn'), date(deal.closedOn)],
      [t('detail.submitted'), deal.submittedAt && format.dateTime(deal.submittedAt)],
      [t('detail.due'), deal.review === 'submitted' || deal.review === 'in_review' ? date(deal.reviewDueOn) : null],
      [t('detail.protection'), date(deal.protection.endsOn)],
      [t('detail.confirmed'), date(deal.winConfirmedAt)],
      [t('detail.reason'), reason && label(reason.label)],
      [t('detail.decision'), deal.decisionNote],
      ...customFacts(deal, programme, label, format),
      [t('detail.note'), deal.note],
    ])}
    ${deal.lines.length > 0 ? renderLines(t, format, deal) : nothing}
    ${history && history.length > 0 ? renderHistory(t, format, history) : nothing}
  `;
}

/** The programme's own fields, in its order and words. */
function customFacts({ custom }: Deal, { settings }: Programme, label: DetailParts['label'], format: Formats): [string, unknown][] {
  return settings.dealForm.sections.flatMap(({ fields }) => fields)
    .filter(({ key, type }) => type !== 'standard' && custom[key] !== undefined && custom[key] !== null)
    .map((field): [string, unknown] => {
      const value = custom[field.key];
      const word = (one: unknown) => label(field.options?.find((option) => option.value === one)?.label) || String(one);
      switch (field.type) {
        case 'choice': return [label(field.label), word(value)];
        case 'multi_choice': return [label(field.label), (value as unknown[]).map(word).join(', ')];
        case 'consent': return [label(field.label), value ? '✓' : null];
        case 'date': return [label(field.label), format.date(String(value))];
        case 'money': return [label(field.label), format.money(value as { amount: number; currency: string })];
        case 'number': return [label(field.label), format.number(Number(value))];
        default: return [label(field.label), String(value)];
      }
    });
}

function renderLines(t: DealTranslate, format: Formats, { lines, value }: Deal): TemplateResult {
  const amount = (text: string) => format.number(Number(text), { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return html`
    <h3>${t('lines.title')}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('lines.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('lines.product')}</th>
            <th scope="col" class="number">${t('lines.quantity')}</th>
            <th scope="col" class="number">${t('lines.price')}</th>
            <th scope="col" class="number">${t('lines.amount')}${value ? html` <small>${value.currency}</small>` : nothing}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => html`<tr>
            <td>${line.product?.name ?? line.description}</td>
            <td class="number">${format.number(Number(line.quantity))}</td>
            <td class="number">${amount(line.unitPrice)}</td>
            <td class="number">${amount(line.amount)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

function renderHistory(t: DealTranslate, format: Formats, history: readonly HistoryEntry[]): TemplateResult {
  return html`
    <h3>${t('history.title')}</h3>
    <ol class="history">
      ${history.map(({ action, by, at }) => html`<li>
        <span>${t('history.entry', { action: codeWord(t, 'action', action), by: by ?? t('history.service') })}</span>
        <time datetime=${at} title=${format.dateTime(at)}>${format.relativeDay(at)}</time>
      </li>`)}
    </ol>
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Deal, Programme } from '../../client/index.js';
import { dealClocks } from '../deal/deal-clocks.js';
import { dealLines } from '../deal/deal-lines.js';
import { reviewMark, stageWord, type Label } from '../deal/deal-marks.js';
import { ownFieldWord } from '../deal/own-field.js';
import type { Formats } from '../locale/format.js';
import { button } from '../parts/button.js';
import { facts } from '../parts/facts.js';
import type { PanelTranslate } from './deal-steps.js';

export interface DetailParts {
  t: PanelTranslate;
  format: Formats;
  label: Label;
  programme: Programme;
  deal: Deal;
  isVendor: boolean;
  /** Saves one of its files. */
  save: (file: Deal['attachments'][number]) => void;
}

/** Where a deal stands: its three axes with both clocks, and what the vendor said last. */
export function renderStanding({ t, format, label, programme, deal, isVendor }: DetailParts): TemplateResult {
  const { settings } = programme;
  const reason = [...settings.reasons.dealReject, ...settings.reasons.dealLost].find(({ code }) => code === (deal.decisionReason ?? deal.stageReason));
  const said = deal.review === 'action_required' ? t('detail.asked') : deal.decisionReason ? t('detail.rejected') : t('detail.decision');
  return html`
    <p class="axes">${reviewMark(t, deal.review)} <span>${stageWord(t, settings, label, deal.stage)}</span> ${deal.value ? html`<strong>${format.money(deal.value)}</strong>` : nothing}</p>
    ${dealClocks({ t, format, programme, deal, isVendor })}
    ${deal.decisionNote || deal.decisionReason
      ? html`<p class="said-by-vendor" data-tone=${deal.review === 'action_required' ? 'warning' : nothing}><strong>${said}</strong> ${deal.decisionReason && reason ? `${label(reason.label)}. ` : ''}${deal.decisionNote}</p>`
      : nothing}
  `;
}

/** What a deal is about. */
export function renderFacts({ t, format, label, programme, deal, save }: DetailParts): TemplateResult {
  const date = (day: string | null) => day && format.date(day);
  const lost = deal.stage === 'closed_lost' ? programme.settings.reasons.dealLost.find(({ code }) => code === deal.stageReason) : undefined;
  const others = (deal.partners ?? []).filter(({ partner }) => partner.id !== deal.partner.id);
  return html`
    ${facts([
      [t('detail.customer'), deal.customer?.name],
      [t('detail.partner'), deal.partner.name],
      [t('detail.cosellers'), format.list(others.map(({ partner, share }) => `${partner.name} ${format.percent(share / 100)}`))],
      [t('detail.seller'), deal.member?.name],
      [t('detail.account'), deal.account?.name],
      [t('detail.closeOn'), date(deal.closeOn)],
      [t('detail.closedOn'), date(deal.closedOn)],
      [t('detail.reason'), lost && label(lost.label)],
      [t('detail.submitted'), deal.submittedAt && format.dateTime(deal.submittedAt)],
      [t('detail.confirmed'), date(deal.winConfirmedAt)],
      [t('detail.project'), deal.project],
      ...customFacts(deal, programme, label, format),
      [t('detail.note'), deal.note],
    ])}
    ${deal.attachments.length > 0 ? html`<h3>${t('files.title')}</h3>
      <ul>${deal.attachments.map((file) => html`<li>${button({ label: file.name, kind: 'plain', press: () => save(file) })}</li>`)}</ul>` : nothing}
    ${deal.lines.length > 0 ? html`<h3>${t('lines.title')}</h3>${dealLines(t, format, deal)}` : nothing}
  `;
}

/** The programme's own fields, in its order and words. */
const customFacts = ({ custom }: Deal, { settings }: Programme, label: Label, format: Formats): [string, unknown][] =>
  settings.dealForm.sections.flatMap(({ fields }) => fields).filter(({ type }) => type !== 'standard')
    .map((field) => [label(field.label), ownFieldWord(field, custom[field.key], { label, format })]);

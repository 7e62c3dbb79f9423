/** What the pane is made of: loaded with the first registration that is opened, and not with the queue. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { dealStyles } from '../deal/deal.styles.js';
import { codeWord } from '../locale/code-word.js';
import { words } from '../locale/catalogue.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { tableStyles } from '../parts/table.styles.js';
import { dueBar, findingMark, pendingMark, sortedFindings } from './desk-marks.js';
import { deskPaneStyles } from './desk-pane.styles.js';
import { renderCandidates, renderHistory } from './pane-account.js';
import { renderConflicts } from './pane-conflicts.js';
import { section, type DeskRecord, type PaneParts } from './pane-parts.js';
import { renderCustomer, renderRegistration } from './pane-registration.js';

export { DealConversation } from '../deal/deal-conversation.js';
export { DeskDeciding } from './desk-deciding.js';

/** What the pane and its dialogs say. */
export const paneWords = words({
  en: () => import('./pane-words/en.js'),
  de: () => import('./pane-words/de.js'),
  fr: () => import('./pane-words/fr.js'),
  es: () => import('./pane-words/es.js'),
  pt: () => import('./pane-words/pt.js'),
  ja: () => import('./pane-words/ja.js'),
  zh: () => import('./pane-words/zh.js'),
  ar: () => import('./pane-words/ar.js'),
});

/** How the pane and what opens over it look. */
export const paneStyles = [overlayStyles, tableStyles, dealStyles, deskPaneStyles];

/** Reads all that one decision needs. */
export async function readRecord(client: PortalClient, id: string): Promise<DeskRecord> {
  const [review, deal, { data: territories }] = await Promise.all([client.reviews.read(id), client.deals.read(id), territoriesOf(client)]);
  return { review, deal, territories };
}

const territories = new WeakMap<PortalClient, ReturnType<PortalClient['territories']['list']>>();

/** Only their names are needed, so once is enough; without them a registration is still worth reading. */
function territoriesOf(client: PortalClient): ReturnType<PortalClient['territories']['list']> {
  let list = territories.get(client);
  if (!list) {
    list = client.territories.list({ limit: 200 }).catch(() => (territories.delete(client), { data: [], hasMore: false, nextCursor: null }));
    territories.set(client, list);
  }
  return list;
}

interface ReadingParts extends PaneParts {
  link: (account: { id: string; name: string }) => void;
  findOther: () => void;
  /** What both sides wrote. */
  conversation: unknown;
}

/** A registration, whole: what was found first, then what was entered and what is known. */
export function renderReading(parts: ReadingParts): TemplateResult {
  const { t, format, record: { review, deal }, link, findOther, conversation } = parts;
  const mayLink = deal.actions.some(({ name, allowed }) => name === 'linkAccount' && allowed);
  return html`
    <header class="pane-head">
      <h3>${deal.name}</h3>
      <p class="marks">
        ${sortedFindings(review).map((code) => findingMark(t, code, review))} ${dueBar(t, format, deal)}
        ${deal.value ? html`<span class="number">${format.money(deal.value, 'whole')}</span>` : nothing}
      </p>
      ${deal.pendingDecision ? renderPending(parts) : nothing}
    </header>
    ${renderConflicts(parts)}
    <div class="parts">
      <div>${renderRegistration(parts)}${renderCustomer(parts)}</div>
      <div>${renderCandidates({ ...parts, link, findOther, mayLink })}${renderHistory(parts)}${section(t('talk.title'), conversation)}</div>
    </div>
  `;
}

/** A decision that waits: whose it is, and who must still agree. */
function renderPending({ t, format, record: { deal } }: PaneParts): TemplateResult {
  const { kind, appliesAt, by, rule, approvals, note } = deal.pendingDecision!;
  const what = codeWord(t, 'pending', kind);
  return html`<div class="waiting">
    <p>${pendingMark(t, format, { kind, appliesAt })}</p>
    <p>${by ? t('waits.by', { what, who: by }) : rule ? t('waits.rule', { what, rule }) : nothing} ${note ? html`<span class="prose">${note}</span>` : nothing}</p>
    ${approvals.length > 0
      ? html`<h4>${t('approvals.title')}</h4>
          <ol>
            ${approvals.map(({ member, approvedAt }) => html`<li>${approvedAt ? t('approvals.done', { name: member.name, when: format.relativeDay(approvedAt) }) : t('approvals.waits', { name: member.name })}</li>`)}
          </ol>`
      : nothing}
  </div>`;
}

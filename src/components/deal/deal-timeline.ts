import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry, Money, ProgrammeSettings } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import { button } from '../parts/button.js';
import { stageWord, type DealTranslate, type Label } from './deal-marks.js';

export interface TimelineParts {
  t: DealTranslate;
  format: Formats;
  label: Label;
  settings: ProgrammeSettings;
  /** Newest first. */
  entries: readonly HistoryEntry[];
  /** Fetches earlier ones, where there are any. */
  more?: (() => void) | undefined;
  loading?: boolean;
}

/** The verbs whose mark stands out: good, bad, waiting. */
const marks: Record<string, string> = {
  approved: 'success', win_confirmed: 'success', extension_granted: 'success', rejected: 'danger', win_refused: 'danger', extension_refused: 'danger',
  protection_expired: 'danger', action_requested: 'warning', protection_expiring: 'warning', submitted: 'active', extension_requested: 'active',
};

/** What happened to a deal, in words: who did what, what it changed from and to, and why. */
export function dealTimeline(parts: TimelineParts): TemplateResult {
  const { t, format, entries, more, loading } = parts;
  if (entries.length === 0) return html`<p class="muted">${t('timeline.empty')}</p>`;
  return html`
    <ol class="timeline" part="timeline">
      ${entries.map((entry) => html`<li class="status ${marks[entry.action] ?? 'neutral'}">
        <span class="mark"></span>
        <div>
          <p><strong>${codeWord(t, 'action', entry.action)}</strong> <span class="muted">${entry.by ?? t('timeline.service')}</span>
            <time class="muted" datetime=${entry.at} title=${format.dateTime(entry.at)}>${format.relativeDay(entry.at)}</time></p>
          ${changesOf(parts, entry).map((line) => html`<p class="muted">${line}</p>`)}
          ${entry.reason ? html`<blockquote>${reasonWord(parts, entry.reason)}</blockquote>` : nothing}
        </div>
      </li>`)}
    </ol>
    ${more ? button({ label: t('timeline.more'), kind: 'plain', busy: Boolean(loading), press: more }) : nothing}
  `;
}

/** A reason is a code of the programme's, or what somebody wrote. */
function reasonWord({ settings, label }: TimelineParts, reason: string): string {
  const { dealReject, dealLost } = settings.reasons;
  return label([...dealReject, ...dealLost].find(({ code }) => code === reason)?.label) || reason;
}

/** What the headline says already, or what only another entry explains. */
const untold = new Set(['stageReason', 'decisionReason', 'account', 'version']);

function changesOf(parts: TimelineParts, { action, changes }: HistoryEntry): string[] {
  const { t } = parts;
  // What a new record holds is what the record shows.
  if (action === 'created' || action === 'imported' || action === 'cloned') return [];
  return Object.entries(changes).flatMap(([field, { from, to }]) => {
    if (untold.has(field) || (field === 'review' && action !== 'changed')) return [];
    const name = codeWord(t, 'change', field);
    // A field of the programme's own, and what is no single value, is named and not told.
    const own = ownField(parts, field);
    const [before, after] = [valueWord(parts, field, from), valueWord(parts, field, to)];
    if (before === undefined || after === undefined) return [t('timeline.changed', { field: own || name })];
    if (before === after) return [];
    return [before === '' ? t('timeline.to', { field: own || name, to: after }) : t('timeline.from', { field: own || name, from: before, to: after || t('timeline.nothing') })];
  });
}

const ownField = ({ settings, label }: TimelineParts, field: string): string =>
  label(settings.dealForm?.sections.flatMap(({ fields }) => fields).find(({ key }) => key === field)?.label);

/** A value in words; nothing where it is empty, undefined where there are no words for it. */
function valueWord({ t, format, label, settings }: TimelineParts, field: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'stage') return stageWord(t, settings, label, String(value));
  if (field === 'review') return codeWord(t, 'review', String(value));
  if (field === 'protection') {
    const { endsOn } = value as { endsOn?: string | null };
    return endsOn ? format.date(endsOn) : '';
  }
  if (typeof value === 'object') {
    if ('amount' in value && 'currency' in value) return format.money(value as Money);
    return 'name' in value ? String(value.name) : undefined;
  }
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d(T|$)/.test(text)) return format.date(text);
  return /^[a-z]{3,4}_[0-9a-f]{32}$/.test(text) ? undefined : text;
}

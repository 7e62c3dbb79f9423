import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../parts/button.js';
import { menu } from '../parts/menu.js';
import { effectOf, refusal, spans } from './desk-decision.js';
import { decisions, type DeskDecision } from './desk-events.js';
import type { PaneParts } from './pane-parts.js';

const actionOf = { approve: 'approve', reject: 'reject', request_action: 'requestAction' } as const;
const keyOf = { approve: 'A', reject: 'R', request_action: 'M' } as const;

interface StepParts extends PaneParts {
  /** Whether keys are on, to be told in the buttons' titles. */
  keys: boolean;
  busy: string | undefined;
  begin: (decision: DeskDecision) => void;
  undo: () => void;
  startReview: () => void;
  open: (dialog: 'handOver' | 'coSell' | 'linkAccount') => void;
}

/** Why an action cannot be taken now; nothing where it can. */
function against({ t, record: { deal } }: PaneParts, name: string): string | undefined {
  const action = deal.actions.find((one) => one.name === name);
  return action?.allowed ? undefined : refusal(t, action?.reason);
}

/** Why a decision cannot be taken now: what it would meet counts too. */
export function reasonAgainst(parts: PaneParts, decision: DeskDecision): string | undefined {
  const preview = parts.record.review.previews.find(({ kind }) => kind === decision);
  return preview && !preview.allowed ? refusal(parts.t, preview.reason) : against(parts, actionOf[decision]);
}

/** What can be done with a registration: the three decisions with what they would do, and a menu of the rest. */
export function renderSteps(parts: StepParts): TemplateResult {
  const { t, record: { deal }, keys, busy, begin, undo, startReview, open } = parts;
  const rest = [
    { name: 'startReview', label: t('do.startReview'), choose: startReview },
    { name: 'handOver', label: t('do.handOver'), choose: () => open('handOver') },
    { name: 'coSell', label: t('do.coSell'), choose: () => open('coSell') },
    { name: 'linkAccount', label: t('do.linkAccount'), choose: () => open('linkAccount') },
  ].filter(({ name }) => deal.actions.some((action) => action.name === name));
  const mayUndo = deal.actions.some(({ name, allowed }) => name === 'undoDecision' && allowed);
  return html`
    <dl class="effects">
      ${decisions.map((decision) => html`<dt>${t(`do.${decision}`)}</dt><dd>${spans(effectOf(decision, parts))}</dd>`)}
    </dl>
    <div class="buttons">
      ${decisions.map((decision) => button({
        label: t(`do.${decision}`), kind: decision === 'approve' ? 'primary' : 'quiet', reason: reasonAgainst(parts, decision),
        ...(keys && { keys: keyOf[decision] }), press: () => begin(decision),
      }))}
      ${mayUndo ? button({ label: t('do.undo'), busy: busy === 'undo', press: undo }) : nothing}
      ${rest.length > 0 ? menu({ id: 'steps', label: t('more'), items: () => rest.map(({ name, ...item }) => ({ ...item, reason: against(parts, name) })) }) : nothing}
    </div>
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Conflict } from '../../client/index.js';
import { stageWord } from '../deal/deal-marks.js';
import { statusMark } from '../parts/status.js';
import { matchReasons, section, type PaneParts } from './pane-parts.js';

/** What stands in the way for certain comes first, then what wants the same, then what is most alike. */
const gravityOf = ({ certainty, overlaps, role, match }: Conflict): number =>
  (certainty === 'certain' ? 8 : 0) + (overlaps ? 4 : 0) + (role === 'incumbent' ? 2 : 0) + Math.max(0, ...match.map(({ strength }) => strength));

/** The registration and the claims it meets, side by side: who stands where, and why they are taken for one. */
export function renderConflicts(parts: PaneParts): TemplateResult | typeof nothing {
  const { t, format, label, programme, record: { review: { conflictList, customer, account }, deal } } = parts;
  if (conflictList.length === 0) return nothing;
  const conflicts = [...conflictList].sort((one, other) => gravityOf(other) - gravityOf(one));
  const stage = (code: string) => stageWord(t, programme.settings, label, code);
  const row = (head: string, own: unknown, of: (conflict: Conflict) => unknown) => html`<tr>
    <th scope="row">${head}</th>
    <td>${own}</td>
    ${conflicts.map((conflict) => html`<td>${of(conflict)}</td>`)}
  </tr>`;
  const title = t('conflicts.title', { count: conflicts.length });
  return section(title, html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="beside">
      <thead>
        <tr>
          <td></td>
          <th scope="col"><small>${t('conflicts.this')}</small>${deal.partner.name}</th>
          ${conflicts.map(({ partner, deal: claim }) => html`<th scope="col"><small>${claim.name}</small>${partner.name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row(t('conflicts.standing'), nothing, ({ role, protectedUntil }) =>
          role === 'incumbent'
            ? statusMark(protectedUntil ? t('conflicts.incumbent', { date: format.date(protectedUntil) }) : t('conflicts.protected'), 'danger')
            : statusMark(t('conflicts.claim'), 'warning'))}
        ${row(t('customer.title'), customer?.name, ({ customerName }) => customerName)}
        ${row(t('account.title'), account?.name, (conflict) =>
          html`${conflict.account.name}<br /><small>${t(conflict.certainty === 'certain' ? 'conflicts.certain' : 'conflicts.possible')}</small>`)}
        ${row(t('conflicts.why'), nothing, ({ match }) => matchReasons(t, format, match))}
        ${row(t('conflicts.overlap'), nothing, ({ overlaps }) => t(overlaps ? 'conflicts.overlaps' : 'conflicts.apart'))}
        ${row(t('conflicts.value'), deal.value && format.money(deal.value, 'whole'), ({ value }) => value && format.money(value, 'whole'))}
        ${row(t('conflicts.stage'), stage(deal.stage), (conflict) => stage(conflict.stage))}
        ${row(t('conflicts.submitted'), deal.submittedAt && format.date(deal.submittedAt), ({ submittedAt }) => submittedAt && format.date(submittedAt))}
      </tbody>
    </table>
  </div>`, 'conflicts');
}

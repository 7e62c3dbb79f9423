import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../parts/button.js';
import { statusMark } from '../parts/status.js';
import { matchReasons, section, strengthBar, type PaneParts } from './pane-parts.js';

interface AccountParts extends PaneParts {
  /** Links the customer to an account. */
  link: (account: { id: string; name: string }) => void;
  /** Looks for one that is not among the candidates. */
  findOther: () => void;
  mayLink: boolean;
}

/** Which of the vendor's accounts the customer may be, how strongly, and why. */
export function renderCandidates({ t, format, record: { review: { candidates } }, link, findOther, mayLink }: AccountParts): TemplateResult {
  return section(t('account.title'), [
    candidates.length === 0
      ? html`<p class="muted">${t('account.none')}</p>`
      : html`<ul class="candidates">
          ${candidates.map(({ account, city, country, domain, score, reasons, linked }) => html`<li>
            <div class="candidate-name"><strong>${account.name}</strong> <small>${[city, country, domain].filter(Boolean).join(' · ')}</small></div>
            ${linked
              ? statusMark(t('account.linked'), 'success')
              : mayLink ? button({ label: t('account.link', { name: account.name }), kind: 'plain', press: () => link(account) }) : nothing}
            <div class="candidate-why">${strengthBar(t, format, score)}${matchReasons(t, format, reasons)}</div>
          </li>`)}
        </ul>`,
    mayLink ? button({ label: t('account.other'), kind: 'plain', press: findOther }) : nothing,
  ]);
}

/** What this partner and others did at the account before. */
export function renderHistory({ t, format, record: { review: { history } } }: PaneParts): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  const count = (number: number) => html`<td class="number">${format.number(number)}</td>`;
  return section(t('history.title'), html`<div class="scroll" tabindex="0" role="region" aria-label=${t('history.title')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('registration.partner')}</th>
          <th scope="col" class="number">${t('history.won')}</th>
          <th scope="col" class="number">${t('history.lost')}</th>
          <th scope="col" class="number">${t('history.open')}</th>
          <th scope="col" class="number">${t('conflicts.value')}</th>
          <th scope="col">${t('history.last')}</th>
        </tr>
      </thead>
      <tbody>
        ${history.map(({ partner, won, lost, open, wonValue, lastAt }) => html`<tr>
          <td>${partner.name}</td>
          ${count(won)}${count(lost)}${count(open)}
          <td class="number">${format.money(wonValue, 'whole')}</td>
          <td>${lastAt ? format.relativeDay(lastAt) : nothing}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>`);
}

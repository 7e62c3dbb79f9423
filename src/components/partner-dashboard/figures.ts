import { html, nothing, type TemplateResult } from 'lit';
import type { Dashboard } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { icon } from '../parts/icon.js';
import { iconInfo } from '../parts/icons.js';
import type en from './en.js';

export type DashboardTranslate = TranslateWidget<typeof en>;
type Figure = Dashboard['figures'][number];

/** A figure's value in its unit. */
function say(t: DashboardTranslate, format: Formats, { unit, value }: Figure, currency: string): string {
  if (value === null) return t('figure.none');
  if (unit === 'money') return format.money({ amount: value, currency }, 'compact');
  return unit === 'ratio' ? format.percent(value) : format.number(value);
}

/** More than so many times as much is told by what there was: nobody reads 3,774 %. */
const tenfold = 10;

/** How it compares with the equal period before; a rate in points of a hundred. */
function compare(t: DashboardTranslate, format: Formats, figure: Figure, currency: string): string | undefined {
  const { unit, value, before } = figure;
  if (value === null || before === null) return undefined;
  if (value === before) return t('before.same');
  if (unit !== 'ratio' && before === 0) return t('before.new');
  const way = value > before ? 'up' : 'down';
  if (unit === 'ratio') return t(`before.points.${way}`, { count: Math.round(Math.abs(value - before) * 100) });
  if (value > before * tenfold) return t('before.was', { value: say(t, format, { ...figure, value: before }, currency) });
  return t(`before.${way}`, { change: format.percent(Math.abs(value - before) / before) });
}

/** Key figures side by side, each with what it means one press away. */
export const renderFigures = (t: DashboardTranslate, format: Formats, { figures, currency }: Dashboard): TemplateResult => html`
  <ul class="figures">
    ${figures.map((figure) => {
      const name = codeWord(t, 'figure', figure.key);
      const definition = codeWord(t, 'define', figure.key);
      const id = `define-${figure.key}`;
      return html`<li>
        <span class="term">
          ${name}<button type="button" class="button plain icon-only" aria-label=${t('define.open', { figure: name })} popovertarget=${id}>${icon(iconInfo)}</button>
          <p class="definition" id=${id} popover>${definition}</p>
        </span>
        <strong title=${figure.unit === 'money' && figure.value !== null ? format.money({ amount: figure.value, currency }) : nothing}>${say(t, format, figure, currency)}</strong>
        <small>${compare(t, format, figure, currency) ?? (figure.key.startsWith('open') ? t('now') : nothing)}</small>
      </li>`;
    })}
  </ul>
`;

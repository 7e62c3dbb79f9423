import { html, nothing, type LitElement, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ProgrammeSettings, View } from '../../client/index.js';
import { stageWord, type Label } from '../deal/deal-marks.js';
import { codeWord } from '../locale/code-word.js';
import { adoptLater } from '../parts/adopt-later.js';
import { button } from '../parts/button.js';
import { checkbox, selectField, textField } from '../parts/field.js';
import { iconX } from '../parts/icons.js';
import { dealFilterStyles } from './deal-filters.styles.js';
import { axes, isNarrowed, sorts, type Axis, type DealQuery } from './deal-query.js';
import type { ListTranslate } from './deal-steps.js';

export interface FilterParts {
  t: ListTranslate;
  label: Label;
  settings: ProgrammeSettings;
  query: DealQuery;
  views: readonly View[];
  busy: boolean;
  narrow: (change: Partial<DealQuery>) => void;
  clear: () => void;
  use: (view: View) => void;
  save: (name: string) => Promise<boolean>;
  remove: (view: View) => void;
}

/** On a phone they leave nothing beside them that could be pressed instead. */
const closeFilters = ({ currentTarget }: Event): void => (currentTarget as HTMLElement).closest<HTMLElement>('[popover]')!.hidePopover();

/** What narrows and orders the list, axis by axis, and filters kept under a name. */
export class DealFilters {
  readonly #host: ReactiveControllerHost;
  #name = '';
  #unnamed = false;

  constructor(host: ReactiveControllerHost & Pick<LitElement, 'renderRoot'>) {
    this.#host = host;
    adoptLater(host, dealFilterStyles);
  }

  render(parts: FilterParts): TemplateResult {
    const { t, query, narrow, clear, views, use, remove } = parts;
    return html`
      <div class="filters-head"><strong>${t('filter.more')}</strong>${button({ label: t('close'), icon: iconX, iconOnly: true, kind: 'plain', press: closeFilters })}</div>
      ${views.length > 0 ? html`<ul class="views" aria-label=${t('view.label')}>
        ${views.map((view) => html`<li>${button({ label: view.name, kind: 'plain', press: () => use(view) })}${button({ label: t('view.remove', { name: view.name }), icon: iconX, iconOnly: true, kind: 'plain', press: () => remove(view) })}</li>`)}
      </ul>` : nothing}
      ${selectField({
        id: 'sort', label: t('sort.label'), value: query.sort, options: sorts.map((value) => ({ value, label: t(`sort.${value}`) })), change: (sort) => narrow({ sort }),
      })}
      ${(Object.keys(axes) as Axis[]).map((axis) => html`<fieldset class="choices">
        <legend>${t(`head.${axis}`)}</legend>
        <div>${axes[axis].map((value) => checkbox({
          id: `${axis}-${value}`, label: this.#word(parts, axis, value), checked: query[axis].includes(value),
          change: (checked) => narrow({ [axis]: checked ? [...query[axis], value] : query[axis].filter((one) => one !== value) }),
        }))}</div>
      </fieldset>`)}
      ${isNarrowed(query) ? button({ label: t('filter.clear'), kind: 'plain', press: clear }) : nothing}
      <form class="save-view" novalidate @submit=${(event: Event) => void this.#save(event, parts)}>
        ${textField({ id: 'view-name', label: t('view.name'), value: this.#name, maxLength: 60, error: this.#unnamed ? t('field.required') : undefined, input: (name) => this.#type(name) })}
        ${button({ label: t('view.save'), type: 'submit', busy: parts.busy })}
      </form>
    `;
  }

  #word({ t, label, settings }: FilterParts, axis: Axis, value: string): string {
    return axis === 'stage' ? stageWord(t, settings, label, value) : codeWord(t, axis === 'review' ? 'review' : 'protected', value);
  }

  #type(name: string): void {
    this.#name = name;
    this.#unnamed = false;
    this.#host.requestUpdate();
  }

  async #save(event: Event, { save }: FilterParts): Promise<void> {
    event.preventDefault();
    this.#unnamed = !this.#name.trim();
    if (!this.#unnamed && (await save(this.#name.trim()))) this.#name = '';
    this.#host.requestUpdate();
  }
}

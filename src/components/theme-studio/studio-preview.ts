import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ProgrammeAppearance } from '../../client/index.js';
import { button } from '../parts/button.js';
import { selectField } from '../parts/field.js';
import { segmented } from '../parts/segmented.js';
import { skeletonLines } from '../parts/skeleton.js';
import { propertiesOf, setProperties, type Appearance, type Properties } from '../theme/appearance.js';
import type { StudioTranslate } from './studio-form.js';
import { schemes } from './studio-values.js';

/** Real widgets, each loaded when it is looked at. */
const widgets = {
  'deal-list': { load: () => import('../deal-list/prm-deal-list.js'), draw: () => html`<prm-deal-list></prm-deal-list>` },
  'deal-board': { load: () => import('../deal-list/prm-deal-list.js'), draw: () => html`<prm-deal-list look="board"></prm-deal-list>` },
  'lead-inbox': { load: () => import('../lead-inbox/prm-lead-inbox.js'), draw: () => html`<prm-lead-inbox></prm-lead-inbox>` },
  'deal-desk': { load: () => import('../deal-desk/prm-deal-desk.js'), draw: () => html`<prm-deal-desk></prm-deal-desk>` },
  'customer-list': { load: () => import('../customer-list/prm-customer-list.js'), draw: () => html`<prm-customer-list></prm-customer-list>` },
  'partner-dashboard': { load: () => import('../partner-dashboard/prm-partner-dashboard.js'), draw: () => html`<prm-partner-dashboard></prm-partner-dashboard>` },
} as const;
type WidgetName = keyof typeof widgets;
type Width = 'phone' | 'desk';

/** Every variable at nothing: what the page or the programme says shall not shine through a look that leaves it out. */
const cleared = Object.fromEntries((
  ['colorPrimary', 'colorBackground', 'colorText', 'colorTextSecondary', 'colorBorder', 'colorDanger', 'colorWarning', 'colorSuccess', 'fontFamily', 'fontSizeBase',
    'fontWeightStrong', 'borderRadius', 'spacingUnit', 'rowHeight', 'shadow', 'colorScheme'] satisfies (keyof Appearance)[]
).map((name) => [name, 'initial'])) as Appearance;
const ground: Properties = [...propertiesOf(cleared), ...propertiesOf(cleared, '--prm-programme-')];

/** The widgets of this portal under another look, in both schemes: for the eye alone, so nothing in it can be pressed. */
export class StudioPreview {
  readonly #host: ReactiveControllerHost;
  #widget: WidgetName = 'deal-list';
  #width: Width = 'desk';
  readonly #ready = new Set<WidgetName>();
  #failed = false;
  /** The address that no image came from. */
  #lost: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    void this.#load();
  }

  render(t: StudioTranslate, logo: string | undefined): TemplateResult {
    return html`
      <div class="preview-head">
        <h3>${t('preview.title')} <small>${t('preview.note')}</small></h3>
        ${selectField({
          id: 'preview-widget', label: t('preview.widget'), labelHidden: true, value: this.#widget, change: (name) => this.#show(name as WidgetName),
          options: (Object.keys(widgets) as WidgetName[]).map((value) => ({ value, label: t(`widget.${value}`) })),
        })}
        ${segmented<Width>({
          name: 'preview-width', label: t('preview.width'), value: this.#width, change: (width) => this.#resize(width),
          options: [{ value: 'phone', label: t('preview.phone') }, { value: 'desk', label: t('preview.desk') }],
        })}
      </div>
      ${logo && logo === this.#lost ? html`<p role="alert">${t('logo.failed')}</p>` : nothing}
      ${this.#failed
        ? html`<p role="alert">${t('preview.failed')} ${button({ label: t('retry'), press: () => void this.#load() })}</p>`
        : html`<div class="frames ${this.#width}">${schemes.map((scheme) => html`<figure>
            <figcaption>${t(`scheme.${scheme}`)}</figcaption>
            <div class="frame ${scheme}" inert>${logo && logo !== this.#lost ? html`<img class="logo" src=${logo} alt="" referrerpolicy="no-referrer" @error=${() => this.#lose(logo)} />` : nothing}${this.#ready.has(this.#widget) ? widgets[this.#widget].draw() : skeletonLines(5)}</div>
          </figure>`)}</div>`}
    `;
  }

  /** Puts a look on the frames. `font` is the page's, for a look that names none. */
  dress(root: ParentNode, appearance: ProgrammeAppearance, font: string): void {
    const properties = [...ground, ...propertiesOf(appearance)];
    for (const frame of root.querySelectorAll<HTMLElement>('.frame')) {
      setProperties(frame, properties);
      frame.style.fontFamily = font;
    }
  }

  #show(name: WidgetName): void {
    this.#widget = name;
    void this.#load();
  }

  #lose(logo: string): void {
    this.#lost = logo;
    this.#host.requestUpdate();
  }

  #resize(width: Width): void {
    this.#width = width;
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    const name = this.#widget;
    this.#failed = false;
    this.#host.requestUpdate();
    try {
      await widgets[name].load();
      this.#ready.add(name);
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PortalClient, Programme } from '../../client/index.js';
import { words } from '../locale/catalogue.js';
import { button } from '../parts/button.js';
import { selectField } from '../parts/field.js';
import { fieldStyles } from '../parts/field.styles.js';
import { icon } from '../parts/icon.js';
import { iconCircleCheck, iconLock, iconTriangleAlert, iconUndo2 } from '../parts/icons.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { segmented } from '../parts/segmented.js';
import { skeletonFields } from '../parts/skeleton.js';
import { staleStyles } from '../parts/stale.styles.js';
import { toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import type en from './en.js';
import { codeOf, type CodeKind } from './studio-code.js';
import { studioColorsStyles } from './studio-colors.styles.js';
import { StudioEditor } from './studio-editor.js';
import { ThemeSavedEvent, ThemeSaveEvent } from './studio-events.js';
import { findingsOf, type Finding } from './studio-findings.js';
import { renderColors, renderLogo, renderShape, renderText, type StudioForm } from './studio-form.js';
import { studioPreviewStyles } from './studio-preview.styles.js';
import { StudioPreview } from './studio-preview.js';
import { appearanceIn, shownColor } from './studio-values.js';
import { themeStudioStyles } from './theme-studio.styles.js';

const beginnings = ['saved', 'default', 'slate', 'signal', 'ledger', 'clay', 'night', 'contrast'] as const;
type Beginning = (typeof beginnings)[number];

/**
 * Where a marketer gives the portal the brand's look: colours, font and shape beside the real widgets in light and dark, with
 * a word on what cannot be read. Saved to the programme by its administrators; copied as CSS or JSON by anybody.
 *
 * @element prm-theme-studio
 * @csspart widget - the whole widget
 * @csspart toolbar - title and undo
 * @csspart field - one field
 * @csspart preview - the widgets under the look
 * @fires prm-theme-save - before the look is saved; cancelable
 * @fires prm-theme-saved - after it was saved
 */
export class ThemeStudioElement extends PortalWidget<Programme, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, toolbarStyles, fieldStyles, outcomeStyles, staleStyles, studioColorsStyles, studioPreviewStyles, themeStudioStyles];

  protected override readonly words = words({
    en: () => import('./en.js'),
    de: () => import('./de.js'),
    fr: () => import('./fr.js'),
    es: () => import('./es.js'),
    pt: () => import('./pt.js'),
    ja: () => import('./ja.js'),
    zh: () => import('./zh.js'),
    ar: () => import('./ar.js'),
  });
  protected override readonly resources = ['programme'] as const;

  @state() private found: readonly string[] | undefined;
  @state() private code: CodeKind = 'css';
  #editor = new StudioEditor(this, () => this.drafts);
  readonly #preview = new StudioPreview(this);

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<Programme> {
    const programme = await client.programme.read({ signal });
    this.#editor.take(programme);
    return programme;
  }

  protected override forget(): void {
    super.forget();
    this.#editor = new StudioEditor(this, () => this.drafts);
    this.found = undefined;
  }

  protected override updated(): void {
    const outside = this.parentElement ?? (this.getRootNode() as ShadowRoot).host ?? document.body;
    this.#preview.dress(this.renderRoot, this.#editor.read.appearance, getComputedStyle(outside).fontFamily);
  }

  protected override renderSkeleton(): unknown {
    return skeletonFields();
  }

  protected override renderData(programme: Programme): unknown {
    const { t } = this;
    const { appearance, problems } = this.#editor.read;
    const findings = findingsOf(appearance);
    const form: StudioForm = {
      t, format: this.format, values: this.#editor.values, problems, findings,
      shown: (name, scheme) => shownColor(appearance, name, scheme), set: (name, text) => this.#editor.set(name, text),
    };
    return html`
      ${toolbar({ title: t('title'), actions: button({ label: t('undo'), icon: iconUndo2, disabled: !this.#editor.canUndo, press: () => this.#editor.undo() }) })}
      ${mayChange(programme) ? nothing : html`<div class="notice">${icon(iconLock)}<span>${t('readOnly')}</span></div>`}
      ${this.#editor.restored ? html`<div class="notice" role="status"><span>${t('restored')}</span></div>` : nothing}
      ${outcomeNote(t, this.outcome, () => (this.outcome = undefined))}
      ${this.#editor.isStale ? this.#renderStale() : nothing}
      <div class="studio">
        <form class="look" novalidate @submit=${(event: Event) => event.preventDefault()}>
          ${this.#renderBeginning()}
          ${renderLogo(form)}
          <section aria-labelledby="colors"><h3 id="colors">${t('part.colors')}</h3>${this.#renderSummary(findings)}${renderColors(form)}${this.#renderImage()}</section>
          <section aria-labelledby="text"><h3 id="text">${t('part.text')}</h3>${renderText(form)}</section>
          <section aria-labelledby="shape"><h3 id="shape">${t('part.shape')}</h3>${renderShape(form)}</section>
          ${this.#renderCode()}
        </form>
        <div class="preview" part="preview">${this.#preview.render(t, appearance.logo)}</div>
      </div>
      ${mayChange(programme) && this.#editor.isChanged && !this.#editor.isStale ? this.#renderSaving() : nothing}
    `;
  }

  #renderBeginning(): TemplateResult {
    const { t } = this;
    return selectField({
      id: 'begin', label: t('begin.label'), value: '', placeholder: t('choose'), change: (name) => void this.#begin(name as Beginning | ''),
      options: beginnings.map((value) => ({ value, label: t(`begin.${value}`) })),
    });
  }

  #renderSummary(findings: readonly Finding[]): TemplateResult {
    const troubled = new Set(findings.filter(({ trouble }) => trouble).map(({ name }) => name)).size;
    return html`<p class=${troubled ? 'summary trouble' : 'summary'}>${icon(troubled ? iconTriangleAlert : iconCircleCheck)}<span>${troubled ? this.t('findings.some', { count: troubled }) : this.t('findings.none')}</span></p>`;
  }

  #renderImage(): TemplateResult {
    const { t, found } = this;
    return html`<div class="field">
      <label for="image">${t('image.label')}</label>
      <input class="control" id="image" type="file" accept="image/*" aria-describedby="image-help" @change=${this.#readImage} />
      <small id="image-help">${t('image.help')}</small>
      ${found === undefined ? nothing : found.length === 0
        ? html`<p role="alert">${t('image.none')}</p>`
        : html`<div class="swatches" role="group" aria-label=${t('image.found')}>${found.map((color) => html`<button
            type="button" class="swatch" data-color=${color} title=${color} aria-label=${t('image.use', { color })} @click=${() => this.#editor.set('colorPrimary.light', color)}
          ></button>`)}</div>`}
    </div>`;
  }

  #renderCode(): TemplateResult {
    const { t, code } = this;
    return html`<details class="code">
      <summary>${t('code.title')}</summary>
      <div class="code-head">
        ${segmented<CodeKind>({ name: 'code', label: t('code.kind'), value: code, change: (kind) => (this.code = kind), options: [{ value: 'css', label: t('code.css') }, { value: 'json', label: t('code.json') }] })}
        ${button({ label: t('code.copy'), press: () => void this.#copy() })}
      </div>
      <pre tabindex="0" role="region" aria-label=${t('code.title')}>${codeOf(code, this.#editor.read.appearance)}</pre>
    </details>`;
  }

  #renderStale(): TemplateResult {
    const { t } = this;
    return html`<div class="stale" role="alert">
      ${icon(iconTriangleAlert)}
      <div>
        <strong>${t('stale.title')}</strong>
        <p>${t('stale.text')}</p>
        <div class="buttons">${button({ label: t('stale.mine'), press: () => this.#editor.rebase() })}${button({ label: t('stale.theirs'), press: () => this.#editor.discard() })}</div>
      </div>
    </div>`;
  }

  #renderSaving(): TemplateResult {
    const { t } = this;
    return html`<div class="saving buttons">
      <small>${t('save.unsaved')}</small>
      ${button({ label: t('save.discard'), press: () => this.#editor.discard() })}
      ${button({ label: t('save'), kind: 'primary', busy: this.busy === 'save', press: () => void this.#save() })}
    </div>`;
  }

  async #begin(name: Beginning | ''): Promise<void> {
    if (!name) return;
    if (name === 'saved') this.#editor.begin(appearanceIn(this.loading.value!));
    else if (name === 'default') this.#editor.begin({});
    else {
      const loaded = await this.change('begin', () => import('../theme/themes.js'));
      if (loaded) this.#editor.begin(loaded.themes[name]);
    }
  }

  readonly #readImage = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    this.found = await import('./image-colors.js').then(({ colorsOf }) => colorsOf(file)).catch(() => []);
    await this.updateComplete;
    for (const swatch of this.renderRoot.querySelectorAll<HTMLElement>('.swatch')) swatch.style.background = swatch.dataset['color']!;
  };

  async #copy(): Promise<void> {
    const copied = await navigator.clipboard?.writeText(codeOf(this.code, this.#editor.read.appearance)).then(() => true, () => false);
    this.outcome = copied ? { tone: 'success', text: this.t('code.copied') } : { tone: 'danger', text: this.t('code.refused') };
    this.announce(this.outcome.text);
  }

  async #save(): Promise<void> {
    const { appearance, problems } = this.#editor.read;
    if (problems.size > 0) return this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (!this.dispatchEvent(new ThemeSaveEvent(appearance))) return;
    const saved = await this.change('save', (client) => this.#editor.save(client), this.t('save.done'));
    // The notice says more of it than the error does.
    if (this.#editor.isStale) this.outcome = undefined;
    if (saved) this.dispatchEvent(new ThemeSavedEvent(appearance));
  }
}

const mayChange = ({ actions }: Programme): boolean => actions.some(({ name, allowed }) => name === 'change' && allowed);

declare global {
  interface HTMLElementTagNameMap {
    'prm-theme-studio': ThemeStudioElement;
  }
}

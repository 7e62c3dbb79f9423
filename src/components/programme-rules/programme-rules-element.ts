import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PortalClient } from '../../client/index.js';
import { words } from '../locale/catalogue.js';
import { button } from '../parts/button.js';
import { fieldStyles } from '../parts/field.styles.js';
import { icon } from '../parts/icon.js';
import { iconLock } from '../parts/icons.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { skeletonFields } from '../parts/skeleton.js';
import { staleStyles } from '../parts/stale.styles.js';
import { toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import type en from './en.js';
import { programmeRulesStyles } from './programme-rules.styles.js';
import type { RulesEditor } from './rules-editor.js';
import { RulesSavedEvent, RulesSaveEvent } from './rules-events.js';
import { bookIn, loadRules, type LoadedRules } from './rules-loading.js';
import { nameIn } from './rules-names.js';
import { partSentences, ruleParts, type EditorTranslate, type RulePart, type Speech } from './rules-sentences.js';
import type { RuleVersions } from './rules-versions.js';

/**
 * How the programme decides on deals: read as plain sentences by the vendor's managers, changed by its administrators. Each
 * change is a version, and decisions remember theirs.
 *
 * @element prm-programme-rules
 * @csspart widget - the whole widget
 * @csspart toolbar - title and versions
 * @csspart dialog - the versions
 * @fires prm-rules-save - before the rules are saved; cancelable
 * @fires prm-rules-saved - after they were saved
 */
export class ProgrammeRulesElement extends PortalWidget<LoadedRules, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, toolbarStyles, fieldStyles, overlayStyles, outcomeStyles, staleStyles, programmeRulesStyles];

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
  protected override readonly resources = ['rules', 'programme'] as const;

  @state() private versions?: RuleVersions;
  #editor: RulesEditor | undefined;
  readonly #modal = new ModalDialog(this, () => (this.versions = undefined));

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<LoadedRules> {
    const loaded = await loadRules(client, signal);
    if (!mayChange(loaded)) {
      this.#editor = undefined;
      return loaded;
    }
    const { RulesEditor, editorWords } = await import('./rules-editor.js');
    await this.learn(editorWords);
    this.#editor ??= new RulesEditor(this, {
      client: () => this.client,
      drafts: () => this.drafts,
      tongue: () => ({ locale: this.locale, currency: this.programme.currency }),
      save: (name, work) => this.change(name, work, this.#editorT('save.done')),
      allow: () => this.dispatchEvent(new RulesSaveEvent()),
      saved: (version) => this.dispatchEvent(new RulesSavedEvent(version)),
      reload: async () => {
        await this.loading.run();
        // The editor says more of it.
        if ((this.outcome?.error as Error | undefined)?.name === 'PreconditionFailedError') this.outcome = undefined;
      },
    });
    this.#editor.take(loaded);
    return loaded;
  }

  protected override forget(): void {
    super.forget();
    this.#editor = undefined;
  }

  protected override renderSkeleton(): unknown {
    return skeletonFields();
  }

  protected override renderData(loaded: LoadedRules): unknown {
    const { t } = this;
    const { version, changedAt, changedBy } = loaded.record;
    const when = this.format.relativeDay(changedAt);
    return html`
      ${toolbar({
        title: t('title'),
        count: changedBy ? t('version.by', { number: version, who: changedBy, when }) : t('version', { number: version, when }),
        actions: button({ label: t('versions'), press: () => void this.#openVersions() }),
      })}
      ${this.#editor ? nothing : html`<div class="notice">${icon(iconLock)}<span>${t('readOnly')}</span></div>`}
      ${outcomeNote(t, this.outcome, () => (this.outcome = undefined))}
      ${this.#editor?.renderStale({ t: this.#editorT, format: this.format })}
      <div class="book">${ruleParts.map((part) => this.#renderPart(part, loaded))}</div>
      ${this.#editor?.renderSaving({ t: this.#editorT }, this.busy === 'save')}
      ${this.#modal.render(() => ({ title: t('versions.title'), close: t('close'), body: this.versions?.render(this.#speech(loaded)) }))}
    `;
  }

  #renderPart(part: RulePart, loaded: LoadedRules): TemplateResult {
    const { t } = this;
    const speech = this.#speech(loaded);
    const book = this.#editor?.book ?? bookIn(loaded);
    // A list of rules says each rule's own sentence beside its fields.
    const isList = this.#editor && (part === 'automatic' || part === 'approvals');
    const sentences = isList && (part === 'automatic' ? book.rules.automaticApprovals : book.rules.approvals).length > 0 ? [] : partSentences(speech, book, part);
    return html`<section class="rule-part" aria-labelledby="part-${part}">
      <div>
        <h3 id="part-${part}">${t(`part.${part}`)}</h3>
        <p class="why">${t(`why.${part}`)}</p>
      </div>
      <div class="rule-content">
        ${sentences.length > 0 ? html`<ul class="says">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : nothing}
        ${this.#editor?.renderPart(part, { ...speech, t: this.#editorT })}
      </div>
    </section>`;
  }

  /** The editor is only there once its words are. */
  get #editorT(): EditorTranslate {
    return this.t as unknown as EditorTranslate;
  }

  #speech({ names, programme }: LoadedRules): Speech {
    const { t, format, label } = this;
    return { t, format, label, currency: programme.currency, tiers: programme.settings.tiers, nameOf: (id) => this.#editor?.nameOf(id) ?? nameIn(names, id) };
  }

  async #openVersions(): Promise<void> {
    const loaded = await this.change('versions', () => import('./rules-versions.js'));
    if (!loaded) return;
    this.versions = new loaded.RuleVersions(this.client, () => this.requestUpdate());
    this.#modal.show();
  }
}

const mayChange = ({ record, programme }: LoadedRules): boolean =>
  [record, programme].every(({ actions }) => actions.some(({ name, allowed }) => name === 'change' && allowed));

declare global {
  interface HTMLElementTagNameMap {
    'prm-programme-rules': ProgrammeRulesElement;
  }
}

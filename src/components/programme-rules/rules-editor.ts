/** What an administrator changes: loaded for those who may. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { words } from '../locale/catalogue.js';
import { button } from '../parts/button.js';
import { textField } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { iconTriangleAlert } from '../parts/icons.js';
import { AccountPicker } from './account-picker.js';
import { renderPart } from './rules-form.js';
import { bookIn, type LoadedRules } from './rules-loading.js';
import { nameIn } from './rules-names.js';
import type { EditorTranslate, RulePart, Speech } from './rules-sentences.js';
import { saveBook, serviceProblems } from './rules-saving.js';
import { bookOf, changesBetween, inBoth, isChanged, laidOver, valuesOf, without, type Changes, type RuleBook, type RulesValues } from './rules-values.js';

/** What the form says beside the reader's words. */
export const editorWords = words({
  en: () => import('./editor-words/en.js'),
  de: () => import('./editor-words/de.js'),
  fr: () => import('./editor-words/fr.js'),
  es: () => import('./editor-words/es.js'),
  pt: () => import('./editor-words/pt.js'),
  ja: () => import('./editor-words/ja.js'),
  zh: () => import('./editor-words/zh.js'),
  ar: () => import('./editor-words/ar.js'),
});

type EditorSpeech = Speech & { readonly t: EditorTranslate };
type EditorHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

interface EditorGiven {
  readonly client: () => PortalClient;
  readonly drafts: () => DraftStore;
  readonly tongue: () => { locale: string; currency: string };
  /** Makes a change, and says how it ended. */
  readonly save: <Result>(name: string, work: (client: PortalClient) => Promise<Result>) => Promise<Result | undefined>;
  /** Whether the page lets the rules be saved. */
  readonly allow: () => boolean;
  readonly saved: (version: number) => void;
  /** Reads the rules again. */
  readonly reload: () => Promise<void>;
}

interface Draft {
  readonly base: RuleBook;
  readonly values: RulesValues;
  readonly note: string;
}

const draftName = 'programme-rules';

/** Which part of the form a part of the book stands in. */
const partOf = {
  automaticApprovals: 'automatic', approvals: 'approvals', protectionDays: 'protection', excludedAccountIds: 'exclusions', excludedProductIds: 'exclusions', releaseMinutes: 'secrecy',
  sampledShare: 'secrecy', undoSeconds: 'undo', conflictsNarrowedBy: 'conflicts', protection: 'protection', reviewDays: 'review', holidays: 'review', disclosure: 'secrecy',
} as const satisfies Record<string, RulePart>;

/** The form of the rules: what is typed, what of it is new, and what to do when somebody else was quicker. */
export class RulesEditor {
  readonly #host: EditorHost;
  readonly #given: EditorGiven;
  readonly #picker: AccountPicker;
  #loaded!: LoadedRules;
  /** What the form began with. */
  #base!: RuleBook;
  #values!: RulesValues;
  #note = '';
  #opened: string | undefined;
  #tried = false;
  #refused: ReadonlyMap<string, string> = new Map();
  #restored = false;

  constructor(host: EditorHost, given: EditorGiven) {
    this.#host = host;
    this.#given = given;
    this.#picker = new AccountPicker(host, given.client);
  }

  /** What the form says now. */
  get book(): RuleBook {
    return this.#read().book;
  }

  /** Takes what was loaded: into the form where nothing is typed yet, else beside it. */
  take(loaded: LoadedRules): void {
    const first = (this.#loaded as LoadedRules | undefined) === undefined;
    this.#loaded = loaded;
    const theirs = bookIn(loaded);
    const draft = first ? this.#given.drafts().read<Draft>(draftName)?.value : undefined;
    if (draft) {
      this.#base = draft.base;
      this.#values = draft.values;
      this.#note = draft.note;
      this.#restored = true;
    } else if (first || !isChanged(this.#mine)) this.#begin(theirs);
    // What they say is what stands here too: nothing to decide between.
    if (!isChanged(this.#theirs)) this.#base = theirs;
    this.#host.requestUpdate();
  }

  nameOf(id: string): string {
    return this.#picker.added.get(id) ?? nameIn(this.#loaded.names, id);
  }

  /** The fields of one part. */
  renderPart(part: RulePart, speech: EditorSpeech): unknown {
    const { problems } = this.#read();
    return renderPart(part, {
      ...speech, ...this.#given.tongue(), values: this.#values, names: this.#loaded.names, opened: this.#opened, picker: this.#picker,
      problem: (pointer) => this.#problem(speech, pointer, problems.get(pointer)),
      open: (rule) => this.#open(rule), set: (change) => this.#set(change),
    });
  }

  /** What somebody else changed meanwhile, and what to do about it. */
  renderStale({ t, format }: Pick<EditorSpeech, 't' | 'format'>): TemplateResult | typeof nothing {
    const theirs = this.#theirs;
    if (!isChanged(theirs)) {
      return this.#restored && isChanged(this.#mine) ? html`<div class="notice" role="status"><span>${t('restored')}</span></div>` : nothing;
    }
    const both = inBoth(this.#mine, theirs);
    const parts = ({ rules, settings }: Changes) => format.list([...new Set([...rules, ...settings].map((key) => t(`part.${partOf[key]}`)))]);
    return html`<div class="stale" role="alert">
      ${icon(iconTriangleAlert)}
      <div>
        <strong>${t('stale.title')}</strong>
        <p>${t('stale.who', { who: this.#loaded.record.changedBy ?? t('stale.somebody'), what: parts(theirs) })}</p>
        <p>${isChanged(both) ? t('stale.both', { what: parts(both) }) : t('stale.apart')}</p>
        <div class="buttons">
          ${isChanged(both)
            ? [button({ label: t('stale.mine'), press: () => this.#rebase(this.#mine) }), button({ label: t('stale.theirs'), press: () => this.#rebase(without(this.#mine, both)) })]
            : button({ label: t('stale.goOn'), press: () => this.#rebase(this.#mine) })}
        </div>
      </div>
    </div>`;
  }

  /** The bar that saves, once there is something to save. */
  renderSaving({ t }: Pick<EditorSpeech, 't'>, busy: boolean): TemplateResult | typeof nothing {
    if (!isChanged(this.#mine)) return nothing;
    return html`<div class="saving">
      ${textField({ id: 'note', label: t('save.note'), value: this.#note, maxLength: 300, optional: t('optional'), input: (text) => this.#set({}, text) })}
      <div class="buttons">
        <small>${t('save.unsaved')}</small>
        ${button({ label: t('save.discard'), press: () => this.#begin(bookIn(this.#loaded)) })}
        ${button({ label: t('save'), kind: 'primary', busy, press: () => void this.#save() })}
      </div>
    </div>`;
  }

  get #mine(): Changes {
    return changesBetween(this.#base, this.book);
  }

  /** What they changed, and not alike. */
  get #theirs(): Changes {
    const theirs = bookIn(this.#loaded);
    return inBoth(changesBetween(this.#base, theirs), changesBetween(this.book, theirs));
  }

  #read() {
    return bookOf(this.#values, this.#given.tongue());
  }

  #begin(book: RuleBook): void {
    this.#base = book;
    this.#values = valuesOf(book, this.#given.tongue());
    this.#note = '';
    this.#opened = undefined;
    this.#tried = this.#restored = false;
    this.#refused = new Map();
    this.#given.drafts().remove(draftName);
    this.#host.requestUpdate();
  }

  #rebase(mine: Changes): void {
    const theirs = bookIn(this.#loaded);
    const merged = laidOver(theirs, this.book, mine);
    this.#base = theirs;
    this.#set(valuesOf(merged, this.#given.tongue()));
  }

  #set(change: Partial<RulesValues>, note = this.#note): void {
    this.#values = { ...this.#values, ...change };
    this.#note = note;
    this.#refused = new Map();
    this.#given.drafts().write(draftName, { base: this.#base, values: this.#values, note } satisfies Draft);
    this.#host.requestUpdate();
  }

  #open(rule: string | undefined): void {
    this.#opened = rule;
    this.#host.requestUpdate();
    if (rule) void this.#focus('.rule-fields .control');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** What is wrong with a field: what cannot be read, once saving was tried, or what the service refused. */
  #problem({ t }: EditorSpeech, pointer: string, unreadable: 'required' | 'number' | undefined): string | undefined {
    if (unreadable && this.#tried) return t(`field.${unreadable}`);
    for (const [refused, code] of this.#refused) {
      if (refused === pointer || refused.startsWith(`${pointer}/`) || pointer.startsWith(`${refused}/`)) return serviceProblems(t, code);
    }
    return undefined;
  }

  async #save(): Promise<void> {
    this.#tried = true;
    const { book, problems } = this.#read();
    // What cannot be read may stand in a rule that is closed.
    const closed = [...problems.keys()].map((pointer) => /\/rules\/(automatic|approvals)\w*\/(\d+)/.exec(pointer)).find((match) => match);
    if (closed) this.#opened = `${closed[1]} ${closed[2]}`;
    this.#host.requestUpdate();
    if (problems.size > 0) return this.#focus('[aria-invalid="true"]');
    if (!this.#given.allow()) return;
    const { record, programme } = this.#loaded;
    const refused = new Map<string, string>();
    const saved = await this.#given.save('save', (client) => saveBook(client, { record, programme, book, changes: this.#mine, note: this.#note.trim() }, refused));
    this.#refused = refused;
    if (!saved) {
      // One of the two may be saved, or somebody else's: what stands now must be known.
      await this.#given.reload();
      return this.#focus('[aria-invalid="true"]');
    }
    this.#loaded = { ...this.#loaded, ...saved };
    this.#begin(bookIn(saved));
    this.#given.saved(saved.record.version);
  }
}

import { html, nothing, type LitElement, type ReactiveControllerHost } from 'lit';
import type { Deal, HistoryEntry, MemberRow, PortalClient, Programme } from '../../client/index.js';
import { DealConversation, type ConversationHost } from '../deal/deal-conversation.js';
import type { Label } from '../deal/deal-marks.js';
import { dealTimeline } from '../deal/deal-timeline.js';
import { dealStyles } from '../deal/deal.styles.js';
import { words } from '../locale/catalogue.js';
import { fieldSentences } from '../locale/error-sentences.js';
import type { Formats } from '../locale/format.js';
import { adoptLater } from '../parts/adopt-later.js';
import { button } from '../parts/button.js';
import { menu } from '../parts/menu.js';
import type { DialogContent, ModalDialog } from '../parts/modal-dialog.js';
import type { Outcome } from '../parts/outcome.js';
import { saveFile } from '../parts/save-file.js';
import { segmented } from '../parts/segmented.js';
import { skeletonLines } from '../parts/skeleton.js';
import { tableStyles } from '../parts/table.styles.js';
import { renderFacts, renderStanding } from './deal-detail.js';
import { DealSteppedEvent, DealStepEvent, type DealStep } from './deal-events.js';
import { dealPanelStyles } from './deal-panel.styles.js';
import { stages } from './deal-query.js';
import { fieldOfPointer, firstInput, formOf, problemsOf, takeStep, type PanelTranslate, type StepInput } from './deal-steps.js';
import { reachable, renderStep } from './step-form.js';

/** What the panel says beside the list's own words. */
export const panelWords = words({
  en: () => import('./panel-words/en.js'),
  de: () => import('./panel-words/de.js'),
  fr: () => import('./panel-words/fr.js'),
  es: () => import('./panel-words/es.js'),
  pt: () => import('./panel-words/pt.js'),
  ja: () => import('./panel-words/ja.js'),
  zh: () => import('./panel-words/zh.js'),
  ar: () => import('./panel-words/ar.js'),
});

/** What the panel is given by the list that it stands in. */
export interface PanelHost extends ConversationHost {
  t: () => PanelTranslate;
  format: () => Formats;
  locale: () => string;
  label: Label;
  programme: () => Programme;
  isVendor: () => boolean;
  busy: () => string | undefined;
  outcome: () => Outcome | undefined;
  renderOutcome: () => unknown;
  forgetOutcome: () => void;
  change: <Result>(name: string, work: (client: PortalClient) => Promise<Result>, done?: (result: Result) => string) => Promise<Result | undefined>;
  /** Opens the form with a draft, or with what was asked for. */
  openForm: (deal: Deal) => void;
  dialog: ModalDialog;
  /** Whether it is still this deal that is to be shown. */
  isWanted: (id: string) => boolean;
}

type Tab = 'facts' | 'talk' | 'timeline';
type Step = DealStep | 'change';

/** What the panel offers, the likeliest first; the rest of a deal's actions are for other places. */
const offered: readonly Step[] = [
  'submit', 'change', 'moveStage', 'requestExtension', 'approve', 'reject', 'requestAction', 'startReview', 'undoDecision', 'confirmWin', 'refuseWin',
  'grantExtension', 'refuseExtension', 'reassign', 'clone', 'withdraw',
];
/** The one step that each next best step is taken by, and what is filled in for it. */
const nextActions: Record<string, (deal: Deal) => readonly [step: Step, first?: Partial<StepInput>]> = {
  submit: () => ['submit'], answer: () => ['change'], ask_extension: () => ['requestExtension'],
  // One stage on; a win is a step of its own.
  move_stage: (deal) => ['moveStage', { stage: reachable(deal).find((stage) => stages.indexOf(stage) === stages.indexOf(deal.stage as 'prospect') + 1) ?? '' }],
  claim_win: () => ['moveStage', { stage: 'closed_won' }],
  update_close: () => ['change'], decide: () => ['approve'], confirm_win: () => ['confirmWin'], decide_extension: () => ['grantExtension'],
};
const historyPage = 20;

/** One deal in the list's dialog: where it stands, what it is about, what was said and done, and the steps that may be taken. */
export class DealPanel {
  readonly #host: ReactiveControllerHost & LitElement;
  readonly #given: PanelHost;
  readonly #talk: DealConversation;
  #deal: Deal | undefined;
  #tab: Tab = 'facts';
  #history: readonly HistoryEntry[] | undefined;
  #earlier: string | null = null;
  #members: readonly MemberRow[] = [];
  #step: DealStep | undefined;
  #input: StepInput | undefined;
  #problems: ReadonlyMap<string, string> = new Map();

  constructor(host: ReactiveControllerHost & LitElement, given: PanelHost) {
    this.#host = host;
    this.#given = given;
    this.#talk = new DealConversation(host, given);
    adoptLater(host, tableStyles, dealStyles, dealPanelStyles);
  }

  /** The deal that is shown. */
  get dealId(): string | undefined {
    return this.#deal?.id;
  }

  /** Shows a deal, or reads it again; with a step, at once what that asks. One that cannot be read again stays as it is, unless it is gone. */
  async open(id: string, step?: Step, first?: Partial<StepInput>): Promise<void> {
    const deal = await this.#given.client().deals.read(id).catch((error: Error) => {
      if (id !== this.dealId || error.name === 'NotFoundError') throw error;
    });
    if (!deal || !this.#given.isWanted(id)) return;
    if (deal.id !== this.#deal?.id) this.#tab = 'facts';
    this.#deal = deal;
    this.#talk.open(id);
    this.#host.requestUpdate();
    void this.#readHistory();
    if (step) this.#begin(step, first);
  }

  close(): void {
    this.#deal = this.#history = this.#step = undefined;
    this.#talk.close();
  }

  render(): DialogContent {
    const { t, renderOutcome } = this.#given;
    const deal = this.#deal;
    const close = t()('close');
    if (!deal) return { title: '', close, body: html`${renderOutcome()}${skeletonLines(4)}` };
    return {
      title: this.#step ? t()('step.title', { step: this.#stepWord(this.#step), name: deal.name }) : deal.name || t()('unnamed'), close,
      body: html`<div class="deal">${renderOutcome()}${this.#step ? this.#renderStep(deal, this.#step) : this.#renderDeal(deal)}</div>`,
      actions: this.#step ? this.#renderStepActions(this.#step) : this.#renderActions(deal),
    };
  }

  #renderDeal(deal: Deal) {
    const { t, format, label, programme, isVendor } = this.#given;
    const parts = { t: t(), format: format(), label, programme: programme(), deal, isVendor: isVendor(), save: (file: Deal['attachments'][number]) => void this.#given.change('file', (client) => saveFile(client, file)) };
    const tabs: Tab[] = ['facts', 'talk', 'timeline'];
    return html`
      ${renderStanding(parts)}
      ${segmented({
        name: 'deal-tab', label: t()('tab.label'), value: this.#tab, change: (tab) => this.#turn(tab),
        options: tabs.map((value) => ({ value, label: t()(`tab.${value}`), ...(value === 'talk' && this.#talk.count ? { count: format().number(this.#talk.count) } : {}) })),
      })}
      <section aria-label=${t()(`tab.${this.#tab}`)}>
        ${this.#tab === 'facts'
          ? renderFacts(parts)
          : this.#tab === 'talk'
            ? this.#talk.render({ t: t(), format: format(), closed: deal.actions.some(({ name, allowed }) => name === 'sendMessage' && !allowed) ? t()('talk.closed') : undefined })
            : this.#history
              ? dealTimeline({ ...parts, settings: parts.programme.settings, entries: this.#history, more: this.#earlier ? () => void this.#readHistory(true) : undefined })
              : html`<p class="muted">${t()('loading')}</p>`}
      </section>
    `;
  }

  #renderStep(deal: Deal, step: DealStep) {
    const { t, label, programme } = this.#given;
    return renderStep({
      t: t(), label, programme: programme(), deal, step, input: this.#input!, problems: this.#problems, members: this.#members,
      set: (change) => {
        this.#input = { ...this.#input!, ...change };
        this.#problems = new Map([...this.#problems].filter(([field]) => !(field in change)));
        this.#host.requestUpdate();
      },
    });
  }

  #renderStepActions(step: DealStep) {
    const { t, busy } = this.#given;
    return [
      button({ label: t()('back'), press: () => this.#leaveStep() }),
      button({ label: this.#stepWord(step), kind: formOf(step, this.#input!)?.danger ? 'danger' : 'primary', busy: busy() === step, press: () => void this.#take(step) }),
    ];
  }

  #stepWord = (step: DealStep): string => this.#given.t()(step === 'moveStage' && this.#input?.stage === 'closed_won' ? 'do.claimWin' : `do.${step}`);

  /** The next best step is the one primary action; another stands beside it, the rest in a menu, with why some are not possible. */
  #renderActions(deal: Deal) {
    const { t, busy } = this.#given;
    const actions = new Map(deal.actions.map((action) => [action.name, action]));
    const next = deal.nextStep ? nextActions[deal.nextStep.code]?.(deal) : undefined;
    const primary = next && actions.get(next[0])?.allowed ? next : undefined;
    const others = offered.filter((name) => actions.has(name) && name !== primary?.[0]);
    const second = others.find((name) => actions.get(name)!.allowed && name !== 'withdraw' && name !== 'clone');
    return [
      menu({
        id: 'deal-menu', label: t()('more'),
        items: () => others.filter((name) => name !== second).map((name) => {
          const { allowed, reason } = actions.get(name)!;
          return { label: t()(`do.${name}`), danger: name === 'withdraw' || name === 'reject', ...(allowed ? {} : { reason: this.#reasonWord(reason) }), choose: () => this.#begin(name) };
        }),
      }),
      second ? button({ label: t()(`do.${second}`), busy: busy() === second, press: () => this.#begin(second) }) : nothing,
      primary ? button({ label: t()(`next.${deal.nextStep!.code}` as 'next.submit'), kind: 'primary', busy: busy() === primary[0], press: () => this.#begin(...primary) }) : nothing,
    ];
  }

  #reasonWord(reason: string | undefined): string {
    const t = this.#given.t();
    return reason && t.has(`reason.${reason}`) ? t(`reason.${reason}` as 'reason.other') : t('reason.other');
  }

  #turn(tab: Tab): void {
    this.#tab = tab;
    this.#host.requestUpdate();
  }

  async #readHistory(earlier = false): Promise<void> {
    const id = this.dealId!;
    // The history is told beside: a deal without it is still worth reading.
    const page = await this.#given.client().history.list({ recordId: id, limit: historyPage, ...(earlier && { cursor: this.#earlier! }) }).catch(() => undefined);
    if (!page || id !== this.dealId) return;
    this.#history = earlier ? [...(this.#history ?? []), ...page.data] : page.data;
    this.#earlier = page.nextCursor;
    this.#host.requestUpdate();
  }

  #begin(step: Step, first?: Partial<StepInput>): void {
    const { programme, locale, dialog, openForm } = this.#given;
    const deal = this.#deal!;
    if (step === 'change') return openForm(deal);
    this.#given.forgetOutcome();
    this.#input = { ...firstInput(step, deal, programme(), locale()), ...first };
    this.#problems = new Map();
    if (!formOf(step, this.#input)) return void this.#take(step);
    this.#step = step;
    if (step === 'reassign') void this.#readMembers();
    this.#host.requestUpdate();
    void dialog.focusField();
  }

  #leaveStep(): void {
    this.#step = undefined;
    this.#given.forgetOutcome();
    this.#host.requestUpdate();
  }

  async #readMembers(): Promise<void> {
    const partnerId = this.#deal!.partner.id;
    const page = await this.#given.client().members.list({ status: ['active'], limit: 200, partnerId }).catch(() => undefined);
    this.#members = page?.data ?? [];
    this.#host.requestUpdate();
  }

  async #take(step: DealStep): Promise<void> {
    const { t, programme, locale, change, dialog, openForm } = this.#given;
    const deal = this.#deal;
    const input = this.#input;
    if (!deal || !input) return;
    const example = this.#given.format().number(12_500.5, { minimumFractionDigits: 2 });
    const sentences = { required: t()('field.required'), money: t()('field.money', { example }), days: t()('field.days'), date: t()('field.date'), future: t()('field.future') };
    this.#problems = new Map([...problemsOf(step, input, programme(), locale())].map(([field, code]) => [field, sentences[code]]));
    if (this.#problems.size > 0) return this.#showProblems();
    if (!this.#host.dispatchEvent(new DealStepEvent(deal.id, step))) return;
    const after = await change(step, (client) => takeStep(client, step, deal, input, programme(), locale()), ({ name, pendingDecision }) => t()(pendingDecision && step !== 'startReview' ? 'done.pending' : `done.${step}`, { name }));
    // Whoever looks at another deal by now stays with it.
    const isShown = deal.id === this.dealId;
    if (!after) {
      if (!isShown) return;
      const fields = fieldSentences(t(), this.#given.outcome()?.error);
      // What a draft still lacks is filled in where it is typed.
      if (step === 'submit' && fields.size > 0) return openForm(deal);
      this.#problems = new Map([...fields].flatMap(([pointer, sentence]) => { const field = fieldOfPointer(pointer, step); return field ? [[field, sentence]] : []; }));
      return this.#showProblems();
    }
    if (isShown) {
      this.#step = undefined;
      if (step === 'clone') openForm(after);
      else dialog.close();
    }
    this.#host.dispatchEvent(new DealSteppedEvent(after.id, step));
  }

  #showProblems(): void {
    this.#host.requestUpdate();
    void this.#given.dialog.focusField();
  }
}

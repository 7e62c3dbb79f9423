import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Deal } from '../../client/index.js';
import type { Catalogue, CatalogueSource } from '../locale/catalogue.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { ModalDialog, type DialogContent } from '../parts/modal-dialog.js';
import { skeletonLines } from '../parts/skeleton.js';
import { DealFormEvent } from './deal-events.js';
import type { DealPanel, PanelHost } from './deal-panel.js';
import type { PanelTranslate } from './deal-steps.js';
import type en from './en.js';

/** What it is given by the list: whatever the panel asks of it, but for what the dialog does itself. */
interface DialogGiven extends Omit<PanelHost, 't' | 'openForm' | 'dialog' | 'isWanted'> {
  t: () => TranslateWidget<typeof en>;
  learn: (words: CatalogueSource<Catalogue>) => Promise<void>;
}

/** The list's dialog: one deal, or the form with a draft, with what was asked for, or for a new deal. */
export class DealDialog {
  readonly #host: LitElement;
  readonly #given: DialogGiven;
  readonly #modal: ModalDialog;
  #panel: DealPanel | undefined;
  /** The deal that was opened last: what comes of another one comes too late. */
  #wanted: string | undefined;
  #form: { id: string | undefined; title: 'form.new' | 'form.draft' | 'form.answer' } | undefined;

  constructor(host: LitElement, given: DialogGiven) {
    this.#host = host;
    this.#given = given;
    this.#modal = new ModalDialog(host, () => {
      this.#form = undefined;
      this.#panel?.close();
    });
  }

  get isOpen(): boolean {
    return this.#modal.open;
  }

  render(): TemplateResult {
    return this.#modal.render(() => this.#content());
  }

  /** Opens a deal; with a stage, at once what moving there asks. */
  async open(id: string, stage?: string): Promise<void> {
    this.#given.forgetOutcome();
    this.#form = undefined;
    this.#wanted = id;
    this.#modal.show();
    await this.#show(id, stage);
  }

  async #show(id: string, stage?: string): Promise<void> {
    try {
      const panel = await this.#loadPanel();
      if (this.#isWanted(id)) await (stage ? panel.open(id, 'moveStage', { stage }) : panel.open(id));
    } catch (error) {
      if (!this.#isWanted(id)) return;
      await this.#given.change('open', () => Promise.reject(error as Error));
      this.#modal.close();
    }
  }

  async #loadPanel(): Promise<DealPanel> {
    const { DealPanel, panelWords } = await import('./deal-panel.js');
    await this.#given.learn(panelWords);
    return (this.#panel ??= new DealPanel(this.#host, {
      ...this.#given, t: () => this.#given.t() as unknown as PanelTranslate, openForm: (deal) => void this.openForm(deal), dialog: this.#modal, isWanted: this.#isWanted,
    }));
  }

  readonly #isWanted = (id: string): boolean => this.#modal.open && this.#wanted === id;

  /** Opens the form, unless the page shows its own. */
  async openForm(deal?: Deal): Promise<void> {
    if (!this.#host.dispatchEvent(new DealFormEvent(deal?.id))) return;
    this.#given.forgetOutcome();
    this.#wanted = undefined;
    this.#form = { id: deal?.id, title: !deal ? 'form.new' : deal.review === 'draft' ? 'form.draft' : 'form.answer' };
    this.#modal.show();
    await import('../deal-registration/prm-deal-registration.js');
  }

  /** Somebody changed deals: reads the one that is shown again. */
  refresh(): void {
    const open = this.#panel?.dealId;
    if (open && !this.#form && !this.#given.busy()) void this.#show(open);
  }

  #content(): DialogContent {
    const t = this.#given.t();
    const form = this.#form;
    if (form) return { title: t(form.title), close: t('close'), body: html`<prm-deal-registration autofocus deal-id=${form.id ?? nothing}></prm-deal-registration>` };
    return this.#panel?.render() ?? { title: '', close: t('close'), body: skeletonLines(4) };
  }
}

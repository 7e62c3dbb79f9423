import { html, nothing, type LitElement, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { button } from './button.js';
import { iconX } from './icons.js';

export interface DialogContent {
  readonly title: string;
  /** The word for closing it. */
  readonly close: string;
  readonly body: unknown;
  /** Buttons, the primary last. */
  readonly actions?: unknown;
}

/** A widget with one such dialog in its shadow root. */
type DialogHost = ReactiveControllerHost & Pick<LitElement, 'renderRoot'>;

/**
 * A native modal dialog of a widget: top layer, inert page, Escape and return of focus are the browser's. Its content is
 * rendered only while it is open. Outcomes are spoken inside it (see `announce`), for all else is inert then.
 */
export class ModalDialog implements ReactiveController {
  open = false;
  /** Asked for and not yet shown. Shown once for each asking: `open` outlasts the dialog until its close event arrives. */
  #due = false;
  readonly #host: DialogHost;
  readonly #closed: (() => void) | undefined;

  /** `closed` is called when it was closed by any road: a button, Escape, the back gesture. */
  constructor(host: DialogHost, closed?: () => void) {
    this.#host = host;
    this.#closed = closed;
    host.addController(this);
  }

  show(): void {
    this.open = this.#due = true;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#dialog?.close();
    // Not only when the browser's event arrives: it may be shown again before that.
    if (this.open) this.#afterClose();
  }

  /** Puts the focus where the next thing is typed: on the first field that is wrong, else on the first one. */
  async focusField(): Promise<void> {
    await this.#host.updateComplete;
    const body = this.#dialog?.querySelector('.dialog-body');
    (body?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? body?.querySelector<HTMLElement>('.control'))?.focus();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!this.#due || !dialog?.isConnected) return;
    this.#due = false;
    if (!dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    if (this.open) this.#afterClose();
  }

  render(content: () => DialogContent): TemplateResult {
    // The element itself stays: a dialog that is removed while open cannot give the focus back.
    return html`<dialog class="dialog" part="dialog" aria-labelledby="dialog-title" @close=${() => this.#wasClosed()}>
      ${this.open ? this.#renderContent(content()) : nothing}
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #renderContent({ title, close, body, actions }: DialogContent): TemplateResult {
    return html`
      <div class="dialog-head">
        <h2 id="dialog-title">${title}</h2>
        ${button({ label: close, icon: iconX, iconOnly: true, press: () => this.close() })}
      </div>
      <div class="dialog-body">${body}</div>
      ${actions ? html`<div class="dialog-foot">${actions}</div>` : nothing}
    `;
  }

  /** Escape, the back gesture; what `close` did is done, and what was shown again since stays. */
  #wasClosed(): void {
    if (this.open && !this.#due && !this.#dialog?.open) this.#afterClose();
  }

  #afterClose(): void {
    this.open = this.#due = false;
    this.#closed?.();
    this.#host.requestUpdate();
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Notice, NoticeKind, NoticePreferences, PortalClient } from '../../client/index.js';
import { words } from '../locale/catalogue.js';
import { codeWord } from '../locale/code-word.js';
import { button } from '../parts/button.js';
import { emptyFace, notice as noticeLine } from '../parts/faces.js';
import { checkbox } from '../parts/field.js';
import { fieldStyles } from '../parts/field.styles.js';
import { icon } from '../parts/icon.js';
import { iconArrowLeft, iconBell, iconMail } from '../parts/icons.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { giveFocusBack, noteFocus, placePopover } from '../parts/popover.js';
import { skeletonLines } from '../parts/skeleton.js';
import { PortalWidget } from '../portal-widget.js';
import type en from './en.js';
import { noticeBellStyles } from './notice-bell.styles.js';
import { NoticeOpenedEvent, NoticeOpenEvent } from './notice-events.js';
import { noticeSentence } from './notice-sentence.js';

interface Unread {
  count: number;
  records: readonly { recordId: string; count: number }[];
}

const pageSize = 20;

/**
 * A bell with the number of unread notices. It opens their list, newest first, and the choice of what also comes by e-mail.
 *
 * @element prm-notice-bell
 * @csspart widget - the whole widget
 * @csspart bell - the button
 * @csspart panel - the list that it opens
 * @fires prm-notice-open - before a notice is opened; cancelable
 * @fires prm-notice-opened - after it was marked as read: go to its record
 */
export class NoticeBellElement extends PortalWidget<Unread, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, fieldStyles, outcomeStyles, noticeBellStyles];

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
  protected override readonly resources = ['notices'] as const;
  protected override readonly early = true;

  @state() private open = false;
  @state() private notices?: readonly Notice[];
  /** Where the notices that are shown go on, if they do. */
  @state() private next: string | null = null;
  @state() private preferences?: NoticePreferences;
  #known?: number;
  #choices: Promise<void> = Promise.resolve();

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<Unread> {
    const unread = await client.notices.unread({ signal });
    if (this.open) {
      const page = await client.notices.list({ limit: Math.min(Math.max(pageSize, this.notices?.length ?? 0), 200) }, { signal });
      this.notices = page.data;
      this.next = page.nextCursor;
      void this.#keepFocus();
    }
    if (this.#known !== undefined && unread.count > this.#known) this.announce(this.#unreadWords(unread.count));
    this.#known = unread.count;
    return unread;
  }

  protected override forget(): void {
    super.forget();
    this.open = false;
    this.notices = this.#known = this.preferences = undefined;
    this.next = null;
  }

  protected override renderSkeleton(): unknown {
    return html`<span class="skeleton block"></span>`;
  }

  protected override renderData(unread: Unread): unknown {
    return html`<button class="button icon-only bell" part="bell" type="button" popovertarget="panel" aria-haspopup="dialog" title=${this.t('title')}>
        ${icon(iconBell)}
        ${unread.count > 0 ? html`<span class="badge" aria-hidden="true">${unread.count > 99 ? '99+' : this.format.number(unread.count)}</span>` : nothing}
        <span class="visually-hidden">${this.#unreadWords(unread.count)}</span>
      </button>
      <div class="panel" part="panel" id="panel" popover role="dialog" aria-label=${this.t('title')} tabindex="-1" @beforetoggle=${noteFocus} @toggle=${this.#onToggle} @keydown=${onKey}>
        ${this.open ? (this.preferences ? this.#renderPreferences(this.preferences) : this.#renderList(unread)) : nothing}
      </div>`;
  }

  #renderList({ count, records }: Unread): TemplateResult {
    const unreadOf = new Map(records.map(({ recordId, count: inRecord }) => [recordId, inRecord]));
    return html`
      <div class="head">
        <h2>${this.t('title')}</h2>
        ${count > 0 && this.notices?.length ? button({ label: this.t('mark.all'), kind: 'plain', busy: this.busy === 'all', press: () => void this.#markAll() }) : nothing}
        ${button({ label: this.t('emails.open'), icon: iconMail, iconOnly: true, busy: this.busy === 'preferences', press: () => void this.#openPreferences() })}
      </div>
      ${outcomeNote(this.t, this.outcome, () => (this.outcome = undefined))}
      ${this.notices
        ? this.notices.length > 0
          ? html`<ul>${this.notices.map((notice) => this.#renderNotice(notice, unreadOf.get(notice.recordId) ?? 0))}</ul>`
          : emptyFace({ icon: iconBell, title: this.t('empty.title'), text: this.t('empty.text') })
        : this.loading.error ? noticeLine(this.t, 'partial', () => this.refresh()) : html`<div class="foot">${skeletonLines(3)}</div>`}
      ${this.next ? html`<div class="foot">${button({ label: this.t('older'), busy: this.busy === 'older', press: () => void this.#showOlder() })}</div>` : nothing}
    `;
  }

  #renderNotice(notice: Notice, unreadInRecord: number): TemplateResult {
    const isUnread = notice.readAt === null;
    return html`<li>
      <button type="button" class=${isUnread ? 'item unread' : 'item'} data-notice=${notice.id} @click=${() => void this.#openNotice(notice)}>
        <span class="dot" aria-hidden="true"></span>
        <span class="says">${noticeSentence(this.t, notice)}</span>
        <small>
          <time datetime=${notice.at} title=${this.format.dateTime(notice.at)}>${this.format.relativeDay(notice.at)}</time>
          ${isUnread ? html` · ${this.t('unread.here', { count: Math.max(1, unreadInRecord) })}` : nothing}
        </small>
      </button>
    </li>`;
  }

  #renderPreferences({ data, address, language, emailAvailable }: NoticePreferences): TemplateResult {
    const { t } = this;
    return html`
      <div class="head">
        ${button({ label: t('back'), icon: iconArrowLeft, iconOnly: true, press: () => void this.#leavePreferences() })}
        <h2>${t('emails.title')}</h2>
      </div>
      ${outcomeNote(t, this.outcome, () => (this.outcome = undefined))}
      <div class="emails">
        <p>${emailAvailable ? t('emails.to', { address, language: new Intl.DisplayNames(this.locale, { type: 'language' }).of(language) ?? language }) : t('emails.none')}</p>
        ${emailAvailable
          ? data.map(({ kind, email }) => checkbox({ id: `email-${kind}`, label: codeWord(t, 'kind', kind), checked: email, change: (on) => this.#choose(kind, on) }))
          : nothing}
      </div>
    `;
  }

  readonly #unreadWords = (count: number): string => (count > 0 ? this.t('unread', { count }) : this.t('unread.none'));

  readonly #onToggle = async (event: ToggleEvent): Promise<void> => {
    const panel = event.currentTarget as HTMLElement;
    this.open = event.newState === 'open';
    this.preferences = this.outcome = undefined;
    if (!this.open) return giveFocusBack(panel);
    placePopover(panel);
    panel.focus();
    await this.loading.run();
    await this.updateComplete;
    if (this.open) placePopover(panel);
  };

  /** On the notice that has it, though others come in above. A directive that moves elements would cost every page more than the bell. */
  async #keepFocus(): Promise<void> {
    const id = (this.shadowRoot?.activeElement as HTMLElement | null)?.dataset['notice'];
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-notice="${id}"]`)?.focus();
  }

  async #openNotice(notice: Notice): Promise<void> {
    const told = [notice.id, notice.kind, notice.recordType, notice.recordId] as const;
    if (!this.dispatchEvent(new NoticeOpenEvent(...told))) return;
    this.renderRoot.querySelector<HTMLElement>('.panel')?.hidePopover();
    // Whoever goes to the record sees all that these tell of it.
    const [newest] = this.notices ?? [];
    if (newest) await this.change('open', (client) => client.notices.markAllRead({ recordId: notice.recordId, upTo: newest.id }));
    this.dispatchEvent(new NoticeOpenedEvent(...told));
  }

  async #markAll(): Promise<void> {
    const [newest] = this.notices ?? [];
    if (!newest) return;
    await this.change('all', (client) => client.notices.markAllRead({ upTo: newest.id }), this.t('mark.done'));
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  }

  async #showOlder(): Promise<void> {
    const { next } = this;
    if (!next) return;
    const page = await this.change('older', (client) => client.notices.list({ limit: pageSize, cursor: next }));
    if (!page) return;
    const shown = this.notices ?? [];
    this.notices = [...shown, ...page.data];
    this.next = page.nextCursor;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.item')[shown.length]?.focus();
  }

  async #openPreferences(): Promise<void> {
    this.preferences = await this.change('preferences', (client) => client.notices.preferences());
    if (!this.preferences) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  }

  async #leavePreferences(): Promise<void> {
    this.preferences = this.outcome = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  }

  /** Shown at once and saved one after another, so that quick hands lose nothing; put back where it failed. */
  #choose(kind: string, on: boolean): void {
    const show = (email: boolean): void => {
      const { preferences } = this;
      if (preferences) this.preferences = { ...preferences, data: preferences.data.map((one) => (one.kind === kind ? { kind, email } : one)) };
    };
    show(on);
    this.#choices = this.#choices.then(async () => {
      // The kinds come from the service, so it knows them, whatever this widget does.
      const email = [{ kind: kind as NoticeKind, on }];
      if (!(await this.change('choose', (client) => client.notices.changePreferences({ email }), this.t('emails.saved')))) show(!on);
    });
  }
}

/** Arrows, Home and End go from one notice to the next. */
function onKey(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.item')];
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined || items.length === 0) return;
  event.preventDefault();
  items[Math.min(to, items.length - 1)]?.focus();
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-notice-bell': NoticeBellElement;
  }
}

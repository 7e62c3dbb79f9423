import { html, nothing } from 'lit';
import type { PartnerRow } from '../../client/index.js';
import { wholeNumber } from '../locale/decimals.js';
import { button } from '../parts/button.js';
import { selectField, textField } from '../parts/field.js';
import { iconPlus, iconX } from '../parts/icons.js';
import type { DialogContent } from '../parts/modal-dialog.js';
import { skeletonLines } from '../parts/skeleton.js';
import type { DialogGiven } from './dialog-given.js';

interface Seller {
  partnerId: string;
  share: string;
}

const mostSellers = 5;

/** Names the partners that sell a deal together with the one that leads it, and their shares. */
export class CoSellDialog {
  readonly #given: DialogGiven;
  #partners: readonly PartnerRow[] | undefined;
  #sellers: readonly Seller[];
  #tried = false;

  constructor(given: DialogGiven) {
    this.#given = given;
    const others = given.record!.deal.partners.filter(({ role }) => role !== 'lead');
    this.#sellers = others.length > 0 ? others.map(({ partner, share }) => ({ partnerId: partner.id, share: String(share) })) : [{ partnerId: '', share: '' }];
    void this.#load();
  }

  content(): DialogContent {
    const { t, note, busy, close, record } = this.#given;
    return {
      title: t('coSell.title'),
      close: t('close'),
      body: [
        note(),
        html`<p>${t('coSell.text', { name: record!.deal.partner.name })}</p>`,
        this.#partners ? this.#sellers.map((seller, index) => this.#renderSeller(seller, index)) : skeletonLines(2),
        this.#sellers.length < mostSellers ? button({ label: t('coSell.add'), icon: iconPlus, press: () => this.#set([...this.#sellers, { partnerId: '', share: '' }]) }) : nothing,
        this.#tried && this.#sum > 100 ? html`<p class="field-error" role="alert">${t('coSell.sum')}</p>` : nothing,
      ],
      actions: [
        button({ label: t('cancel'), press: close }),
        button({ label: t('save'), kind: 'primary', busy: busy() === 'coSell', press: () => void this.#take() }),
      ],
    };
  }

  #renderSeller({ partnerId, share }: Seller, index: number): unknown {
    const { t, record } = this.#given;
    const taken = new Set([record!.deal.partner.id, ...this.#sellers.map((one) => one.partnerId).filter((id) => id !== partnerId)]);
    const change = (more: Partial<Seller>) => this.#set(this.#sellers.with(index, { partnerId, share, ...more }));
    return html`<div class="seller">
      ${selectField({
        id: `partner-${index}`, label: t('coSell.partner'), labelHidden: index > 0, value: partnerId, required: true, placeholder: t('choose'),
        error: this.#tried && !partnerId ? t('field.required') : undefined,
        options: this.#partners!.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, label: name })), change: (id) => change({ partnerId: id }),
      })}
      ${textField({
        id: `share-${index}`, label: t('coSell.share'), labelHidden: index > 0, value: share, required: true, inputMode: 'numeric', unit: '%', maxLength: 3,
        error: this.#tried && !isShare(share) ? t('field.number') : undefined, input: (text) => change({ share: text }),
      })}
      ${button({ label: t('coSell.remove', { number: index + 1 }), icon: iconX, iconOnly: true, press: () => this.#set(this.#sellers.toSpliced(index, 1)) })}
    </div>`;
  }

  get #sum(): number {
    return this.#sellers.reduce((sum, { share }) => sum + wholeNumber(share), 0);
  }

  #set(sellers: readonly Seller[]): void {
    this.#sellers = sellers;
    this.#given.update();
  }

  async #load(): Promise<void> {
    const { change, update, focusField } = this.#given;
    const page = await change('partners', (client) => client.partners.list({ status: 'active', limit: 200 }));
    this.#partners = page?.data ?? [];
    update();
    focusField();
  }

  async #take(): Promise<void> {
    const { t, change, record, close, update, focusField } = this.#given;
    this.#tried = true;
    update();
    if (this.#sum > 100 || this.#sellers.some(({ partnerId, share }) => !partnerId || !isShare(share))) return focusField();
    const { deal } = record!;
    const partners = this.#sellers.map(({ partnerId, share }) => ({ partnerId, share: wholeNumber(share) }));
    if (await change('coSell', (client) => client.deals.coSell(deal, { partners }), t('done.coSell', { name: deal.name }))) close();
  }
}

const isShare = (text: string): boolean => wholeNumber(text) <= 100;

import type { MemberRow } from '../../client/index.js';
import { button } from '../parts/button.js';
import type { DialogContent } from '../parts/modal-dialog.js';
import { selectField } from '../parts/field.js';
import { skeletonLines } from '../parts/skeleton.js';
import type { DialogGiven } from './dialog-given.js';

/** Gives a review to another of the vendor's people. */
export class HandOverDialog {
  readonly #given: DialogGiven;
  #members: readonly MemberRow[] | undefined;
  #memberId = '';
  #missing = false;

  constructor(given: DialogGiven) {
    this.#given = given;
    void this.#load();
  }

  content(): DialogContent {
    const { t, note, busy, close } = this.#given;
    return {
      title: t('handOver.title'),
      close: t('close'),
      body: [
        note(),
        this.#members === undefined
          ? skeletonLines(1)
          : selectField({
              id: 'member', label: t('handOver.member'), value: this.#memberId, required: true, placeholder: t('choose'), error: this.#missing ? t('field.required') : undefined,
              options: this.#members.map(({ id, name }) => ({ value: id, label: name })), change: (id) => this.#set(id),
            }),
      ],
      actions: [
        button({ label: t('cancel'), press: close }),
        button({ label: t('handOver.title'), kind: 'primary', busy: busy() === 'handOver', press: () => void this.#take() }),
      ],
    };
  }

  #set(memberId: string): void {
    this.#memberId = memberId;
    this.#missing = false;
    this.#given.update();
  }

  async #load(): Promise<void> {
    const { change, record, update, focusField } = this.#given;
    const page = await change('members', (client) => client.members.list({ role: ['programme_admin', 'channel_manager'], status: ['active', 'invited'], limit: 200 }));
    this.#members = (page?.data ?? []).filter(({ id }) => id !== record?.deal.reviewer?.id);
    update();
    focusField();
  }

  async #take(): Promise<void> {
    const { t, change, record, close, update, focusField } = this.#given;
    this.#missing = !this.#memberId;
    update();
    if (this.#missing) return focusField();
    const { deal } = record!;
    const member = this.#members!.find(({ id }) => id === this.#memberId)!;
    const taken = await change('handOver', (client) => client.deals.handOver(deal, { memberId: member.id }), t('done.handOver', { name: deal.name, member: member.name }));
    if (taken) close();
  }
}

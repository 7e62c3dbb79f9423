import { html } from 'lit';
import type { DialogContent } from '../parts/modal-dialog.js';
import type { DialogGiven } from './dialog-given.js';

const keys = [
  [['J', 'K'], 'move'], [['A'], 'approve'], [['M'], 'more'], [['R'], 'reject'], [['Enter'], 'confirm'], [['Esc'], 'leave'], [['U'], 'undo'], [['X'], 'choose'], [['/'], 'search'], [['?'], 'help'],
] as const;

/** The keys, for whoever has forgotten one. */
export class HelpDialog {
  readonly #given: DialogGiven;

  constructor(given: DialogGiven) {
    this.#given = given;
  }

  content(): DialogContent {
    const { t } = this.#given;
    return {
      title: t('keys.title'),
      close: t('close'),
      body: html`<dl class="facts">
        ${keys.map(([names, what]) => html`<dt>${names.map((name) => html`<kbd>${name}</kbd> `)}</dt><dd>${t(`keys.${what}`)}</dd>`)}
      </dl>`,
    };
  }
}

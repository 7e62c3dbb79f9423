import type { LitElement } from 'lit';
import { until } from './until.js';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
const nameOf = (element: HTMLElement): string => plain(element.getAttribute('aria-label') ?? element.innerText);

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A widget as somebody sees it: words, buttons by their names, fields by their labels. An open dialog is all there is. */
export class Screen<Widget extends LitElement = LitElement> {
  constructor(readonly widget: Widget) {}

  get #place(): HTMLElement | undefined {
    const root = this.widget.shadowRoot;
    return root?.querySelector<HTMLElement>('dialog:modal') ?? root?.querySelector<HTMLElement>('.widget') ?? undefined;
  }

  get text(): string {
    return plain(this.#place?.innerText ?? '');
  }

  /** Where the focus is. */
  get focused(): HTMLElement | null {
    return this.widget.shadowRoot!.activeElement as HTMLElement | null;
  }

  all(selector: string): HTMLElement[] {
    return [...(this.#place?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(isSeen);
  }

  /** The list's rows, as text, in the order they are seen. */
  get rows(): string[] {
    return this.all('.list-body > [role=row]:not([aria-busy])')
      .sort((one, other) => Number(one.ariaRowIndex ?? one.getAttribute('aria-rowindex')) - Number(other.getAttribute('aria-rowindex')))
      .map((row) => plain(row.innerText));
  }

  /** A list draws its rows once it knows its height, a moment after the rest. */
  get #isDrawn(): boolean {
    const list = this.all('.list')[0];
    return !list || Number(list.getAttribute('aria-rowcount')) < 2 || this.all('.list-body > [role=row]').length > 0;
  }

  until(condition: () => unknown, what: string): Promise<void> {
    return until(condition, what, () => this.text);
  }

  sees(words: string): Promise<void> {
    return this.until(() => this.text.includes(words) && this.#isDrawn, `It shows “${words}”`);
  }

  loses(words: string): Promise<void> {
    return this.until(() => !this.text.includes(words), `It shows “${words}” no more`);
  }

  async button(name: string): Promise<HTMLButtonElement> {
    const find = () => this.all('button').find((one) => nameOf(one) === name);
    await this.until(find, `There is a button “${name}”`);
    return find() as HTMLButtonElement;
  }

  async press(name: string): Promise<void> {
    const button = await this.button(name);
    button.focus();
    button.click();
  }

  /** A row that holds these words, once it is drawn. */
  async row(words: string): Promise<HTMLElement> {
    const find = () => this.all('.list-body > [role=row]').find((row) => plain(row.innerText).includes(words));
    await this.until(find, `There is a row “${words}”`);
    return find()!;
  }

  async pressRow(words: string): Promise<void> {
    (await this.row(words)).click();
  }

  async field(label: string): Promise<Control> {
    const find = () => {
      const found = this.all('label').find((one) => plain(one.innerText).replace(/ optional$/, '') === label) as HTMLLabelElement | undefined;
      return found?.control as Control | undefined;
    };
    await this.until(find, `There is a field “${label}”`);
    return find()!;
  }

  /** Puts text into a field, as pasting would. */
  async fill(label: string, text: string): Promise<void> {
    const field = await this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Chooses an option of a select, or a radio button or box, by what is read. */
  async choose(label: string, option?: string): Promise<void> {
    const field = await this.field(label);
    field.focus();
    if (!(field instanceof HTMLSelectElement)) return field.click();
    await this.until(() => [...field.options].some(({ label: word }) => word === option), `“${label}” offers “${option}”`);
    field.value = [...field.options].find(({ label: word }) => word === option)!.value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** What stands under a field as its error. */
  async errorOf(label: string): Promise<string> {
    const ids = (await this.field(label)).getAttribute('aria-describedby')?.split(' ') ?? [];
    const error = ids.filter((id) => id.endsWith('-error')).map((id) => this.widget.shadowRoot!.getElementById(id)!);
    return plain(error.map((one) => one.innerText).join(' '));
  }
}

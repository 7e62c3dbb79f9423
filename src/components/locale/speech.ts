import { TryLater } from '../try-later.js';
import type { Catalogue, CatalogueSource, Messages } from './catalogue.js';
import { languageIn } from './language.js';
import { sharedWords, type TranslateWidget } from './shared-words.js';
import { createTranslate, loadCatalogue } from './translate.js';

interface Wanted { readonly locale: string; readonly messages?: Messages | undefined }

/** What a widget says, in the language it was asked for last: its own words, the shared ones, and those of parts loaded on use. */
export class Speech<Words extends Catalogue> {
  /** Says a word; undefined until the words have come. */
  t?: TranslateWidget<Words>;
  readonly #own: () => CatalogueSource<Words>;
  readonly #changed: () => void;
  readonly #learnt = new Map<CatalogueSource<Catalogue>, Promise<void>>();
  #wanted?: Wanted;
  #missing = false;
  /** Without words there is nothing to be said, not even that: so they are tried again. */
  readonly #later = new TryLater(() => this.#tryLoad());

  constructor(own: () => CatalogueSource<Words>, changed: () => void) {
    this.#own = own;
    this.#changed = changed;
  }

  follow(locale: string, messages: Messages | undefined): void {
    if (!this.#missing && this.#wanted?.locale === locale && this.#wanted.messages === messages) return;
    this.#wanted = { locale, messages };
    this.#tryLoad();
  }

  /** Learns the words of a part; once, however often it is asked, and whoever asks meanwhile waits for them too. */
  learn(source: CatalogueSource<Catalogue>): Promise<void> {
    let learning = this.#learnt.get(source);
    if (!learning) {
      learning = Promise.resolve().then(() => this.#load()).catch((error: unknown) => {
        // Not learnt: whoever tries again asks for them again.
        this.#learnt.delete(source);
        throw error;
      });
      this.#learnt.set(source, learning);
    }
    return learning;
  }

  stop(): void {
    this.#later.stop();
  }

  #tryLoad(): void {
    this.#missing = false;
    this.#load().then(() => this.#later.stop(), () => {
      this.#missing = true;
      this.#later.failed({ retryable: true });
    });
  }

  async #load(): Promise<void> {
    const wanted = this.#wanted!;
    const { locale, messages } = wanted;
    const own = this.#own();
    const sources: readonly CatalogueSource<Catalogue>[] = [own, ...this.#learnt.keys(), sharedWords];
    const catalogues = await Promise.all(sources.map((source) => loadCatalogue(source, locale)));
    if (wanted !== this.#wanted) return;
    this.t = createTranslate(locale, catalogues, messages, languageIn(own, locale)) as unknown as TranslateWidget<Words>;
    this.#changed();
  }
}

/** A word's forms by CLDR plural category; `other` is always there. */
export interface PluralForms {
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly zero?: string;
  readonly other: string;
}

/**
 * Words by key. `{name}` is filled in, `{@deal}` is the programme's term for a deal (`{@Deal}` at the start of a
 * sentence), and a key with plural forms takes `{ count }`.
 */
export type Catalogue = Readonly<Record<string, string | PluralForms>>;

/** What a translation of a catalogue must have: the same keys, plural where the original is. */
export type TranslationOf<C extends Catalogue> = { readonly [K in keyof C]: C[K] extends string ? string : PluralForms };

/** Where a widget's words come from: English always, other languages on use. */
export type CatalogueSource<C extends Catalogue> = {
  readonly en: () => Promise<{ readonly default: C }>;
} & { readonly [language: string]: () => Promise<{ readonly default: TranslationOf<C> }> };

/** The host's own words: by key, for every language or within one. `{ 'term.deal': 'opportunity', de: { … } }`. */
export type Messages = Readonly<Record<string, string | PluralForms | Readonly<Record<string, string | PluralForms>>>>;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? (Name extends `@${string}` ? never : Name) | Names<Rest> : never;
type FormsOf<V> = V extends string ? V : V extends PluralForms ? V[keyof V] : never;
type ParametersOf<V> = Names<FormsOf<V>> | (V extends string ? never : 'count');

/** What a key must be given: nothing, or each of the names in its braces. */
export type Arguments<V> = [ParametersOf<V>] extends [never] ? [] : [values: { readonly [N in ParametersOf<V>]: string | number }];

/** Says a catalogue's words. A key that does not exist, or a value left out, does not compile. */
export type Translate<C extends Catalogue> = <K extends keyof C & string>(key: K, ...values: Arguments<C[K]>) => string;

/** Keeps a source's literal types: `words({ en: () => import('./en.js'), de: () => import('./de.js') })`. */
export const words = <const C extends Catalogue>(source: CatalogueSource<C>): CatalogueSource<C> => source;

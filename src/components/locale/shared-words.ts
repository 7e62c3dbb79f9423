import type { Catalogue, Translate } from './catalogue.js';
import { words } from './catalogue.js';
import type en from './en.js';

/** The words that all widgets share: errors, faces, buttons. */
export type SharedWords = typeof en;

export const sharedWords = words({
  en: () => import('./en.js'),
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
  ja: () => import('./ja.js'),
  zh: () => import('./zh.js'),
  ar: () => import('./ar.js'),
});

/** Says shared words; `has` tells whether there is a sentence for a code that may be newer than this widget. */
export type TranslateShared = Translate<SharedWords> & { has(key: string): boolean };

/** Says a widget's own words and the shared ones. */
export type TranslateWidget<C extends Catalogue> = Translate<C & SharedWords> & { has(key: string): boolean };

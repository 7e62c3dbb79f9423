import { words } from '../locale/catalogue.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import type en from './en.js';
import type paneEn from './pane-words/en.js';

/** Says the words of the queue. */
export type DeskTranslate = TranslateWidget<typeof en>;
/** Says those of the pane and its dialogs, too. */
export type PaneTranslate = TranslateWidget<typeof en & typeof paneEn>;

export const deskWords = words({
  en: () => import('./en.js'),
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
  ja: () => import('./ja.js'),
  zh: () => import('./zh.js'),
  ar: () => import('./ar.js'),
});

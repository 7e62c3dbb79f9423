/** What a server puts into a page so that it stands before its script does. Strings only: it runs wherever JavaScript does. */
import { directionOf, langOf, languageIn } from '../components/locale/language.js';
import { languages, skeletons, type SkeletonTag } from './skeletons.js';

export type { SkeletonTag } from './skeletons.js';

export interface SkeletonOptions {
  /** The page's nonce, where its content policy asks one of styles. */
  nonce?: string;
  /** As the portal's `locale`: it decides which side things begin on. `en` unless given. */
  locale?: string;
}

/**
 * A widget's skeleton as a declarative shadow root, to stand first inside its tag:
 * `<prm-deal-list>${renderSkeleton('prm-deal-list')}</prm-deal-list>`. The widget replaces it without a jump when it wakes.
 */
export function renderSkeleton(tag: SkeletonTag, { nonce, locale = 'en' }: SkeletonOptions = {}): string {
  const { css, html } = skeletons[tag];
  const language = languageIn(languages, locale);
  const frame = html.replace('lang=en dir=ltr', `lang="${langOf(language)}" dir="${directionOf(language)}"`);
  return `<template shadowrootmode="open"><style${nonce ? ` nonce="${escaped(nonce)}"` : ''}>${css}</style>${frame}</template>`;
}

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Every widget's skeleton, drawn from the widget itself: its template and its styles are written once. The build runs this and
 * puts what it answers into its place (vite.config.ts), so that who renders on a server needs strings and nothing else.
 */
import type { CSSResult, LitElement, TemplateResult } from 'lit';
import { definitions, type PrmTag } from '../components/index.js';
import { sharedWords } from '../components/locale/shared-words.js';
import { widgetFrame } from '../components/parts/widget-frame.js';

/** What stands in a page before its script; the portal draws nothing. */
export type SkeletonTag = Exclude<PrmTag, 'prm-portal'>;

export interface Skeleton {
  css: string;
  /** In English, from left to right. */
  html: string;
}

async function draw(tag: SkeletonTag): Promise<Skeleton> {
  const [element] = Object.values(await definitions[tag]()) as unknown as (typeof LitElement)[];
  // Never constructed, for that takes a page.
  const { renderSkeleton } = element!.prototype as unknown as { renderSkeleton: () => unknown };
  const html = htmlOf(widgetFrame('en', true, renderSkeleton())).replace(/\s+/g, ' ').replace(/> </g, '><');
  // Asking for its attributes completes a class that nobody has defined.
  void element!.observedAttributes;
  const css = (element!.elementStyles as CSSResult[]).map(({ cssText }) => cssText).join('');
  return { html, css: onlyFor(html, compact(css)) };
}

/** A template's HTML, where it holds texts and templates; a skeleton has nothing to hear or to be told. */
function htmlOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(htmlOf).join('');
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const { strings, values } = value as Partial<TemplateResult>;
  if (!strings) throw new TypeError(`A skeleton is made of templates and texts, and not of ${typeof value}.`);
  return strings.reduce((html, text, index) => html + htmlOf(values![index - 1]) + text);
}

const compact = (css: string): string => css.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1').trim();

/** The rules that can apply to it: those that ask for a class which it does not have are three quarters of a widget's. */
function onlyFor(html: string, css: string): string {
  const classes = new Set([...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')));
  const applies = (selector: string) => [...selector.replace(/\(.*\)/g, '').matchAll(/\.([a-z][\w-]*)/g)].every(([, name]) => classes.has(name!));
  return css
    .replace(/([^{};]+)\{([^{}]*)\}/g, (_, selectors: string, body: string) => {
      const kept = selectors.split(/,(?![^(]*\))/).filter(applies);
      return kept.length > 0 ? `${kept.join()}{${body}}` : '';
    })
    .replace(/@[^{}]+\{\}/g, '');
}

const tags = (Object.keys(definitions) as PrmTag[]).filter((tag): tag is SkeletonTag => tag !== 'prm-portal');
export const skeletons = Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await draw(tag)]))) as Record<SkeletonTag, Skeleton>;

/** Those that widgets speak: in any other they speak English, and so run as that does. */
export const languages = Object.fromEntries(Object.keys(sharedWords).map((language) => [language, true]));

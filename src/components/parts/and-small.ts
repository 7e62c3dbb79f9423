import { html, type TemplateResult } from 'lit';

/**
 * Words, and smaller ones after them where there are any. The space belongs to the first: alone beside a template's
 * markers it is seen, but browsers leave it out of the names that readers hear ("Deals8 deals").
 */
export const andSmall = (words: string, small: unknown): string | TemplateResult => (small ? html`${`${words} `}<small>${small}</small>` : words);

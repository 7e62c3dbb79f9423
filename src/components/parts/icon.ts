import { html, type TemplateResult } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type * as all from './icons.js';

type NameIn<Icon> = Icon extends `${infer Name}:${string}` ? Name : never;
/** The icons that widgets draw. */
export type IconName = NameIn<(typeof all)[keyof typeof all]>;

/**
 * An icon of the page's own: the data of one SVG path, drawn as a line two wide on a square of 24; or with the `viewBox` that it was
 * made for, and `filled` where it is an area and no line.
 */
export type HostIcon = string | { readonly path: string; readonly viewBox?: string; readonly filled?: boolean };
export type Icons = Readonly<Partial<Record<IconName, HostIcon>>>;

/** Who draws the template that an icon stands in. */
interface Wearer { readonly icons?: Icons | undefined }

/** Arrows that say in or back: they turn round where the text runs from right to left. */
const directional = /^(arrow-left|log-in)$/;

class IconDirective extends Directive {
  override render(icon: string, icons?: Icons): TemplateResult {
    const at = icon.indexOf(':');
    const name = icon.slice(0, at);
    const own = icons?.[name as IconName];
    const { path, viewBox, filled }: Exclude<HostIcon, string> = typeof own === 'object' ? own : { path: own ?? icon.slice(at + 1) };
    return html`<svg class="icon${directional.test(name) ? ' directional' : ''}${filled ? ' filled' : ''}" viewBox=${viewBox ?? '0 0 24 24'} aria-hidden="true"><path d=${path}></path></svg>`;
  }

  /** A widget's own parts know whose they are, so no part has to hand the page's icons on. */
  override update({ options }: ChildPart, [icon]: [string]): TemplateResult {
    return this.render(icon, (options?.host as Wearer | undefined)?.icons);
  }
}

/** An icon, hidden from readers: it always stands beside a word or in a control that has a name. */
export const icon = directive(IconDirective) as (icon: string) => unknown;

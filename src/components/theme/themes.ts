import type { Appearance } from './appearance.js';

/*
 * Six finished looks, each a plain `appearance` to take whole or to begin from: `portal.appearance = { ...slate, colorPrimary: '#0a7d5c' }`.
 * All keep the page's own font unless their character hangs on one, and all are legible in both schemes.
 */

/** Quiet and neutral: greys, and the accent of ink. Stands in any page. */
export const slate: Appearance = {
  colorPrimary: 'light-dark(#2f3b4c, #aab8cc)',
  colorBackground: 'light-dark(#ffffff, #15181d)',
  borderRadius: '6px',
};

/** A bold brand: one strong colour, heavy words, square corners. */
export const signal: Appearance = {
  colorPrimary: '#e4002b',
  colorBackground: 'light-dark(#ffffff, #121212)',
  colorText: 'light-dark(#0d0d0d, #fafafa)',
  fontWeightStrong: '700',
  borderRadius: '0px',
  overlay: 'border',
};

/** Dense, for a desk that is open all day: small text, a tight grid, rows close together. */
export const ledger: Appearance = {
  colorPrimary: 'light-dark(#0b5cad, #63b3ff)',
  colorBackground: 'light-dark(#fbfcfd, #0c1117)',
  colorSuccess: '#1a9c5b',
  colorDanger: '#d4382c',
  fontSizeBase: '13px',
  borderRadius: '3px',
  density: 'compact',
  overlay: 'border',
};

/** Warm and rounded: paper, terracotta, room to breathe. */
export const clay: Appearance = {
  colorPrimary: 'light-dark(#b4532f, #e39a75)',
  colorBackground: 'light-dark(#fdf8f3, #211b17)',
  colorText: 'light-dark(#33261e, #f3e9e0)',
  colorBorder: 'light-dark(#eadccf, #40352d)',
  fontSizeBase: '15px',
  borderRadius: '14px',
  density: 'comfortable',
};

/** Dark before anything else, also on a page that is light. */
export const night: Appearance = {
  colorPrimary: '#7c8cff',
  colorBackground: '#0e1020',
  colorText: '#e7e9f7',
  colorBorder: '#2a2e4a',
  borderRadius: '10px',
  colorScheme: 'dark',
};

/** As much contrast as a screen has: black on white or white on black, lines that are seen, no shadows. */
export const contrast: Appearance = {
  colorPrimary: 'light-dark(#0000c4, #ffe600)',
  colorBackground: 'light-dark(#ffffff, #000000)',
  colorText: 'light-dark(#000000, #ffffff)',
  colorTextSecondary: 'light-dark(#1f1f1f, #e4e4e4)',
  colorBorder: 'light-dark(#5c5c5c, #a3a3a3)',
  fontSizeBase: '15px',
  fontWeightStrong: '700',
  borderRadius: '4px',
  overlay: 'border',
};

/** All six, by name. */
export const themes = { slate, signal, ledger, clay, night, contrast } as const satisfies Record<string, Appearance>;
export type ThemeName = keyof typeof themes;

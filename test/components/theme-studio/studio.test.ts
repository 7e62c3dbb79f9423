import assert from 'node:assert/strict';
import { it } from 'node:test';
import { contrastOf, readableOn } from '../../../src/components/theme-studio/color-math.js';
import { colorsOf } from '../../../src/components/theme-studio/image-colors.js';
import { codeOf } from '../../../src/components/theme-studio/studio-code.js';
import { findingsOf } from '../../../src/components/theme-studio/studio-findings.js';
import { appearanceOf, valuesOf, type StudioValues } from '../../../src/components/theme-studio/studio-values.js';
import { themes } from '../../../src/components/theme/themes.js';
import type { ProgrammeAppearance } from '../../../src/contract/index.js';

it('gives back in the form what it was given', () => {
  for (const [name, theme] of Object.entries(themes) as [string, ProgrammeAppearance][]) assert.deepEqual(appearanceOf(valuesOf(theme)), { appearance: theme, problems: new Map() }, name);
  const whole: ProgrammeAppearance = { colorPrimary: 'light-dark(rgb(1, 2, 3), oklch(0.6 0.1 170))', fontFamily: '"Instrument Sans", serif', rowHeight: '44px', spacingUnit: '4.5px', colorScheme: 'auto' };
  assert.deepEqual(appearanceOf(valuesOf(whole)).appearance, whole);
});

it('a brand is given once for both schemes, a ground for its own', () => {
  const table: [StudioValues, ProgrammeAppearance][] = [
    [{ 'colorPrimary.light': '#aa0000' }, { colorPrimary: '#aa0000' }],
    [{ 'colorPrimary.light': '#aa0000', 'colorPrimary.dark': '#ff8080' }, { colorPrimary: 'light-dark(#aa0000, #ff8080)' }],
    [{ 'colorPrimary.dark': '#ff8080' }, { colorPrimary: 'light-dark(#295fc3, #ff8080)' }],
    [{ 'colorBackground.light': '#fffaf0' }, { colorBackground: 'light-dark(#fffaf0, #151619)' }],
    [{ 'colorBackground.light': '#111111', 'colorBackground.dark': '#111111' }, { colorBackground: '#111111' }],
    [{ 'colorBackground.light': '#101010', 'colorText.dark': '#ffffff' }, { colorBackground: 'light-dark(#101010, #151619)', colorText: 'light-dark(#ececec, #ffffff)' }],
    [{ borderRadius: ' 4.50 ', fontSizeBase: '' }, { borderRadius: '4.5px' }],
  ];
  for (const [values, appearance] of table) assert.deepEqual(appearanceOf(values).appearance, appearance);
});

it('a colour is moved no further than it must be', () => {
  for (const [color, ground] of [['#ffd400', '#ffffff'], ['#ff00ff', '#ffffff'], ['#0000ff', '#101010'], ['#808080', '#ffffff']] as const) {
    assert.ok(Math.abs(contrastOf(readableOn(color, ground), ground) - 5.6) < 0.06, `${color} on ${ground}`);
  }
  assert.equal(readableOn('#003366', '#ffffff'), '#003366');
});

it('tells trouble from what the widgets see to themselves', () => {
  const kinds = (appearance: ProgrammeAppearance) => findingsOf(appearance).map(({ name, scheme, kind }) => `${name} ${scheme} ${kind}`);
  assert.deepEqual(kinds({}), []);
  for (const [name, theme] of Object.entries(themes) as [string, ProgrammeAppearance][]) assert.ok(findingsOf(theme).every(({ trouble }) => !trouble), name);
  assert.deepEqual(kinds({ colorPrimary: '#fff200' }), ['colorPrimary light lost', 'colorPrimary light adjusted']);
  assert.deepEqual(kinds({ colorText: 'light-dark(#999999, #ffffff)' }), ['colorText light faint']);
  assert.deepEqual(kinds({ colorBackground: 'light-dark(#ffffff, #777777)' }), ['colorBackground dark middling', 'colorPrimary dark lost', 'colorPrimary dark adjusted']);
});

it('code is a rule for a style sheet, or what a portal takes', () => {
  assert.equal(codeOf('css', {}), 'prm-portal {\n}');
  assert.equal(codeOf('css', { density: 'compact', colorPrimary: '#aa0000' }), 'prm-portal {\n  --prm-spacing-unit: 3px;\n  --prm-color-primary: #aa0000;\n}');
  assert.deepEqual(JSON.parse(codeOf('json', { colorPrimary: '#aa0000', logo: 'https://www.vendor.example/logo.png' })), { colorPrimary: '#aa0000' }, 'a portal takes no logo');
  assert.deepEqual(JSON.parse(codeOf('json', themes.clay as ProgrammeAppearance)), themes.clay);
});

it('a drawing of very many colours is read at once, and one that is too large not at all', async () => {
  const drawing = (...parts: string[]) => new Blob(parts, { type: 'image/svg+xml' });
  const brand = '<path fill="#c0392b"/>'.repeat(100_000);
  const shades = Array.from({ length: 100_000 }, (_, index) => `<path fill="#${(0x202020 + index).toString(16)}"/>`).join('');
  const began = performance.now();
  assert.equal((await colorsOf(drawing(brand, shades)))[0], '#c0392b');
  // Each colour counted among all others took minutes.
  assert.ok(performance.now() - began < 5_000);
  await assert.rejects(colorsOf(drawing(' '.repeat(10 * 1024 * 1024), brand)), RangeError);
});

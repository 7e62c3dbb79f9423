import type { Programme, ProgrammeAppearance } from '../../client/index.js';
import { colorPattern, fontsPattern, imagePattern, lengthBounds } from '../../contract/appearance-patterns.js';
import { contrastOf, toHex } from './color-math.js';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** In the order of the form; the first three are always in view. */
export const colors = ['colorPrimary', 'colorBackground', 'colorText', 'colorTextSecondary', 'colorBorder', 'colorDanger', 'colorWarning', 'colorSuccess'] as const;
export type ColorName = (typeof colors)[number];
export const lengths = ['fontSizeBase', 'borderRadius'] as const;
export type LengthName = (typeof lengths)[number];

/** What the form holds, as typed: a colour's two schemes as `colorText.light` and `colorText.dark`, lengths without their unit. */
export type StudioValues = Readonly<Partial<Record<FieldName, string>>>;
export type FieldName = `${ColorName}.${Scheme}` | Exclude<keyof ProgrammeAppearance, ColorName>;
export type ValueProblem = 'color' | 'font' | 'image' | 'range';

/** What a scheme shows where nothing is chosen; what is derived from the ground, as it is on these. */
export const defaultColors: Record<ColorName, Record<Scheme, string>> = {
  colorPrimary: { light: '#295fc3', dark: '#78a1f4' }, colorBackground: { light: '#ffffff', dark: '#151619' }, colorText: { light: '#1c1c1c', dark: '#ececec' },
  colorTextSecondary: { light: '#5d5d5d', dark: '#a2a2a3' }, colorBorder: { light: '#dadada', dark: '#2f3033' },
  colorDanger: { light: '#d4383a', dark: '#d4383a' }, colorWarning: { light: '#dd9b1c', dark: '#dd9b1c' }, colorSuccess: { light: '#2f9a64', dark: '#2f9a64' },
};

/** Colours that are given once hold in both schemes; a ground, and what stands on it, only in its own. */
const ofTheGround = new Set<ColorName>(['colorBackground', 'colorText', 'colorTextSecondary', 'colorBorder']);

/** The look that a programme saved. */
export const appearanceIn = ({ settings }: Programme): ProgrammeAppearance => ({ ...settings.brand, ...settings.appearance });

export function valuesOf(appearance: ProgrammeAppearance): StudioValues {
  const values: Partial<Record<FieldName, string>> = {};
  for (const [name, value] of Object.entries(appearance) as [keyof ProgrammeAppearance, string][]) {
    if (isColor(name)) {
      const [light, dark] = apart(value);
      values[`${name}.light`] = light;
      // One colour for both stands in one field, so that whoever changes it changes both.
      if (dark !== light || ofTheGround.has(name)) values[`${name}.dark`] = dark;
    } else values[name] = name in lengthBounds ? value.replace('px', '') : value;
  }
  return values;
}

/** What the form says, and what of it cannot be used. A colour that cannot be read is left out. */
export function appearanceOf(values: StudioValues): { appearance: ProgrammeAppearance; problems: ReadonlyMap<FieldName, ValueProblem> } {
  const appearance: Record<string, string> = {};
  const problems = new Map<FieldName, ValueProblem>();
  for (const name of colors) {
    const [light, dark] = schemes.map((scheme) => {
      const typed = values[`${name}.${scheme}`]?.trim();
      const color = typed && (colorPattern.test(typed) ? typed : toHex(typed));
      if (typed && !color) problems.set(`${name}.${scheme}`, 'color');
      return color || undefined;
    });
    if (light || dark) appearance[name] = together(appearance, name, light, dark);
  }
  for (const [name, typed] of Object.entries(values) as [FieldName, string][]) {
    const text = typed?.trim();
    if (!text || name.includes('.')) continue;
    const bounds = lengthBounds[name as keyof typeof lengthBounds];
    if (bounds && !(Number(text) >= bounds[0] && Number(text) <= bounds[1])) problems.set(name, 'range');
    else if (name === 'logo' && !imagePattern.test(text)) problems.set(name, 'image');
    else if (name === 'fontFamily' && !fontsPattern.test(text)) problems.set(name, 'font');
    else appearance[name] = bounds ? `${Number(Number(text).toFixed(2))}px` : text;
  }
  return { appearance, problems };
}

/** The colour that a scheme shows, in `#rrggbb`. */
export function shownColor(appearance: ProgrammeAppearance, name: ColorName, scheme: Scheme): string {
  const value = appearance[name];
  return (value && toHex(apart(value)[schemes.indexOf(scheme)]!)) || usualColor(appearance, name, scheme);
}

/** What a scheme shows where nothing is chosen: what stands on the ground as it would on the nearer of our own two. */
function usualColor(appearance: ProgrammeAppearance, name: ColorName, scheme: Scheme): string {
  if (name === 'colorBackground' || !ofTheGround.has(name)) return defaultColors[name][scheme];
  const ground = shownColor(appearance, 'colorBackground', scheme);
  return defaultColors[name][contrastOf(ground, '#000000') > contrastOf(ground, '#ffffff') ? 'light' : 'dark'];
}

export const isSame = (one: ProgrammeAppearance, other: ProgrammeAppearance): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof ProgrammeAppearance)[]);
  return [...names].every((name) => one[name] === other[name]);
};

const isColor = (name: string): name is ColorName => (colors as readonly string[]).includes(name);

function together(appearance: ProgrammeAppearance, name: ColorName, light: string | undefined, dark: string | undefined): string {
  if (light === dark || (light && !dark && !ofTheGround.has(name))) return light!;
  return `light-dark(${light ?? usualColor(appearance, name, 'light')}, ${dark ?? usualColor(appearance, name, 'dark')})`;
}

/** `light-dark(rgb(1, 2, 3), #fff)` → both colours; one alone twice. */
function apart(value: string): [light: string, dark: string] {
  const inside = /^light-dark\((.+)\)$/.exec(value)?.[1];
  if (!inside) return [value, value];
  const comma = /^[^(,]*(\([^)]*\))?/.exec(inside)![0].length;
  return [inside.slice(0, comma), inside.slice(comma + 1).trim()];
}

/** Colours as a browser computes them, in linear light: so that contrast is measured and not asked of what is tested. */

/** Red, green and blue of sRGB in linear light, as a screen shows them. */
export type Linear = readonly [red: number, green: number, blue: number];

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toEncoded = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const fromXyz = ([x, y, z]: readonly number[]): number[] => [
  3.2409699419 * x! - 1.5373831776 * y! - 0.4986107603 * z!,
  -0.9692436363 * x! + 1.8759675015 * y! + 0.0415550574 * z!,
  0.0556300797 * x! - 0.2039769589 * y! + 1.0569715142 * z!,
];
const fromOklab = ([lightness, a, b]: readonly number[]): number[] => {
  const l = (lightness! + 0.3963377774 * a! + 0.2158037573 * b!) ** 3;
  const m = (lightness! - 0.1055613458 * a! - 0.0638541728 * b!) ** 3;
  const s = (lightness! - 0.0894841775 * a! - 1.291485548 * b!) ** 3;
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
};

const spaces: Record<string, (channels: readonly number[]) => number[]> = {
  rgb: (channels) => channels.map((value) => toLinear(value / 255)),
  srgb: (channels) => channels.map(toLinear),
  'xyz-d65': fromXyz,
  oklab: fromOklab,
  oklch: ([lightness, chroma, hue]) => fromOklab([lightness!, chroma! * Math.cos((hue! * Math.PI) / 180), chroma! * Math.sin((hue! * Math.PI) / 180)]),
};

/** `color(xyz-d65 0.2 0.1 0.4)`, `oklab(…)`, `rgb(…)`: as `getComputedStyle` tells them. A colour that is not opaque has no contrast. */
export function parseColor(text: string): Linear {
  const [, name = '', inside = ''] = /^([\w]+)\((.+)\)$/.exec(text) ?? [];
  const words = inside.split(/[\s,/]+/);
  const space = name === 'color' ? words.shift()! : name.replace(/^rgba$/, 'rgb');
  const [a, b, c, alpha = 1] = words.map((word) => (word === 'none' ? 0 : Number(word)));
  const linear = spaces[space]?.([a!, b!, c!]);
  if (!linear || linear.some(Number.isNaN) || alpha < 1) throw new Error(`Cannot measure ${text}.`);
  // A screen clips what it cannot show, and knows 256 steps.
  return linear.map((value) => toLinear(Math.round(toEncoded(Math.min(1, Math.max(0, value))) * 255) / 255)) as unknown as Linear;
}

/** WCAG's relative luminance. */
export const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG's contrast of two luminances. */
export const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

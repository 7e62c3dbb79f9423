/** Colours in numbers: what the tokens do in CSS, for saying it in words. */

type Rgb = readonly [red: number, green: number, blue: number];

/** The contrast that the tokens bring a colour to; see `tokens.styles.ts`. */
export const readableRatio = 5.6;

/** `#rrggbb` of any CSS colour that is opaque; undefined for what is none. */
export function toHex(color: string): string | undefined {
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase();
  if (!CSS.supports('color', color) || /currentcolor|var\(/i.test(color)) return undefined;
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 1, 1);
  return data[3] === 255 ? hexOf([data[0]! / 255, data[1]! / 255, data[2]! / 255]) : undefined;
}

/** The contrast of two colours in `#rrggbb`, 1 to 21. */
export const contrastOf = (one: string, other: string): number => {
  const [high, low] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
};

/** The colour, no further from itself than it must be for this contrast: darker by scaling, lighter by adding white. */
export function readableOn(color: string, ground: string, ratio = readableRatio): string {
  const rgb = linear(color);
  const y = luminance(rgb);
  const on = luminance(linear(ground));
  if (on > 0.179) {
    const most = Math.max(0, (on + 0.05) / ratio - 0.05);
    return y <= most ? color : hexOf(encoded(rgb.map((value) => (value * most) / y)));
  }
  const least = Math.min(1, (on + 0.05) * ratio - 0.05);
  const white = (least - y) / (1 - y);
  return y >= least ? color : hexOf(encoded(rgb.map((value) => value + (1 - value) * white)));
}

/** Lightness, and the two ways from grey, as eyes tell colours apart (OKLab). */
export function oklab(color: string): readonly [lightness: number, a: number, b: number] {
  const [r, g, b] = linear(color);
  const [l, m, s] = [0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b].map(Math.cbrt) as [number, number, number];
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

const hexOf = (rgb: readonly number[]): string => `#${rgb.map((value) => Math.round(value * 255).toString(16).padStart(2, '0')).join('')}`;
const linear = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
const encoded = (rgb: readonly number[]): number[] => rgb.map((v) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

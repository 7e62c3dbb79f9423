/** Takes colours from an image: loaded when somebody hands one over. It is read in the page and goes nowhere. */
import { oklab } from './color-math.js';

interface Cluster {
  color: string;
  /** The share of the image that has it. */
  weight: number;
}

const most = 5;
/** Bytes. Nobody's logo is larger, and whatever is would hold up the page while it is read. */
const largest = 10 * 1024 * 1024;
/** Two colours nearer than this look alike, in OKLab. */
const alike = 0.08;

/** Up to five colours of an image, those first that a brand is known by: much of it and far from grey. Fails for more than 10 MB. */
export async function colorsOf(file: Blob): Promise<string[]> {
  if (file.size > largest) throw new RangeError(`An image of ${file.size} bytes is too large to take colours from.`);
  const clusters = file.type === 'image/svg+xml' ? written(await file.text()) : counted(await pixelsOf(file));
  const ranked = clusters.map((cluster) => ({ color: cluster.color, rank: rank(cluster) })).sort((one, other) => other.rank - one.rank);
  const chosen: string[] = [];
  for (const { color } of ranked) {
    if (chosen.every((other) => distance(other, color) > alike)) chosen.push(color);
    if (chosen.length === most) break;
  }
  return chosen;
}

/** The image in 64 × 64: enough for its colours. Browsers decode without a request, whatever a content policy says. */
async function pixelsOf(file: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(file, { resizeWidth: 64, resizeHeight: 64, resizeQuality: 'medium' });
  const context = new OffscreenCanvas(64, 64).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, 64, 64).data;
}

/** Pixels in boxes of 32 steps, each box by the mean of what fell into it: what is see-through counts for nothing. */
function counted(data: Uint8ClampedArray): Cluster[] {
  const boxes = new Map<number, [count: number, red: number, green: number, blue: number]>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < 128) continue;
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const box = boxes.get(key) ?? [0, 0, 0, 0];
    boxes.set(key, [box[0] + 1, box[1] + red, box[2] + green, box[3] + blue]);
  }
  const all = [...boxes.values()].reduce((sum, [count]) => sum + count, 0);
  return [...boxes.values()].map(([count, ...sums]) => ({ weight: count / all, color: `#${sums.map((sum) => Math.round(sum / count).toString(16).padStart(2, '0')).join('')}` }));
}

/** A drawing names its colours: an SVG is read and not drawn, so that nothing in it can run. */
function written(svg: string): Cluster[] {
  const times = new Map<string, number>();
  let all = 0;
  for (const [, digits] of svg.matchAll(/#([0-9a-f]{6}|[0-9a-f]{3})\b/gi)) {
    const color = `#${digits!.length === 3 ? [...digits!].map((digit) => digit + digit).join('') : digits!}`.toLowerCase();
    times.set(color, (times.get(color) ?? 0) + 1);
    all += 1;
  }
  return [...times].map(([color, count]) => ({ color, weight: count / all }));
}

/** Grey counts a little, a strong colour ten times that; the share by its root, so that a small mark on a large ground is seen. */
function rank({ color, weight }: Cluster): number {
  const [lightness, a, b] = oklab(color);
  const extreme = lightness < 0.12 || lightness > 0.97 ? 0.3 : 1;
  return Math.sqrt(weight) * (0.02 + Math.hypot(a, b)) * extreme;
}

function distance(one: string, other: string): number {
  const [l, a, b] = oklab(one);
  const [m, c, d] = oklab(other);
  return Math.hypot(l - m, a - c, b - d);
}

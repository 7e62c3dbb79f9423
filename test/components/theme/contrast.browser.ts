import { expect } from '@open-wc/testing';
import { propertiesOf } from '../../../src/components/theme/appearance.js';
import { registerTokens } from '../../../src/components/theme/registered-tokens.js';
import { themes } from '../../../src/components/theme/themes.js';
import { tokens } from '../../../src/components/theme/tokens.styles.js';
import { contrast, luminance, parseColor, type Linear } from './colors.js';

/** What must be read or seen on what; what is large or a line needs 3 : 1 (WCAG 1.4.3 and 1.4.11). */
const grounds = ['bg', 'sunken', 'hover', 'selected', 'raised'];
const texts = ['text', 'muted', 'accent', 'danger-text', 'warning-text', 'success-text'];
const pairs: [fore: string, ground: string, least: number][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string, number] => [text, ground, 4.5])),
  ['on-primary', 'primary', 4.5], ['on-primary', 'primary-strong', 4.5],
  ['control-line', 'bg', 3], ['control-line', 'raised', 3],
  ['text', 'pressed', 4.5],
];
const names = [...new Set(pairs.flatMap(([fore, ground]) => [fore, ground]))];

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const hex = (random: () => number): string => `#${Math.floor(random() * 0x1000000).toString(16).padStart(6, '0')}`;

/** The corners and the greys of the cube are where bounds meet; then anything. */
const edges = ['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff', '#ff00ff', ...Array.from({ length: 64 }, (_, at) => `#${(at * 4).toString(16).padStart(2, '0').repeat(3)}`)];
const colors = (count: number, seed: number): string[] => {
  const random = numbers(seed);
  return [...edges, ...Array.from({ length: count - edges.length }, () => hex(random))];
};

const batch = 250;

/** Many widgets' worth of tokens at once, each with a probe for each token, so that the browser computes styles a few times only. */
class Probes {
  readonly #hosts = Array.from({ length: batch }, () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tokens.styleSheet!];
    const probes = names.map((name) => {
      const probe = document.createElement('i');
      probe.style.color = `var(--_${name})`;
      return root.appendChild(probe);
    });
    return { host, probes };
  });

  constructor(scheme: string) {
    registerTokens();
    const place = document.body.appendChild(document.createElement('div'));
    place.style.colorScheme = scheme;
    place.append(...this.#hosts.map(({ host }) => host));
  }

  /** Every token under each of these appearances. */
  *read(appearances: readonly Record<string, string>[]): Generator<[appearance: Record<string, string>, computed: Map<string, Linear>]> {
    for (let at = 0; at < appearances.length; at += batch) {
      const some = appearances.slice(at, at + batch);
      some.forEach((appearance, index) => {
        const { style } = this.#hosts[index]!.host;
        style.cssText = '';
        for (const [property, value] of Object.entries(appearance)) style.setProperty(`--prm-${property}`, value);
      });
      for (const [index, appearance] of some.entries()) {
        const { probes } = this.#hosts[index]!;
        yield [appearance, new Map(probes.map((probe, which) => [names[which]!, parseColor(getComputedStyle(probe).color)]))];
      }
    }
  }
}

/** The least contrast of each kind, and everything below its bound. */
function worstOf(scheme: string, appearances: readonly Record<string, string>[]) {
  const worst = new Map<number, { ratio: number; of: string }>();
  const failures: string[] = [];
  for (const [appearance, computed] of new Probes(scheme).read(appearances)) {
    for (const [fore, ground, least] of pairs) {
      const ratio = contrast(luminance(computed.get(fore)!), luminance(computed.get(ground)!));
      const of = `${fore} on ${ground}, ${Object.entries(appearance).slice(0, 2).map((one) => one.join(' ')).join(', ')}`;
      if (ratio < least) failures.push(`${ratio.toFixed(2)}: ${of}`);
      if (ratio < (worst.get(least)?.ratio ?? Infinity)) worst.set(least, { ratio, of });
    }
  }
  const figure = [...worst].map(([least, { ratio, of }]) => `${ratio.toFixed(2)} : 1 where ${least} is needed (${of})`).join('; ');
  return { failures, figure };
}

describe('the contrast of everything that is read', () => {
  const expectContrast = (about: string, scheme: string, appearances: readonly Record<string, string>[]) => {
    const { failures, figure } = worstOf(scheme, appearances);
    console.log(`ℹ least contrast ${about}: ${figure}`);
    expect(failures.length, failures.slice(0, 20).join('\n')).to.equal(0);
  };

  for (const scheme of ['light', 'dark']) {
    it(`holds beside 5,000 brand colours in ${scheme}`, () => {
      expectContrast(`beside 5,000 brand colours, ${scheme}`, scheme, colors(5_000, 1).map((primary) => ({ 'color-primary': primary })));
    });
  }

  // Nothing that is given hangs on the scheme: a dark background in the light one is dark.
  it('holds on 5,000 backgrounds, each with colours of its own for brand, danger, warning and success', () => {
    const random = numbers(2);
    expectContrast('on 5,000 backgrounds', 'light', colors(5_000, 3).map((background) => ({
      'color-background': background, 'color-primary': hex(random), 'color-danger': hex(random), 'color-warning': hex(random), 'color-success': hex(random),
    })));
  });

  for (const scheme of ['light', 'dark']) {
    it(`holds in every finished theme in ${scheme}, whose own colours of text are among it`, () => {
      expectContrast(`of the finished themes, ${scheme}`, scheme, Object.values(themes).map((theme) =>
        Object.fromEntries(propertiesOf(theme).map(([property, value]) => [property.replace('--prm-', ''), value]))));
    });
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

/** What names a side of the screen instead of the beginning or end of a line. */
const physical: readonly [what: RegExp, instead: string][] = [
  [/(?:^|[;{\s])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/, '…-inline-start, …-inline-end'],
  [/(?:^|[;{\s])(?:left|right)\s*:/, 'inset-inline-start, inset-inline-end'],
  [/border-(?:top|bottom)-(?:left|right)-radius/, 'border-start-start-radius and its like'],
  [/(?:text-align|text-align-last|float|clear|justify-[a-z]+)\s*:\s*(?:left|right)\b/, 'start, end'],
  [/translateX\(|translate3d\(|[;{\s]translate\s*:(?!\s*(?:0[\s;]|none))|translate\((?!\s*0[\s,)])/, 'a logical inset or margin'],
  [/(?:transform-origin|background-position|object-position|perspective-origin)\s*:[^;]*\b(?:left|right)\b/, 'center'],
  [/\bto\s+(?:left|right)\b/, 'a border or a background of an element'],
];

/** The words of a value; what stands in brackets is one. */
const wordsOf = (value: string): string[] => value.trim().match(/(?:[^\s(]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\S)+/g) ?? [];

/** `margin: 1px 2px 3px 4px` names right and left as well; alike they do no harm. */
const uneven = (css: string): string[] => [...css.matchAll(/(?:^|[;{\s])((?:margin|padding|inset|scroll-margin|scroll-padding|border-width|border-style|border-color)\s*:\s*([^;}]+))/g)]
  .filter(([, , value]) => {
    const [, right, , left] = wordsOf(value!);
    return left !== undefined && left !== right;
  })
  .map(([, declaration]) => declaration!);

function physicalIn(source: string): string[] {
  const blocks = [...source.matchAll(/\bcss`([^`]*)`/g)].map(([, block]) => block!.replace(/\/\*[\s\S]*?\*\//g, ''));
  return blocks.flatMap((css) => [
    ...physical.flatMap(([what, instead]) => css.split('\n').filter((line) => what.test(line)).map((line) => `${line.trim()} → ${instead}`)),
    ...uneven(css).map((declaration) => `${declaration} → …-block and …-inline`),
  ]);
}

it('no style names left or right, so that all of them turn with the language', () => {
  const found = readdirSync('src/components', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
    .flatMap((path) => physicalIn(readFileSync(`src/components/${path}`, 'utf8')).map((line) => `${path}: ${line}`));
  assert.deepEqual(found, []);
});

it('finds what names a side, and nothing else', () => {
  const table: [css: string, isPhysical: boolean][] = [
    ['margin-left: 1px;', true], ['padding-inline-start: 1px;', false], ['left: 0;', true], ['inset-inline-start: 0;', false], ['.left { fill: red; }', false],
    ['text-align: right;', true], ['text-align: end;', false], ['border-top-left-radius: 1px;', true], ['border-start-start-radius: 1px;', false],
    ['transform: translateX(1px);', true], ['transform: translateY(1px);', false], ['transform: scaleX(-1);', false], ['translate: 1px 0;', true], ['translate: 0 4px;', false],
    ['margin: 1px 2px 3px 4px;', true], ['margin: 1px 2px 3px;', false], ['margin: 1px calc(var(--_unit) * 2) 3px calc(var(--_unit) * 2);', false],
    ['background: linear-gradient(to right, red, blue);', true], ['overflow-x: auto;', false],
  ];
  for (const [css, isPhysical] of table) assert.equal(physicalIn(`css\`:host { ${css} }\``).length > 0, isPhysical, css);
});

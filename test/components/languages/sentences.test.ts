/** That what a reader sees comes from the catalogues, and whole: read off the sources with the compiler's own parser. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import ts from 'typescript';
import { mayBeWord, partsOf, placeOf, saysWord, sources, walk } from './sources.js';

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
/** What stands where a template has a value. No text has it. */
const gap = '\u0001';

const isMarkup = (node: ts.Node): node is ts.TaggedTemplateExpression => ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText());

/** What a template's tags say to a reader: attributes that are heard or shown. */
const spokenAttribute = /\s(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label)=(?:"([^"]*)"|'([^']*)')/g;

function all(see: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = [];
  for (const { tree } of sources) {
    walk(tree, (node) => {
      const said = see(node);
      if (said !== undefined) found.push(`${placeOf(node)} ${said}`);
    });
  }
  return found;
}

it('no template has words of its own', () => {
  assert.deepEqual(all((node) => {
    if (!isMarkup(node)) return undefined;
    const markup = partsOf(node.template).texts.join(gap).replace(/<!--[\s\S]*?-->/g, '');
    // An entity is a letter of the markup, and not of the text.
    const text = markup.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' ');
    const heard = [...markup.matchAll(spokenAttribute)].map(([, , double, single]) => double ?? single ?? '').join(' ');
    return hasLetters(text) || hasLetters(heard) ? `${text.trim()} ${heard}` : undefined;
  }), []);
});

it('no part is handed words that are written in the source', () => {
  const named = /^(label|title|text|help|placeholder|legend|action|words|name|description|optional)$/;
  assert.deepEqual(all((node) => {
    if (!ts.isPropertyAssignment(node) || !named.test(node.name.getText())) return undefined;
    const { initializer } = node;
    // A word of several, or one that begins with a capital, is meant to be read; a name for the program is neither.
    return ts.isStringLiteral(initializer) && /\p{L}\s\p{L}|^\p{Lu}/u.test(initializer.text) ? initializer.text : undefined;
  }), []);
});

it('no sentence is put together from words', () => {
  assert.deepEqual(all((node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return mayBeWord(node.left) || mayBeWord(node.right) ? node.getText() : undefined;
    if (ts.isTemplateExpression(node) && !isMarkup(node.parent)) return partsOf(node).values.some(mayBeWord) ? node.getText() : undefined;
    // `[t('one'), t('other')].join(' ')`; one that is joined by a dot in the middle stands by itself.
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join') {
      let list: ts.Expression = node.expression.expression;
      while (ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression)) list = list.expression.expression;
      const between = node.arguments[0];
      const isApart = between !== undefined && ts.isStringLiteral(between) && between.text === ' · ';
      return ts.isArrayLiteralExpression(list) && !isApart && list.elements.some(mayBeWord) ? node.getText() : undefined;
    }
    return undefined;
  }), []);
});

it('no two words follow each other in one run of text', () => {
  assert.deepEqual(all((node) => {
    if (!isMarkup(node)) return undefined;
    const { texts, values } = partsOf(node.template);
    for (let at = 1; at < values.length; at += 1) {
      if (saysWord(values[at - 1]!) && mayBeWord(values[at]!) && /^[^<>=]*$/.test(texts[at]!) && !texts[at]!.includes('·') && !isInTag(texts, at)) return `${values[at - 1]!.getText()}${texts[at]}${values[at]!.getText()}`;
    }
    return undefined;
  }), []);
});

/** Whether a value stands within a tag, and so is an attribute's. */
const isInTag = (texts: readonly string[], at: number): boolean => {
  const before = texts.slice(0, at + 1).join(gap);
  return before.lastIndexOf('<') > before.lastIndexOf('>');
};

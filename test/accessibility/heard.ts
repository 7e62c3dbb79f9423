import assert from 'node:assert/strict';
import type { Page, SerializedAXNode } from 'puppeteer-core';

/** What has no name or role of its own for somebody who listens. */
const silent = new Set(['none', 'generic', 'InlineTextBox', 'StaticText', 'RootWebArea', 'LabelText', 'Legend', 'paragraph', 'strong', 'emphasis', 'LineBreak']);

/** What of a node a reader says after its role and name. */
function states(node: SerializedAXNode): string {
  const said = [
    node.role === 'heading' && `level ${node.level}`,
    node.checked === true && 'checked', node.checked === false && 'not checked',
    node.selected && 'selected', node.disabled && 'disabled', node.required && 'required',
    node.invalid && node.invalid !== 'false' && 'invalid',
    node.expanded === true && 'expanded', node.expanded === false && 'collapsed',
    node.modal && 'modal', node.haspopup && node.haspopup !== 'false' && `opens a ${node.haspopup}`,
    node.role === 'combobox' && node.value !== undefined && `“${node.value}”`,
  ].filter(Boolean);
  return said.length > 0 ? `, ${said.join(', ')}` : '';
}

/** The browser's accessibility tree, one line a node, in the order it is read: `button “Add customer”`. */
export async function heard(page: Page): Promise<string[]> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const lines = (node: SerializedAXNode): string[] => {
    const own = silent.has(node.role) ? [] : [`${node.role} “${(node.name ?? '').replace(/\s+/g, ' ')}”${states(node)}${node.description && node.description !== node.name ? ` (${node.description})` : ''}`];
    return [...own, ...(node.children ?? []).flatMap(lines)];
  };
  return lines(tree!);
}

/** Says that these lines are heard, in this order, whatever else is between. A pattern stands for words that the day decides. */
export function assertHeard(lines: readonly string[], expected: readonly (string | RegExp)[]): void {
  let at = 0;
  for (const one of expected) {
    const found = lines.findIndex((line, index) => index >= at && (typeof one === 'string' ? line === one : one.test(line)));
    assert.notEqual(found, -1, `Nobody hears ${String(one)} in its place, but:\n${lines.slice(at).join('\n')}`);
    at = found + 1;
  }
}

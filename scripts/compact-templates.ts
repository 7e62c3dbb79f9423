import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** Line breaks with what surrounds them are one space to HTML and to CSS; in CSS little of the rest is needed either. */
const compactors: Record<string, (text: string) => string> = {
  html: (text) => text.replace(/\s*\n\s*/g, ' '),
  svg: (text) => text.replace(/\s*\n\s*/g, ' '),
  css: (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/([\w-]): /g, '$1:').replace(/;}/g, '}'),
};

/** Minifies the templates of elements, which a minifier of scripts leaves as they stand. */
export const compactTemplates = (): Plugin => ({
  name: 'prmkit-compact-templates',
  enforce: 'post',
  transform(code, id) {
    if (!/src[\\/]components[\\/]/.test(id)) return null;
    const edits: { start: number; end: number; text: string }[] = [];
    walk(this.parse(code) as unknown as Node, (node) => {
      if (node.type !== 'TaggedTemplateExpression') return;
      const compact = compactors[(node.tag as Node & { name?: string }).name ?? ''];
      for (const part of compact ? (node.quasi as Node & { quasis: Node[] }).quasis : []) {
        // A parser may count the marks around a part to it; the text between is what both agree on.
        const raw = (part.value as { raw: string }).raw;
        const start = code.indexOf(raw, part.start);
        edits.push({ start, end: start + raw.length, text: compact!(raw) });
      }
    });
    const text = edits.sort((one, other) => other.start - one.start)
      .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), code);
    return { code: text, map: null };
  },
});

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string') walk(child as Node, visit);
    }
  }
}

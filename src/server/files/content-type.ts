import { readFile } from 'node:fs/promises';
import type { FileType } from '../../contract/index.js';
import { importPackage } from '../import-package.js';

/**
 * Whether a file's content is of the type that was declared. By its own marks (magic bytes, and inside a ZIP the parts that make it an office
 * file); texts have none, so they must be text, and not the kind that something would run.
 */
export async function isOfType(path: string, declared: FileType): Promise<boolean> {
  const { fileTypeFromFile } = await importPackage(() => import('file-type'), 'file-type', 'Files');
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (declared !== 'text/plain' && declared !== 'text/csv') return found?.mime === declared;
  const bytes = await readFile(path);
  // The mark of UTF-16 is also how a sound frame may begin.
  return (!found || isMarked(bytes)) && isHarmlessText(bytes);
}

/** Text in whatever a spreadsheet writes (UTF-8, UTF-16 with its mark, a Windows page): no control characters, no markup, no script's first line. */
export function isHarmlessText(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return false;
  const start = text.slice(0, 4_096).replace(/^[\s\ufeff]+/, '');
  return !/^(<[!?/a-z]|#!)/i.test(start) && !/<(script|html|svg|iframe|body|object|embed)[\s/>]/i.test(start);
}

const isMarked = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function decode(bytes: Uint8Array): string {
  if (isMarked(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

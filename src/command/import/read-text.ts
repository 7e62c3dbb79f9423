import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CommandError, UsageError } from '../command.js';

/** As `TextDecoder` names them. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

const spellings: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8', utf8: 'utf-8', 'windows-1252': 'windows-1252', cp1252: 'windows-1252', latin1: 'windows-1252', 'iso-8859-1': 'windows-1252', 'utf-16': 'utf-16le', 'utf-16le': 'utf-16le',
};

export function encodingNamed(text: string): Encoding {
  const encoding = spellings[text.toLowerCase()];
  if (!encoding) throw new UsageError(`--encoding is one of utf-8, windows-1252 and utf-16le, not ${text}.`);
  return encoding;
}

/** UTF-8 as far as the whole file is; what breaks its rules was written by an older spreadsheet, in Windows-1252. */
export async function detectEncoding(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const start = await firstBytes(path);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  try {
    for await (const bytes of createReadStream(path)) decoder.decode(bytes as Uint8Array, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`);
  });
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(4), 0, 4);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  } finally {
    await file.close();
  }
}

/** The file's text, piece by piece, without its byte-order mark. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path)) {
    const text = decoder.decode(bytes as Uint8Array, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

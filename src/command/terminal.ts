import type { Terminal } from './command.js';

const clearLine = '\r\u001b[2K';
let shown = false;

function hide(): void {
  if (shown) process.stderr.write(clearLine);
  shown = false;
}

/** The terminal that started the command, or the files it writes to. */
export const terminal: Terminal = {
  out(text) {
    hide();
    process.stdout.write(`${text}\n`);
  },
  err(text) {
    hide();
    process.stderr.write(`${text}\n`);
  },
  progress(text) {
    if (!process.stderr.isTTY) return;
    hide();
    if (text === undefined) return;
    process.stderr.write(text.slice(0, process.stderr.columns ?? 80));
    shown = true;
  },
  env: process.env,
};

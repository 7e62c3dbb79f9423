// Controls, line separators, halves of letters, and what turns the direction of the text round them or hides in it: none is ever meant in a name.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const longest = 120;

/** What somebody typed, as one line that can stand in a header or a sentence and changes nothing around it. */
export function plainLine(text: string): string {
  const line = text.replace(/\s/g, ' ').replace(unsafe, '').replace(/ {2,}/g, ' ').trim();
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('').trimEnd()}…` : line;
}

/**
 * The same for the body of an e-mail, where mail programs turn whatever looks like an address into a link: a deal that is called
 * `https://evil.example` must not become one in its vendor's inbox. An invisible joiner breaks it up.
 */
export const linkless = (text: string): string => plainLine(text).replace(/(?<=[\p{L}\p{N}])([.:@])(?=[\p{L}\p{N}/])/gu, '$1\u200c');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter]!);

/** What the service takes from Node, for stories in which it runs in the browser: hashes, random bytes and their spellings. */
type Spelling = 'hex' | 'base64url' | 'utf8';

class Bytes extends Uint8Array<ArrayBuffer> {
  constructor(content: number | ArrayLike<number> | ArrayBuffer) {
    super(content as ArrayBuffer);
  }

  override toString(spelling: Spelling = 'utf8'): string {
    if (spelling === 'hex') return [...this].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (spelling === 'utf8') return new TextDecoder().decode(this);
    return btoa(String.fromCharCode(...this)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }
}

const fromText = (text: string, spelling: Spelling = 'utf8'): Bytes => {
  if (spelling === 'utf8') return new Bytes(new TextEncoder().encode(text));
  if (spelling === 'hex') return Bytes.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)) as Bytes;
  return Bytes.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)) as Bytes;
};

export const Buffer = {
  from: (value: string | ArrayLike<number>, spelling?: Spelling): Bytes => (typeof value === 'string' ? fromText(value, spelling) : new Bytes(value)),
  isBuffer: (value: unknown): boolean => value instanceof Bytes,
};

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Bytes(length));
export const randomUUID = (): string => crypto.randomUUID();
export const timingSafeEqual = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

export function createHash(_algorithm: 'sha256') {
  let message = '';
  const hash = {
    update: (text: string) => { message += text; return hash; },
    digest: (spelling?: Spelling) => { const bytes = sha256(new TextEncoder().encode(message)); return spelling ? bytes.toString(spelling) : bytes; },
  };
  return hash;
}

const primes = Array.from({ length: 312 }, (_, index) => index).filter((n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0));
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) >>> 0;
const constants = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)));
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** FIPS 180-4. The browser's own answers later, and the service asks at once. */
function sha256(message: Uint8Array): Bytes {
  const padded = new Uint8Array(((message.length + 72) >> 6) << 6);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, message.length << 3);

  const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const words = new Array<number>(64);
  for (let start = 0; start < padded.length; start += 64) {
    for (let at = 0; at < 64; at++) {
      if (at < 16) { words[at] = view.getInt32(start + at * 4); continue; }
      const [early, late] = [words[at - 15]!, words[at - 2]!];
      const mixedEarly = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const mixedLate = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      words[at] = (words[at - 16]! + mixedEarly + words[at - 7]! + mixedLate) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let at = 0; at < 64; at++) {
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[at]! + words[at]!) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => { state[index] = (state[index]! + word) | 0; });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Bytes(digest.buffer);
}

/** No e-mail leaves a page. */
export const openMailer = (): never => { throw new Error('There is no e-mail in the browser.'); };

export class SendingError extends Error {}

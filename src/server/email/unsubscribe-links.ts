import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** What a link to unsubscribe says: whose e-mails, and which kind it came with. */
export interface Unsubscribing {
  programmeId: string;
  memberId: string;
  kind: string;
}

/** Part of what is signed, so that no signature made for this is good for anything else, nor another's for this. */
const purpose = 'prmkit: unsubscribe';
const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/** Signed by a key of the programme's own that signs nothing else. The link bears no secret and opens nothing: whoever has it can stop e-mails. */
export async function signUnsubscribing(db: Kysely<Database>, unsubscribing: Unsubscribing): Promise<string> {
  const text = encode(new TextEncoder().encode(JSON.stringify([unsubscribing.programmeId, unsubscribing.memberId, unsubscribing.kind])));
  const signature = await crypto.subtle.sign(algorithm.name, await keyOf(db, unsubscribing.programmeId), signed(text));
  return `${text}.${encode(new Uint8Array(signature))}`;
}

/** What a token says, or nothing where it was not signed here. */
export async function readUnsubscribing(db: Kysely<Database>, token: string): Promise<Unsubscribing | undefined> {
  const [, text, signature] = /^([\w-]{20,400})\.([\w-]{43})$/.exec(token) ?? [];
  if (!text || !signature) return undefined;
  const [programmeId, memberId, kind] = parse(text);
  if (!programmeId || !memberId || !kind) return undefined;
  const { rows: [row] } = await sql<{ secret: string }>`select secret from unsubscribe_keys where programme_id = ${programmeId}`.execute(db);
  if (!row || !(await crypto.subtle.verify(algorithm.name, await importKey(row.secret), decode(signature), signed(text)))) return undefined;
  return { programmeId, memberId, kind };
}

const signed = (text: string) => new TextEncoder().encode(`${purpose}\n${text}`);

function parse(text: string): (string | undefined)[] {
  try {
    const parts = JSON.parse(new TextDecoder().decode(decode(text))) as unknown;
    return Array.isArray(parts) ? parts.map((part) => (typeof part === 'string' && /^[\w*]{1,60}$/.test(part) ? part : undefined)) : [];
  } catch {
    return [];
  }
}

/** Made with the first e-mail of a programme; of two processes that make it at once, one's stands. */
async function keyOf(db: Kysely<Database>, programmeId: string): Promise<CryptoKey> {
  const find = () => db.selectFrom('unsubscribe_keys').select('secret').where('programme_id', '=', programmeId).executeTakeFirst();
  let row = await find();
  if (!row) {
    const secret = encode(crypto.getRandomValues(new Uint8Array(32)));
    await db.insertInto('unsubscribe_keys').values({ programme_id: programmeId, secret }).onConflict((conflict) => conflict.doNothing()).execute();
    row = await find();
  }
  return importKey(row!.secret);
}

const importKey = (secret: string) => crypto.subtle.importKey('raw', decode(secret), algorithm, false, ['sign', 'verify']);

const encode = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const decode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

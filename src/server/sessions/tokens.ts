import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { ServiceError } from '../service-error.js';

const algorithm = 'HS256';

/** What a session token says. Everything else about the session is read from the database at each request. */
export interface SessionToken {
  sessionId: string;
  programmeId: string;
  memberId: string;
}

interface SigningKey { kid: string; secret: Uint8Array }

/** Signs and checks session tokens with keys that stand in the database, so that every service process knows them. */
export class SessionTokens {
  readonly #db: Kysely<Database>;
  readonly #audience: string;
  #keys: { newestFirst: SigningKey[]; readAt: number } | undefined;

  constructor(db: Kysely<Database>, audience: string) {
    this.#db = db;
    this.#audience = audience;
  }

  /** `issuedAt` and `expiresAt` come from the database's clock. Asks within `tx`: another connection may not be had, or come only after it. */
  async sign(tx: Kysely<Database>, token: SessionToken, issuedAt: Date, expiresAt: Date): Promise<string> {
    const [key] = await this.#read(false, tx);
    return new SignJWT({ prg: token.programmeId })
      .setProtectedHeader({ alg: algorithm, kid: key!.kid, typ: 'JWT' })
      .setSubject(token.memberId)
      .setJti(token.sessionId)
      .setAudience(this.#audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(key!.secret);
  }

  /** Throws `token_invalid` unless the token was signed here, for this audience. Expiry is the database's to say. */
  async verify(text: string): Promise<SessionToken> {
    try {
      const { kid } = decodeProtectedHeader(text);
      const key = (await this.#read(false)).find((known) => known.kid === kid) ?? (await this.#read(true)).find((known) => known.kid === kid);
      if (!key) throw new ServiceError('token_invalid');
      const { payload } = await jwtVerify(text, key.secret, {
        algorithms: [algorithm], audience: this.#audience, requiredClaims: ['sub', 'jti', 'prg', 'exp'], clockTolerance: '100 years',
      });
      return { sessionId: String(payload.jti), programmeId: String(payload.prg), memberId: String(payload.sub) };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw new ServiceError('token_invalid');
      throw error;
    }
  }

  /** Keys are read again after a minute, or at most every five seconds when a token names one that is not known. */
  async #read(unknownKid: boolean, db = this.#db): Promise<SigningKey[]> {
    const age = this.#keys ? performance.now() - this.#keys.readAt : Infinity;
    if (age > 60_000 || (unknownKid && age > 5_000)) {
      const rows = await db.selectFrom('signing_keys').select(['kid', 'secret']).where('retired_at', 'is', null).orderBy('created_at', 'desc').orderBy('kid').execute();
      // The first key of all is not remembered yet: the transaction that it is made in may still fail.
      if (!rows.length) return [keyOf(await rotateSigningKey(db))];
      this.#keys = { newestFirst: rows.map(keyOf), readAt: performance.now() };
    }
    return this.#keys!.newestFirst;
  }

  /** Forgets the keys it read, after a rotation in this process. */
  forget(): void {
    this.#keys = undefined;
  }
}

const keyOf = (row: { kid: string; secret: string }): SigningKey => ({ kid: row.kid, secret: Buffer.from(row.secret, 'base64url') });

/** Makes a new signing key. The ones before stay good for what they signed; the cleaning job retires them. */
export async function rotateSigningKey(db: Kysely<Database>): Promise<{ kid: string; secret: string }> {
  const key = { kid: randomBytes(8).toString('hex'), secret: randomBytes(32).toString('base64url') };
  await db.insertInto('signing_keys').values(key).execute();
  return key;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A new secret for the key with this id: `prm_sk_<id's digits>_<random>`, and the hash to store. */
export function makeSecretKey(keyId: string): { secretKey: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secretKey: `prm_sk_${keyId.slice('key_'.length)}_${secret}`, hash: hashOf(secret) };
}

/** Takes a secret key apart, or `undefined` if it is none. */
export function parseSecretKey(text: string): { keyId: string; matches: (hash: string) => boolean } | undefined {
  const [, digits, secret] = /^prm_sk_([0-9a-f]{32})_([\w-]{43})$/.exec(text) ?? [];
  if (!digits || !secret) return undefined;
  return { keyId: `key_${digits}`, matches: (hash) => sameText(hash, hashOf(secret)) };
}

/** Compares in constant time. */
export const sameText = (one: string, other: string): boolean => {
  const [left, right] = [createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest()];
  return timingSafeEqual(left, right);
};

import { sql, type RawBuilder } from 'kysely';

// `lower` and `LIKE` are not leakproof and lose their index behind a policy, so names are normalised here and compared by `=`, `<`, `>=`.
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('đ', 'd');

/** What a name is sorted by, the same on every engine: without case, accents and outer space. */
export const sortKey = (name: string | null | undefined): string => plain(name ?? '').replace(/\s+/gu, ' ').trim();

/** The words of some texts, as they are stored and searched: `Müller & Söhne` → `muller`, `sohne`. */
export const wordsOf = (...texts: (string | null | undefined)[]): string[] =>
  [...new Set(texts.flatMap((text) => plain(text ?? '').split(/[^\p{L}\p{N}]+/u)).filter(Boolean).map((word) => word.slice(0, 60)))].slice(0, 64);

export type Searchable = 'partner' | 'member' | 'product' | 'territory' | 'account' | 'customer' | 'lead' | 'deal';

interface Within {
  programmeId: string;
  /** Where the caller reaches one partner alone: keeps the scan of words to that partner's. */
  partnerId?: string | undefined;
}

/** The greatest character: a word's range of prefixes ends before `word` + this, in the `C` order that words are stored in. */
const last = '\u{10ffff}';

/**
 * Whether every word of a search begins a word of the record. `idColumn` is the record's id as the query names it: `customers.id`.
 * A search without a word matches all.
 */
export function matchesWords(kind: Searchable, idColumn: string, search: string, { programmeId, partnerId }: Within): RawBuilder<boolean> {
  const table = sql.table(`${kind}_words`);
  const conditions = wordsOf(search).slice(0, 8).map((word) => sql<boolean>`${sql.ref(idColumn)} in (
    select w.record_id from ${table} w where w.programme_id = ${programmeId}
    ${partnerId ? sql`and w.partner_id = ${partnerId}` : sql``} and w.word >= ${word} and w.word < ${word + last})`);
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`;
}

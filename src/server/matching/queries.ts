import { sql } from 'kysely';
import { compareNames, manyNames, rarityOf, type Book, type NameStrength } from './compare-names.js';
import { askedKeysOf, soundsOf } from './keys.js';
import { readForm, readName, type Word } from './names.js';
import { soundOf, wordSimilarity } from './sounds.js';
import type { Tx } from '../call.js';

/** A bucket is read this far: what stands behind says more besides than the names before. */
const bucket = 200;
/** Names that are compared word by word. */
const compared = 200;
/** Words that are taken for a misspelling of one word. */
const misspelt = 12;

/** The programme's names that are like this one, with how like they are; at least `least`, the likest first. */
export async function findNames(tx: Tx, programmeId: string, name: string, least: number): Promise<Map<string, NameStrength>> {
  const asked = readName(name);
  const forms = await findForms(tx, programmeId, asked);
  const names = forms.map(readForm);
  const book = await openBook(tx, programmeId, [asked, ...names]);
  const strengths = forms.map((form, at) => [form, compareNames(asked, names[at]!, book)] as const);
  return new Map(strengths.filter(([, { strength }]) => strength >= least).sort((a, b) => b[1].strength - a[1].strength));
}

/** Forms from the buckets of the name's words, their misspellings and its pairs of words; those that share the rarest stand first. */
async function findForms(tx: Tx, programmeId: string, asked: readonly Word[]): Promise<string[]> {
  const sounds = soundsOf(asked);
  const weights = new Map(askedKeysOf(asked).map((key) => [key, 1]));
  const { rows: spellings } = await sql<{ asked: string; sound: string; names: number }>`
    select distinct a.sound as asked, near.sound, w.names
    from unnest(${sounds}::text[]) as a (sound), asked_spelling_keys(a.sound) as k (key),
      lateral (select s.sound from account_name_spellings s where s.programme_id = ${programmeId} and s.key = k.key limit 100) near,
      account_name_words w
    where w.programme_id = ${programmeId} and w.sound = near.sound and w.names > 0`.execute(tx);
  for (const sound of sounds) {
    const near = spellings.filter((row) => row.asked === sound).map((row) => ({ ...row, similarity: row.sound === sound ? 1 : wordSimilarity(sound, row.sound) }));
    for (const { sound: found, names, similarity } of near.filter(({ similarity: likely }) => likely >= 0.7).sort((a, b) => b.similarity - a.similarity).slice(0, misspelt)) {
      weights.set(found, Math.max(found === sound ? 0 : (weights.get(found) ?? 0), similarity * rarityOf(names)));
    }
  }
  const { rows } = await sql<{ form: string }>`
    select found.form from unnest(${[...weights.keys()]}::text[], ${[...weights.values()]}::float8[]) as a (key, weight),
      lateral (select k.form, k.rank from account_name_keys k where k.programme_id = ${programmeId} and k.key = a.key order by k.rank, k.form limit ${sql.lit(bucket)}) found
    group by found.form order by sum(a.weight) desc, min(found.rank), found.form limit ${sql.lit(compared)}`.execute(tx);
  return rows.map(({ form }) => form);
}

/** How common the words of these names are among the programme's. */
export async function openBook(tx: Tx, programmeId: string, names: readonly (readonly Word[])[]): Promise<Book> {
  const words = new Set(names.flatMap((one) => one.filter(({ kind }) => kind === 'core').map(({ text }) => text)));
  const sounds = [...new Set([...words].flatMap((word) => [soundOf(word), `"${word}`]))];
  const { rows } = await sql<{ sound: string | null; names: number }>`
    select w.sound, w.names from account_name_words w where w.programme_id = ${programmeId} and w.sound = any(${sounds}::text[])
    union all select null, count(*)::int from (select from account_names n where n.programme_id = ${programmeId} limit ${sql.lit(manyNames)}) as counted`.execute(tx);
  const frequencies = new Map(rows.map(({ sound, names: count }) => [sound, count]));
  return { frequency: (word) => frequencies.get(soundOf(word)) ?? 0, spelling: (word) => frequencies.get(`"${word}`) ?? 0, names: frequencies.get(null) ?? 0 };
}

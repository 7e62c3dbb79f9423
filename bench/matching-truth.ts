/**
 * How well names are matched, on names whose companies are known. Every name of the file is an account; each is then looked up among all others,
 * through the service's own `findCandidates`, which finds, scores and sorts.
 *
 * - A *pair* is a name that was looked up and another name: two names of one company make two pairs. It is *true* when both have one company_id, and
 *   *matched* when the other's account is a candidate at or above the threshold. A pair with a name that was mixed in counts twice: it is asked from
 *   one side alone.
 * - Precision is the share of matched pairs that are true; recall the share of true pairs that are matched.
 * - Macro recall is the mean of recall over companies of two names and more, so that one with hundreds of names counts as one.
 * - At the review threshold a person is shown at most 20 companies: a pair behind the twentieth company does not count as matched.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { OpenDatabase } from '../src/server/database/open.js';
import { findCandidates } from '../src/server/matching/candidates.js';
import { defaultMatching } from '../src/server/matching/rules.js';
import { fillBook, onEngines } from './matching-book.js';
import { namesakes, otherCompanies } from './matching-names.js';
import { rounded, type Row } from './row.js';

interface Named { company: string; name: string; mixedIn?: true }

const shownCompanies = 20;
const mixedIn = 100_000;
const { automatic, review } = defaultMatching;

/** `company_id,company_name`; of other files each line is a name, and a company of its own. */
function readNames(file: string): Named[] {
  const text = readFileSync(file, 'utf8');
  const [head = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  if (!/\bcompany_name\b/.test(head)) return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((name, at) => ({ company: `line ${at}`, name }));
  const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_quotes: true }) as { company_id?: string; company_name: string }[];
  return rows.filter((row) => row.company_name.trim()).map((row, at) => ({ company: row.company_id ?? `line ${at}`, name: row.company_name }));
}

interface Tally { matchedTrue: number; matchedFalse: number; companies: Map<string, number> }
const newTally = (): Tally => ({ matchedTrue: 0, matchedFalse: 0, companies: new Map() });

interface Outcome { automatic: Tally; review: Tally; mostCompanies: number }

/** Looks every name of the file up among all. Equal names are asked once and counted as often as they stand there. */
async function lookUp(database: OpenDatabase, all: readonly Named[]): Promise<(counts: (company: string) => boolean) => Outcome> {
  const book = await fillBook(database, all.map(({ name }) => name));
  const at = new Map(book.ids.map((id, index) => [id, index]));
  const asked = new Map<string, Promise<{ index: number; score: number }[]>>();
  const candidates = (name: string) => {
    if (!asked.has(name)) asked.set(name, book.ask(async (tx) => (await findCandidates(tx, book.programmeId, { name }, { limit: Infinity })).map(({ accountId, score }) => ({ index: at.get(accountId)!, score }))));
    return asked.get(name)!;
  };
  const found: { index: number; score: number }[][] = [];
  for (const { name, mixedIn: other } of all) found.push(other ? [] : await candidates(name));

  return (counts) => {
    const outcome: Outcome = { automatic: newTally(), review: newTally(), mostCompanies: 0 };
    all.forEach(({ company, mixedIn: other }, index) => {
      if (other || !counts(company)) return;
      const shown = new Set<string>();
      for (const candidate of found[index]!) {
        const named = all[candidate.index]!;
        if (candidate.index === index || !(named.mixedIn || counts(named.company))) continue;
        if (shown.size < shownCompanies) shown.add(named.company);
        if (candidate.score >= automatic) count(outcome.automatic, company, named);
        if (candidate.score >= review && shown.has(named.company)) count(outcome.review, company, named);
      }
      outcome.mostCompanies = Math.max(outcome.mostCompanies, shown.size);
    });
    return outcome;
  };
}

function count(tally: Tally, company: string, named: Named): void {
  if (named.company !== company) tally.matchedFalse += named.mixedIn ? 2 : 1;
  else {
    tally.matchedTrue += 1;
    tally.companies.set(company, (tally.companies.get(company) ?? 0) + 1);
  }
}

const precisionOf = ({ matchedTrue, matchedFalse }: Tally): number => (matchedTrue + matchedFalse ? matchedTrue / (matchedTrue + matchedFalse) : 1);

function rowsOf(about: string, names: readonly Named[], outcome: Outcome, targets: boolean): Row[] {
  const sizes = new Map<string, number>();
  for (const { company } of names) sizes.set(company, (sizes.get(company) ?? 0) + 1);
  const several = [...sizes].filter(([, size]) => size > 1);
  const pairs = several.reduce((total, [, size]) => total + size * (size - 1), 0);
  const recall = (tally: Tally) => (pairs ? tally.matchedTrue / pairs : 1);
  const macro = (tally: Tally) => (several.length ? several.reduce((total, [company, size]) => total + (tally.companies.get(company) ?? 0) / (size * (size - 1)), 0) / several.length : 1);
  const row = (name: string, value: number, least?: number, note?: string): Row =>
    ({ name: `matching, ${about}: ${name}`, value: rounded(value * 100, 2), unit: '%', ...(targets && least !== undefined && { ok: value >= least }), note: [least === undefined || !targets ? '' : `at least ${rounded(least * 100, 1)} %`, note].filter(Boolean).join('; ') });
  const falsePairs = (tally: Tally) => `${tally.matchedFalse.toLocaleString('en')} of ${(tally.matchedTrue + tally.matchedFalse).toLocaleString('en')} matched pairs are false`;
  return [
    row(`precision at the automatic threshold, ${automatic}`, precisionOf(outcome.automatic), 0.995, falsePairs(outcome.automatic)),
    row('recall at the automatic threshold', recall(outcome.automatic), 0.93, `${pairs.toLocaleString('en')} true pairs`),
    row('macro recall at the automatic threshold', macro(outcome.automatic), 0.96, `${several.length} companies of two names and more`),
    row(`precision at the review threshold, ${review}`, precisionOf(outcome.review), undefined, falsePairs(outcome.review)),
    row('recall at the review threshold', recall(outcome.review), 0.98, `at most ${outcome.mostCompanies} companies were shown`),
    row('macro recall at the review threshold', macro(outcome.review)),
  ];
}

/** Precision and recall on a file, on halves of its companies, and among names that are mixed in: a file's, or 100,000 that do not exist. */
export async function measureTruth(file: string, distractors: string | undefined): Promise<Row[]> {
  const names = readNames(file);
  const companies = [...new Set(names.map(({ company }) => company))].sort();
  const first = new Set(companies.filter((_, index) => index % 2 === 0));
  const rows: Row[] = [];
  await onEngines(async (database, engine) => {
    const alone = await lookUp(database, names);
    rows.push(...rowsOf(`${names.length.toLocaleString('en')} names of ${companies.length} companies (${engine})`, names, alone(() => true), true));
    for (const [half, counts] of [['one half', (company: string) => first.has(company)], ['the other half', (company: string) => !first.has(company)]] as const) {
      rows.push(...rowsOf(`${half} of the companies`, names.filter(({ company }) => counts(company)), alone(counts), false).filter(({ name }) => !/review: prec/.test(name)));
    }
    const others = mixIn(names, distractors);
    const mixed = (await lookUp(database, [...names, ...others]))(() => true);
    const about = `${others.length.toLocaleString('en')} other names mixed in`;
    rows.push(...rowsOf(about, names, mixed, false));
    const precision = rows.find(({ name }) => name.startsWith(`matching, ${about}: precision at the automatic`))!;
    precision.ok = precisionOf(mixed.automatic) >= 0.99;
    precision.note = `at least 99 %; ${precision.note}`;
  }, { onlyBest: true });
  return rows;
}

function mixIn(names: readonly Named[], file: string | undefined): Named[] {
  if (file) return readNames(file).map(({ company, name }) => ({ company: `other ${company}`, name, mixedIn: true }));
  const spellings = new Map(names.map(({ name, company }) => [`${company} ${name.toLowerCase().replace(/[^\p{L}]/gu, '')}`, name]));
  const alike = namesakes([...spellings.values()], 1);
  return [...alike, ...otherCompanies(mixedIn - alike.length)].map((name, at) => ({ company: `other ${at}`, name, mixedIn: true }));
}

import { sql } from 'kysely';
import type { MatchingSettings, ProgrammeSettings } from '../../contract/index.js';
import type { Tx } from '../call.js';
import { addressKey, addressStrength, type Address } from './addresses.js';
import { compareNames } from './compare-names.js';
import { registrableDomain } from './domains.js';
import { readForm, readName } from './names.js';
import { findNames, openBook } from './queries.js';
import { defaultMatching, rounded, scoreOf, verdictOf, type Reason } from './rules.js';
import { plainTaxNumber } from './tax-numbers.js';

/** What is known of a company that may be one of the vendor's accounts. */
export interface Sought extends Address {
  name?: string | null | undefined;
  domain?: string | null | undefined;
  taxNumber?: string | null | undefined;
}

/** An account that may be the company, and why. */
export interface Candidate {
  accountId: string;
  name: string;
  /** 0 to 1. */
  score: number;
  verdict: 'automatic' | 'review';
  /** The strongest first. */
  reasons: Reason[];
}

interface Row extends Required<Address> {
  id: string; name: string; form: string | null; domain: string | null; taxNumber: string | null;
}

/** Accounts with one domain, one tax number or one door: more than these are no company but a landlord's or a provider's. */
const alike = 50;

const rulesOf = (settings: Pick<ProgrammeSettings, 'matching'>): MatchingSettings => settings.matching ?? defaultMatching;

/**
 * The vendor's accounts that may be this company, the surest first, at most `limit`; none below the programme's review threshold. For the
 * vendor's eyes alone: in a partner's transaction there is nothing to find.
 */
export async function findCandidates(tx: Tx, programmeId: string, sought: Sought, { limit = 20, settings }: { limit?: number; settings?: MatchingSettings } = {}): Promise<Candidate[]> {
  const rules = settings ?? (await readSettings(tx, programmeId));
  const taxNumber = plainTaxNumber(sought.taxNumber);
  const domain = registrableDomain(sought.domain);
  // A name may be weaker than the threshold where something else speaks for the account.
  const names = sought.name ? await findNames(tx, programmeId, sought.name, rules.review / 2) : new Map<string, { strength: number; shared: string[] }>();
  const rows = await readAccounts(tx, programmeId, { forms: [...names.keys()], limit, domain, taxNumber, address: addressKey(sought) });
  await compareOthers(tx, programmeId, sought.name, rows, names);

  const candidates = rows.map((row): Omit<Candidate, 'verdict'> => {
    const name = row.form === null ? undefined : names.get(row.form);
    const place = addressStrength(sought, row);
    const reasons: Reason[] = [];
    if (name && name.strength > 0) reasons.push({ kind: 'name', strength: rounded(name.strength), detail: name.shared.join(' ') });
    if (domain && registrableDomain(row.domain) === domain) reasons.push({ kind: 'domain', strength: 1, detail: domain });
    const theirs = plainTaxNumber(row.taxNumber);
    if (taxNumber && theirs === taxNumber) reasons.push({ kind: 'tax_number', strength: 1, detail: taxNumber });
    if (place > 0) reasons.push({ kind: 'address', strength: rounded(place), detail: [row.street, row.postalCode, row.city].filter(Boolean).join(', ') });
    const differ = Boolean(taxNumber && theirs && theirs !== taxNumber);
    return { accountId: row.id, name: row.name, score: scoreOf(reasons, rules, differ), reasons: reasons.sort((a, b) => b.strength - a.strength) };
  });
  return candidates
    .flatMap((candidate): Candidate[] => {
      const verdict = verdictOf(candidate.score, rules);
      return verdict === 'none' ? [] : [{ ...candidate, verdict }];
    })
    .sort((a, b) => b.score - a.score || (a.accountId < b.accountId ? -1 : 1))
    .slice(0, limit);
}

async function readSettings(tx: Tx, programmeId: string): Promise<MatchingSettings> {
  const { settings } = await tx.selectFrom('programmes').select('settings').where('id', '=', programmeId).executeTakeFirstOrThrow();
  return rulesOf(settings);
}

interface Found { forms: readonly string[]; limit: number; domain: string | undefined; taxNumber: string | undefined; address: string | undefined }

/** The accounts that bear these names, the likest names first, and those with the same domain, tax number or door. */
async function readAccounts(tx: Tx, programmeId: string, { forms, limit, domain, taxNumber, address }: Found): Promise<Row[]> {
  const most = Number.isFinite(limit) ? sql`limit ${limit * 2}::int` : sql``;
  const having = (column: 'domain' | 'tax_number' | 'address', value: string | undefined) => (value === undefined ? sql`` : sql`
    union (select account_id from account_matching where programme_id = ${programmeId} and ${sql.ref(column)} = ${value} limit ${sql.lit(alike)})`);
  const { rows } = await sql<Row>`
    with found as (
      (select m.account_id from unnest(${forms}::text[]) with ordinality as f (form, place),
        lateral (select account_id from account_matching where programme_id = ${programmeId} and form = f.form order by account_id ${most}) m order by f.place ${most})
      ${having('domain', domain)} ${having('tax_number', taxNumber)} ${having('address', address)}
    )
    select a.id, a.name, m.form, a.domain, a.tax_number as "taxNumber", a.country, a.city, a.street, a.postal_code as "postalCode"
    from found join accounts a on a.programme_id = ${programmeId} and a.id = found.account_id
      join account_matching m on m.programme_id = ${programmeId} and m.account_id = found.account_id`.execute(tx);
  return rows;
}

/** Accounts that were found by something else than their name have one all the same. */
async function compareOthers(tx: Tx, programmeId: string, name: string | null | undefined, rows: readonly Row[], names: Map<string, { strength: number; shared: string[] }>): Promise<void> {
  const forms = [...new Set(rows.flatMap(({ form }) => (form === null || names.has(form) ? [] : [form])))];
  if (!name || !forms.length) return;
  const asked = readName(name);
  const others = forms.map(readForm);
  const book = await openBook(tx, programmeId, [asked, ...others]);
  forms.forEach((form, at) => names.set(form, compareNames(asked, others[at]!, book)));
}

import { sql } from 'kysely';
import type { FindingCode } from '../../contract/index.js';
import type { Tx } from '../call.js';
import { sortKey, wordsOf } from '../database/words.js';
import { linkAccount, readAccount } from '../deals/queries.js';
import { findCandidates, type Candidate, type Sought } from '../matching/candidates.js';
import { saveMatching } from '../matching/saving.js';
import { readRules, type RulesRow } from '../rules/queries.js';
import { readClaims } from './claims.js';
import { findWaiting, storeReviewState, undoWaiting } from './queries.js';
import { automaticRuleFor, findingsOf, isAutomatic, type Registration } from './rules.js';

/** What an assessment found. */
export interface Assessment {
  accountId: string | null;
  findings: FindingCode[];
  conflicts: number;
}

interface Facts extends Registration {
  customerId: string | null;
  company: (Sought & { name: string; country: string | null }) | null;
  submittedAt: Date | null;
  undecided: boolean;
}

/** One programme's registrations are assessed one after the other: two claims on a company that nobody knew yet come to one account. */
export const holdAssessments = (tx: Tx, programmeId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`assess:${programmeId}`}, 0))`.execute(tx);

/**
 * Looks at a registration with the vendor's eyes: joins it to the account that its customer is, finds other partners' claims there, and lets the
 * programme's rules speak. Nothing of it touches the deal itself, so its partner cannot tell when, nor whether. The caller holds the assessments.
 */
export async function assess(tx: Tx, programmeId: string, dealId: string): Promise<Assessment> {
  const rules = await readRules(tx, programmeId);
  const facts = await readFacts(tx, programmeId, dealId);
  const joined = await joinAccount(tx, programmeId, facts);
  const assessment = await judge(tx, programmeId, { ...facts, accountId: joined.accountId }, rules, joined);
  // The others at this account now have one claim more beside them.
  if (joined.accountId) {
    for (const other of new Set((await readClaims(tx, programmeId, dealId, [joined.accountId])).filter(({ protected: held }) => !held).map(({ id }) => id))) {
      await judge(tx, programmeId, { ...await readFacts(tx, programmeId, other), accountId: joined.accountId }, rules, { created: false });
    }
  }
  return assessment;
}

/** What is found is written down; a rule decides where it may, and takes back what it decided before it knew. */
async function judge(tx: Tx, programmeId: string, facts: Facts, rules: RulesRow, { created }: { created: boolean }): Promise<Assessment> {
  const alike = await candidatesFor(tx, programmeId, facts);
  const claims = await readClaims(tx, programmeId, facts.dealId, [...new Set([...(facts.accountId ? [facts.accountId] : []), ...alike.map(({ accountId }) => accountId)])]);
  const overlapping = claims.filter(({ overlaps }) => overlaps);
  const certainConflicts = overlapping.filter(({ account_id }) => account_id === facts.accountId).length;
  const findings = findingsOf(facts, { certainConflicts, possibleConflicts: overlapping.length - certainConflicts, newAccount: created }, rules.rules);
  const rule = isAutomatic(findings) ? automaticRuleFor(facts, rules.rules) : undefined;
  await storeReviewState(tx, programmeId, facts.dealId, {
    assessed_at: sql<Date>`now()`, findings, conflicts: overlapping.length, rules_version: rules.version, automatic_rule: rule?.key ?? null,
  });
  await decideByRule(tx, programmeId, facts, rules, rule?.key);
  return { accountId: facts.accountId, findings, conflicts: overlapping.length };
}

/** A rule's decision waits until the programme's delay after submission is over, so that its moment tells nothing. */
async function decideByRule(tx: Tx, programmeId: string, facts: Facts, { version, rules }: RulesRow, rule: string | undefined): Promise<void> {
  const waiting = await findWaiting(tx, programmeId, facts.dealId);
  if (waiting && waiting.decision.by_role !== 'service') return;
  if (waiting && waiting.decision.rule !== rule) await undoWaiting(tx, programmeId, facts.dealId, 'assessed_anew');
  if (!rule || !facts.undecided || waiting?.decision.rule === rule) return;
  await tx.insertInto('deal_decisions').values({
    programme_id: programmeId, deal_id: facts.dealId, kind: 'approve', by_member_id: null, by_role: 'service', rule, rules_version: version, account_id: facts.accountId,
    applies_at: sql<Date>`greatest(now(), ${facts.submittedAt}::timestamptz + make_interval(mins => ${rules.releaseMinutes}::int))`,
  }).execute();
}

async function readFacts(tx: Tx, programmeId: string, dealId: string): Promise<Facts> {
  const deal = await tx.selectFrom('deals as d')
    .innerJoin('partners as p', (join) => join.onRef('p.programme_id', '=', 'd.programme_id').onRef('p.id', '=', 'd.partner_id'))
    .leftJoin('customers as c', (join) => join.onRef('c.programme_id', '=', 'd.programme_id').onRef('c.id', '=', 'd.customer_id'))
    .select(['d.value_minor', 'd.territory_id', 'd.submitted_at', 'd.review', 'd.stage', 'p.kind', 'p.tier', 'c.id as customer_id', 'c.name', 'c.domain', 'c.tax_number', 'c.city', 'c.country', 'c.street', 'c.postal_code'])
    .where('d.programme_id', '=', programmeId).where('d.id', '=', dealId).executeTakeFirstOrThrow();
  const lines = await tx.selectFrom('deal_lines').select('product_id').where('programme_id', '=', programmeId).where('deal_id', '=', dealId).where('product_id', 'is not', null).execute();
  return {
    dealId, value: deal.value_minor, partnerKind: deal.kind, tier: deal.tier, territoryId: deal.territory_id, accountId: (await readAccount(tx, programmeId, dealId))?.id ?? null,
    productIds: [...new Set(lines.map(({ product_id }) => product_id!))], customerId: deal.customer_id, submittedAt: deal.submitted_at,
    undecided: deal.review === 'submitted' || deal.review === 'in_review',
    company: deal.name === null ? null : {
      name: deal.name, domain: deal.domain, taxNumber: deal.tax_number, city: deal.city, country: deal.country, street: deal.street, postalCode: deal.postal_code,
    },
  };
}

/** Accounts that look like the customer, the likeliest first. */
export const candidatesFor = async (tx: Tx, programmeId: string, { company }: Pick<Facts, 'company'>): Promise<Candidate[]> =>
  (company ? findCandidates(tx, programmeId, company, { limit: 20 }) : []);

/** The same for a deal by its id. */
export const candidatesOf = async (tx: Tx, programmeId: string, dealId: string): Promise<Candidate[]> => candidatesFor(tx, programmeId, await readFacts(tx, programmeId, dealId));

/** The account that the customer is: as linked before, as matched beyond doubt, or a new one. Without a customer there is none. */
async function joinAccount(tx: Tx, programmeId: string, facts: Facts): Promise<{ accountId: string | null; created: boolean }> {
  if (facts.accountId || !facts.company || !facts.customerId) return { accountId: facts.accountId, created: false };
  const linked = await tx.selectFrom('customer_accounts').select('account_id').where('programme_id', '=', programmeId).where('customer_id', '=', facts.customerId).executeTakeFirst();
  const [best] = linked ? [] : await candidatesFor(tx, programmeId, facts);
  const known = linked?.account_id ?? (best?.verdict === 'automatic' ? best.accountId : undefined);
  const accountId = known ?? await addAccount(tx, programmeId, facts.company);
  await linkAccount(tx, programmeId, facts.dealId, accountId);
  return { accountId, created: known === undefined };
}

async function addAccount(tx: Tx, programmeId: string, { name, domain = null, taxNumber = null, city = null, country, street = null, postalCode = null }: NonNullable<Facts['company']>): Promise<string> {
  const values = { name, domain, city, country, street, postal_code: postalCode, tax_number: taxNumber };
  const { id } = await tx.insertInto('accounts').values({ programme_id: programmeId, name_sort: sortKey(name), words: wordsOf(name, domain, city), ...values }).returning('id').executeTakeFirstOrThrow();
  await saveMatching(tx, programmeId, [{ id, ...values }]);
  return id;
}

import type { AccountCandidate, Conflict, MatchReason, ReviewRecord, reviewOperations } from '../../contract/index.js';
import type { Call, Tx } from '../call.js';
import { readContacts } from '../customers/queries.js';
import { addDays } from '../deals/rules.js';
import { presentDeal } from '../deals/present.js';
import { findDeal, readAccount, visibleDeals } from '../deals/queries.js';
import type { Candidate } from '../matching/candidates.js';
import { readProgramme, type ProgrammeRow } from '../programme/queries.js';
import { readRules, type RulesRow } from '../rules/queries.js';
import { found } from '../service-error.js';
import { candidatesOf } from './assess.js';
import { readClaims, readPast, standsInTheWay, type ClaimRow } from './claims.js';
import { presentReview, selectReview } from './queue.js';
import { approvalRuleFor } from './rules.js';

const money = (amount: number, currency: string) => ({ amount, currency });
const linked: MatchReason = { kind: 'linked', strength: 1, detail: '' };

/** All that one decision needs on one screen, as of now. */
export async function readReview(call: Call<(typeof reviewOperations)['read']>): Promise<ReviewRecord> {
  const { tx, caller: { programmeId }, params: { dealId } } = call;
  const programme = await readProgramme(tx, programmeId);
  const rules = await readRules(tx, programmeId);
  const row = found(await selectReview(visibleDeals(call).where('d.id', '=', dealId)).executeTakeFirst());
  const deal = await presentDeal(call, programme, found(await findDeal(call, dealId)));
  const account = (await readAccount(tx, programmeId, dealId)) ?? null;
  const candidates = await candidatesOf(tx, programmeId, dealId);
  const claims = await readClaims(tx, programmeId, dealId, [...new Set([...(account ? [account.id] : []), ...candidates.map(({ accountId }) => accountId)])]);
  const partners = [row.partner_id, ...new Set(claims.map(({ partner_id }) => partner_id))];
  return {
    ...presentReview(call, programme)(row),
    rulesVersion: row.rules_version ?? rules.version, assessedAt: row.assessed_at?.toISOString() ?? null,
    customer: row.customer_id ? await readCompany(tx, programmeId, row.customer_id) : null,
    account,
    candidates: await presentCandidates(tx, programmeId, candidates, account?.id),
    conflictList: claims.map(presentClaim(account?.id, candidates)),
    history: account ? (await readPast(tx, programmeId, account.id, partners)).map(({ id, name, won, lost, open, won_value, last_at }) =>
      ({ partner: { id, name }, won, lost, open, wonValue: money(won_value, programme.currency), lastAt: last_at?.toISOString() ?? null })) : [],
    previews: await preview(tx, programme, rules, deal, claims.filter(({ account_id }) => account_id === account?.id)),
  };
}

const presentClaim = (accountId: string | undefined, candidates: readonly Candidate[]) => (claim: ClaimRow): Conflict => ({
  deal: { id: claim.id, name: claim.name }, customerName: claim.customer_name, partner: { id: claim.partner_id, name: claim.partner_name },
  role: claim.protected ? 'incumbent' : 'claim', overlaps: claim.overlaps, account: { id: claim.account_id, name: claim.account_name },
  certainty: claim.account_id === accountId ? 'certain' : 'possible',
  match: candidates.find(({ accountId: id }) => id === claim.account_id)?.reasons ?? [linked],
  review: claim.review, stage: claim.stage, value: claim.value_minor === null ? null : money(claim.value_minor, claim.currency),
  submittedAt: claim.submitted_at?.toISOString() ?? null, protectedUntil: claim.protected ? claim.protection_ends_on : null,
});

async function presentCandidates(tx: Tx, programmeId: string, candidates: readonly Candidate[], linkedId: string | undefined): Promise<AccountCandidate[]> {
  if (!candidates.length) return [];
  const rows = await tx.selectFrom('accounts').select(['id', 'city', 'country', 'domain']).where('programme_id', '=', programmeId).where('id', 'in', candidates.map(({ accountId }) => accountId)).execute();
  const places = new Map(rows.map(({ id, ...place }) => [id, place]));
  return candidates.map(({ accountId: id, name, score, reasons }) => ({ account: { id, name }, ...places.get(id)!, score, reasons, linked: id === linkedId }));
}

async function readCompany(tx: Tx, programmeId: string, customerId: string): Promise<ReviewRecord['customer']> {
  const { tax_number: taxNumber, postal_code: postalCode, ...customer } = await tx.selectFrom('customers')
    .select(['id', 'name', 'domain', 'tax_number', 'street', 'postal_code', 'city', 'country'])
    .where('programme_id', '=', programmeId).where('id', '=', customerId).executeTakeFirstOrThrow();
  const contacts = await readContacts(tx, programmeId, customerId);
  return { ...customer, taxNumber, postalCode, contacts: contacts.map(({ name, title, email }) => ({ name, title, email })) };
}

const kinds = [['approve', 'approve'], ['reject', 'reject'], ['request_action', 'requestAction']] as const;

/** What each decision would do, and what stands in its way. */
async function preview(tx: Tx, { id, today, settings }: ProgrammeRow, { rules }: RulesRow, deal: Awaited<ReturnType<typeof presentDeal>>, claims: readonly ClaimRow[]): Promise<ReviewRecord['previews']> {
  const needed = approvalRuleFor(deal.value?.amount ?? null, rules);
  const approvers = needed ? await tx.selectFrom('members').select(['id', 'name']).where('programme_id', '=', id).where('id', 'in', needed.memberIds).execute() : [];
  const { days } = settings.protection;
  return kinds.map(([kind, name]) => {
    const action = deal.actions.find((one) => one.name === name);
    const taken = kind === 'approve' && claims.some(standsInTheWay);
    const allowed = Boolean(action?.allowed) && !taken;
    return {
      kind, allowed, reason: taken ? 'account_protected' : action?.reason ?? null,
      protectedUntil: kind === 'approve' ? addDays(today, days) : null,
      days: kind === 'approve' ? { standard: days, ...rules.protectionDays } : null,
      approvers: kind === 'approve' ? (needed?.memberIds ?? []).flatMap((memberId) => approvers.find((one) => one.id === memberId) ?? []) : [],
    };
  });
}

import { sql } from 'kysely';
import type { Tx } from '../call.js';

/** Another partner's claim on an account: protected, or still open. */
export interface ClaimRow {
  id: string;
  name: string;
  customer_name: string | null;
  partner_id: string;
  partner_name: string;
  account_id: string;
  account_name: string;
  review: string;
  stage: string;
  value_minor: number | null;
  currency: string;
  submitted_at: Date | null;
  protection_ends_on: string | null;
  protected: boolean;
  /** An approval waits to be applied. */
  promised: boolean;
  overlaps: boolean;
}

/** What other partners claim on these accounts, seen from one deal: the protected first, then by when they came. */
export async function readClaims(tx: Tx, programmeId: string, dealId: string, accountIds: readonly string[]): Promise<ClaimRow[]> {
  if (!accountIds.length) return [];
  const { rows } = await sql<ClaimRow>`
    select d.id, d.name, d.customer_name, d.partner_id, p.name as partner_name, l.account_id, a.name as account_name, d.review, d.stage, d.value_minor, d.currency,
      d.submitted_at, d.protection_ends_on, is_protected(d) as protected, claims_overlap(mine, d) as overlaps,
      exists (select from deal_decisions x where x.programme_id = d.programme_id and x.deal_id = d.id and x.kind = 'approve' and x.applied_at is null and x.undone_at is null
        and x.by_role <> 'service') as promised
    from deals mine
      join deal_accounts l on l.programme_id = mine.programme_id and l.account_id in (${sql.join(accountIds)})
      join deals d on d.programme_id = l.programme_id and d.id = l.deal_id
      join partners p on p.programme_id = d.programme_id and p.id = d.partner_id
      join accounts a on a.programme_id = l.programme_id and a.id = l.account_id
    where mine.programme_id = ${programmeId} and mine.id = ${dealId} and d.id <> mine.id and d.partner_id <> mine.partner_id
      and (d.review in ('submitted', 'in_review', 'action_required') and d.stage <> 'closed_lost' or is_protected(d))
    order by is_protected(d) desc, d.submitted_at, d.id limit 100`.execute(tx);
  return rows;
}

/** Whether a claim stands in the way of an approval: it is reserved already, or about to be. */
export const standsInTheWay = (claim: ClaimRow): boolean => claim.overlaps && (claim.protected || claim.promised);

/** Holds an account until the transaction ends: who decides on a claim there waits for whoever does so already. */
export const holdAccount = (tx: Tx, programmeId: string, accountId: string) =>
  tx.selectFrom('accounts').select('id').where('programme_id', '=', programmeId).where('id', '=', accountId).forNoKeyUpdate().executeTakeFirst();

/** What each of some partners did at an account. */
export async function readPast(tx: Tx, programmeId: string, accountId: string, partnerIds: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; won: number; lost: number; open: number; won_value: number; last_at: Date | null }>`
    select p.id, p.name, count(*) filter (where d.stage = 'closed_won')::int as won, count(*) filter (where d.stage = 'closed_lost')::int as lost,
      count(*) filter (where d.stage not in ('closed_won', 'closed_lost') and d.review not in ('draft', 'rejected', 'withdrawn'))::int as open,
      coalesce(sum(d.value_minor) filter (where d.stage = 'closed_won' and d.review = 'approved'), 0)::bigint as won_value, max(d.updated_at) as last_at
    from deal_accounts l join deals d on d.programme_id = l.programme_id and d.id = l.deal_id
      join partners p on p.programme_id = d.programme_id and p.id = d.partner_id
    where l.programme_id = ${programmeId} and l.account_id = ${accountId} and d.partner_id in (${sql.join(partnerIds)}) and d.review <> 'draft'
    group by p.id, p.name order by p.name, p.id`.execute(tx);
  return rows;
}

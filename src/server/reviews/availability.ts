import { sql } from 'kysely';
import type { availabilityOperations } from '../../contract/index.js';
import type { Call, Handlers, Tx } from '../call.js';
import { findCustomer } from '../customers/queries.js';
import { asService } from '../database/tenant.js';
import { unknownProducts } from '../deals/queries.js';
import { findCandidates } from '../matching/candidates.js';
import { readProgramme } from '../programme/queries.js';
import { found, invalid, ServiceError } from '../service-error.js';

type Check = Call<(typeof availabilityOperations)['check']>;

/** What a programme may disclose up front: whether an account is taken. Nobody learns by whom, since when or until when. */
export const availabilityRoutes: Handlers<typeof availabilityOperations> = {
  async check(call) {
    const { tx, caller: { programmeId, partnerId }, body } = call;
    const { settings: { disclosure }, today } = await readProgramme(tx, programmeId);
    if (disclosure.mode === 'none') throw new ServiceError('action_not_allowed', { detail: 'This programme does not tell up front. Register the deal.' });
    const customer = found(await findCustomer(call, body.customerId));
    const [unknown] = await unknownProducts(tx, programmeId, body.productIds ?? []);
    if (unknown) throw invalid(`/productIds/${body.productIds!.indexOf(unknown)}`, 'unknown', 'There is no such product.');
    return asService(tx, async () => {
      const used = await countCheck(tx, programmeId, partnerId!, today, disclosure.dailyQuota);
      const linked = await tx.selectFrom('customer_accounts').select('account_id').where('programme_id', '=', programmeId).where('customer_id', '=', customer.id).executeTakeFirst();
      const [best] = linked ? [] : await findCandidates(tx, programmeId, { name: customer.name, domain: customer.domain, city: customer.city, street: customer.street, postalCode: customer.postal_code }, { limit: 1 });
      const accountId = linked?.account_id ?? (best?.verdict === 'automatic' ? best.accountId : undefined);
      return { state: accountId && await isTaken(tx, call, accountId) ? 'taken' : 'free', left: disclosure.dailyQuota - used };
    });
  },
};

/** Counts one question of the company's day, or refuses it. */
async function countCheck(tx: Tx, programmeId: string, partnerId: string, today: string, quota: number): Promise<number> {
  const { rows: [counted] } = await sql<{ count: number }>`
    insert into availability_checks as c (programme_id, partner_id, day, count) values (${programmeId}, ${partnerId}, ${today}::date, 1)
    on conflict (programme_id, partner_id, day) do update set count = c.count + 1 where c.count < ${quota}::int returning count`.execute(tx);
  if (!counted) throw new ServiceError('quota_exceeded');
  return counted.count;
}

/** Whether another partner's protected deal there is about the same products, and about the same project where the programme goes by that. */
async function isTaken(tx: Tx, { caller: { programmeId, partnerId }, body }: Check, accountId: string): Promise<boolean> {
  const products = body.productIds?.length ? sql<boolean>`(not exists (select from deal_lines n where n.programme_id = d.programme_id and n.deal_id = d.id and n.product_id is not null)
    or exists (select from deal_lines n where n.programme_id = d.programme_id and n.deal_id = d.id and n.product_id in (${sql.join(body.productIds)})))` : sql<boolean>`true`;
  const project = sql<boolean>`not coalesce((select rules -> 'conflictsNarrowedBy' ? 'project' from programme_rules where programme_id = d.programme_id order by version desc limit 1)
    and lower(btrim(d.project)) <> lower(btrim(${body.project ?? null}::text)), false)`;
  const { rows } = await sql`select from deals d join deal_accounts l on l.programme_id = d.programme_id and l.deal_id = d.id
    where d.programme_id = ${programmeId} and l.account_id = ${accountId} and d.partner_id <> ${partnerId} and is_protected(d) and ${products} and ${project} limit 1`.execute(tx);
  return rows.length > 0;
}

import { sql, type RawBuilder } from 'kysely';
import type { Call } from '../call.js';
import { isVendor } from '../caller.js';
import { invalid } from '../service-error.js';

/** Whose records a dashboard adds up: the programme's, one partner's, or one seller's. */
export interface Scope {
  programmeId: string;
  partnerId?: string | undefined;
  memberId?: string | undefined;
  vendor: boolean;
}

/** The caller's reach, and within it the partner that the vendor may name. */
export async function scopeOf({ tx, caller, reach, query }: Pick<Call, 'tx' | 'caller' | 'reach'> & { query: { partnerId?: string | undefined } }): Promise<Scope> {
  const scope = { programmeId: caller.programmeId, ...reach, vendor: isVendor(caller) };
  if (!query.partnerId) return scope;
  const partner = isVendor(caller)
    ? await tx.selectFrom('partners').select('id').where('programme_id', '=', caller.programmeId).where('id', '=', query.partnerId).executeTakeFirst()
    : query.partnerId === caller.partnerId;
  if (!partner) throw invalid('?partnerId', 'unknown', 'There is no such partner.');
  return { ...scope, partnerId: query.partnerId };
}

/** Deals of the scope. A deal counts whole for the partner that leads it, so that partners add up to the programme. */
export const ofScope = ({ programmeId, partnerId, memberId }: Scope, table: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<boolean>`${column('programme_id')} = ${programmeId}
    ${partnerId ? sql`and ${column('partner_id')} = ${partnerId}` : sql``}
    ${memberId ? sql`and ${column('member_id')} = ${memberId}` : sql``}`;
};

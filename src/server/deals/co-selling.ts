import { sql } from 'kysely';
import type { BodyOf, dealOperations, FieldProblem } from '../../contract/index.js';
import type { Handlers, Tx } from '../call.js';
import { findOwner } from '../customers/queries.js';
import type { Change } from '../history/entries.js';
import { ServiceError } from '../service-error.js';
import { takeStep } from './transition.js';

type CoSelling = Pick<Handlers<typeof dealOperations>, 'coSell'>;
type Named = BodyOf<(typeof dealOperations)['coSell']>['partners'];

/** Who sells a deal together. Each learns of its own share; only the vendor, of whom with. */
export const coSelling: CoSelling = {
  coSell: (call) => takeStep(call, 'coSell', 'co_selling_changed', async ({ tx, row, programme }) => {
    const { partners } = call.body;
    await requirePartners(tx, programme.id, row.partner_id, partners);
    const before = await readSellers(tx, programme.id, row.id);
    await tx.deleteFrom('deal_partners').where('programme_id', '=', programme.id).where('deal_id', '=', row.id).where('role', '=', 'co_seller').execute();
    if (partners.length) {
      await tx.insertInto('deal_partners').values(partners.map(({ partnerId, memberId = null, share }) =>
        ({ programme_id: programme.id, deal_id: row.id, partner_id: partnerId, member_id: memberId, role: 'co_seller', share }))).execute();
    }
    await tx.updateTable('deal_partners').set({ share: 100 - sumOf(partners) })
      .where('programme_id', '=', programme.id).where('deal_id', '=', row.id).where('role', '=', 'lead').execute();
    return { set: { updated_at: sql<Date>`now()` }, entries: entriesFor(before, await readSellers(tx, programme.id, row.id)) };
  }),
};

const sumOf = (partners: Named): number => partners.reduce((sum, { share }) => sum + share, 0);

async function requirePartners(tx: Tx, programmeId: string, leadId: string, partners: Named): Promise<void> {
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, message: string) => problems.push({ pointer, code, message });
  for (const [index, { partnerId, memberId }] of partners.entries()) {
    const partner = await tx.selectFrom('partners').select('status').where('programme_id', '=', programmeId).where('id', '=', partnerId).executeTakeFirst();
    const pointer = `/partners/${index}`;
    if (!partner) say(`${pointer}/partnerId`, 'unknown', 'There is no such partner.');
    else if (partner.status !== 'active') say(`${pointer}/partnerId`, 'suspended', 'This partner is suspended.');
    else if (partnerId === leadId) say(`${pointer}/partnerId`, 'leads', 'This partner leads the deal.');
    else if (partners.findIndex((other) => other.partnerId === partnerId) < index) say(`${pointer}/partnerId`, 'duplicate', 'This partner is named twice.');
    if (partner && memberId && !(await findOwner(tx, programmeId, partnerId, memberId))) say(`${pointer}/memberId`, 'unknown', 'There is no such active member in this partner\'s company.');
  }
  if (sumOf(partners) > 100) say('/partners', 'shares', 'The shares add up to more than 100 percent.');
  if (problems.length) throw new ServiceError('validation_failed', { fields: problems });
}

type Seller = Awaited<ReturnType<typeof readSellers>>[number];

const readSellers = (tx: Tx, programmeId: string, dealId: string) => tx.selectFrom('deal_partners as dp')
  .innerJoin('partners as p', (join) => join.onRef('p.programme_id', '=', 'dp.programme_id').onRef('p.id', '=', 'dp.partner_id'))
  .select(['p.id', 'p.name', 'dp.member_id', 'dp.share']).where('dp.programme_id', '=', programmeId).where('dp.deal_id', '=', dealId).orderBy('p.name_sort').orderBy('p.id').execute();

/** One entry with all names for the vendor, and one for each partner whose own share moved. */
function entriesFor(before: readonly Seller[], after: readonly Seller[]): Partial<Change>[] {
  const named = (sellers: readonly Seller[]) => sellers.map(({ id, name, share }) => ({ partner: { id, name }, share }));
  const own = [...new Set([...before, ...after].map(({ id }) => id))].flatMap((id): Partial<Change>[] => {
    const [from, to] = [before, after].map((sellers) => sellers.find((seller) => seller.id === id));
    if (from?.share === to?.share && from?.member_id === to?.member_id) return [];
    return [{ partnerId: id, ownerMemberId: (to ?? from)!.member_id, changes: { share: { from: from?.share ?? null, to: to?.share ?? null } } }];
  });
  return [{ audience: 'vendor', changes: { partners: { from: named(before), to: named(after) } } }, ...own];
}

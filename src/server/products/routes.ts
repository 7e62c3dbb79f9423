import type { Money, productOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { readProgramme } from '../programme/queries.js';
import { externalKeyFor, referenceRoom, type NamedRow, type Values } from '../reference-room.js';
import { invalid } from '../service-error.js';

interface ProductRow extends NamedRow {
  code: string | null;
  category: string | null;
  list_price_minor: number | null;
  currency: string | null;
  status: string;
}

const products = referenceRoom<ProductRow, { name: string; code: string | null; category: string | null; listPrice: Money | null; status: string; externalKey: string | null }>({
  kind: 'product',
  table: 'products',
  columns: ['code', 'category', 'list_price_minor', 'currency', 'status'],
  filters: { status: 'status' },
  fields: (row, caller) => ({
    name: row.name, code: row.code, category: row.category, status: row.status, externalKey: externalKeyFor(row, caller),
    listPrice: row.list_price_minor === null ? null : { amount: row.list_price_minor, currency: row.currency! },
  }),
  texts: ({ name, code, category }) => [name, code, category],
});

type Write = Call<(typeof productOperations)['create']> | Call<(typeof productOperations)['change']>;

/** A price is in the programme's currency: figures of several would not add up. */
async function valuesOf({ tx, caller, body: { listPrice, externalKey, ...values } }: Write): Promise<Values<ProductRow>> {
  if (listPrice) {
    const { currency } = await readProgramme(tx, caller.programmeId);
    if (listPrice.currency !== currency) throw invalid('/listPrice/currency', 'currency', `The programme's currency is ${currency}.`);
  }
  return { ...values, external_key: externalKey, ...(listPrice !== undefined && { list_price_minor: listPrice?.amount ?? null, currency: listPrice?.currency ?? null }) };
}

export const productRoutes: Handlers<typeof productOperations> = {
  list: (call) => products.list(call),
  read: (call) => products.read(call, call.params.productId),
  create: async (call) => products.create(call, { ...(await valuesOf(call)), name: call.body.name }),
  change: (call) => products.change(call, call.params.productId, () => valuesOf(call)),
};

import type { Page, PortalClient, ProgrammeRules } from '../../client/index.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What rules can point to, by its names. */
export interface RuleNames {
  readonly products: readonly Named[];
  readonly territories: readonly Named[];
  readonly members: readonly Named[];
  /** Only those that are excluded: a vendor has too many to list. */
  readonly accounts: readonly Named[];
}

/** As many as a list to choose from can sensibly hold. */
const most = 1_000;

async function all<Row extends Named>(page: (cursor?: string) => Promise<Page<Row>>): Promise<Named[]> {
  const rows: Named[] = [];
  for (let cursor: string | undefined | null; cursor !== null && rows.length < most;) {
    const { data, nextCursor } = await page(cursor);
    rows.push(...data.map(({ id, name }) => ({ id, name })));
    cursor = nextCursor;
  }
  return rows;
}

/** Reads the names of all that the rules point to, or may. */
export async function readNames(client: PortalClient, { excludedAccountIds }: ProgrammeRules, signal: AbortSignal): Promise<RuleNames> {
  const from = (cursor?: string) => ({ limit: 200, ...(cursor && { cursor }) });
  const [products, territories, members, accounts] = await Promise.all([
    all((cursor) => client.products.list({ ...from(cursor) }, { signal })),
    all((cursor) => client.territories.list({ ...from(cursor) }, { signal })),
    all((cursor) => client.members.list({ ...from(cursor), role: ['programme_admin', 'channel_manager'], status: ['active'] }, { signal })),
    readAccounts(client, excludedAccountIds, signal),
  ]);
  return { products, territories, members, accounts };
}

/** One by one, a few at a time; one that has gone keeps its id for a name. */
async function readAccounts(client: PortalClient, ids: readonly string[], signal: AbortSignal): Promise<Named[]> {
  const accounts: Named[] = [];
  for (let at = 0; at < ids.length; at += 10) {
    accounts.push(...await Promise.all(ids.slice(at, at + 10).map((id) => client.accounts.read(id, { signal }).then(({ name }) => ({ id, name }), () => ({ id, name: id })))));
  }
  return accounts;
}

export const nameIn = ({ products, territories, members, accounts }: RuleNames, id: string): string =>
  [products, territories, members, accounts].flatMap((list) => list.find((one) => one.id === id) ?? [])[0]?.name ?? id;

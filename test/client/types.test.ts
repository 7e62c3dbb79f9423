import test from 'node:test';
import assert from 'node:assert/strict';
import { createPortalClient, type Deal, type DealRow, type PortalClient } from '../../src/client/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_same: Same<A, B>): void => undefined;

/** Never run: the compiler is the test. Each `@ts-expect-error` fails the type check when its line compiles. */
export async function typed(client: PortalClient): Promise<void> {
  const page = await client.deals.list({ stage: 'committed', limit: 10 });
  same<typeof page.data, DealRow[]>(true);
  same<typeof page.nextCursor, string | null>(true);
  for await (const row of client.deals.list.all({ review: ['draft', 'submitted'] })) same<typeof row, DealRow>(true);
  const deal = await client.deals.read('deal_1', { signal: AbortSignal.abort() });
  same<typeof deal, Deal>(true);
  const changed = await client.deals.change(deal, { name: 'Packaging hall' });
  same<typeof changed, Deal>(true);
  await client.deals.change('deal_1', { name: 'Packaging hall' }, { version: 3 });
  await client.deals.submit(deal);
  await client.deals.submit('deal_1', { idempotencyKey: 'once' });
  await client.deals.approve(deal);
  await client.deals.approve(deal, { note: 'Well done' }, { timeout: 5_000 });
  await client.programme.change({ name: 'Partners' }, { version: 2 });
  same<Awaited<ReturnType<typeof client.leads.decline>>, void>(true);
  await client.leads.decline('lead_1', { reason: 'budget' });
  const { token } = await client.sessions.create({ email: 'ines@example.com', origins: ['https://www.example.com'] });
  same<typeof token, string>(true);
  const file = await client.files.create({ name: 'a.pdf', type: 'application/pdf', size: 5 });
  const uploaded = await client.files.upload(file, new Blob(['%PDF-']), { onProgress: ({ sent, total }) => same<typeof sent, typeof total>(true) });
  same<typeof uploaded.refusal, typeof file.refusal>(true);
  same<Awaited<ReturnType<typeof client.files.download>>, Blob>(true);
  client.watch(['deals', 'dashboard'], ({ recordIds }) => same<typeof recordIds, string[]>(true));

  // @ts-expect-error no such resource
  client.opportunities;
  // @ts-expect-error no such operation
  client.deals.remove;
  // @ts-expect-error no such filter
  void client.deals.list({ colour: 'red' });
  // @ts-expect-error no such stage
  void client.deals.list({ stage: 'won' });
  // @ts-expect-error a read needs to know which
  void client.deals.read();
  // @ts-expect-error a change by a bare id says which version it changes
  void client.deals.change('deal_1', { name: 'x' });
  // @ts-expect-error a decline has a reason
  void client.leads.decline('lead_1');
  // @ts-expect-error only lists can be walked
  client.deals.read.all;
  // @ts-expect-error bytes are a blob
  void client.files.upload(file, 'text');
  // @ts-expect-error only an upload tells how far it is
  void client.files.read(file, { onProgress: () => undefined });
  // @ts-expect-error no such field
  void client.deals.create({ title: 'x' });
  // @ts-expect-error no such resource
  client.watch(['opportunities'], () => undefined);
  // @ts-expect-error one or the other
  createPortalClient({ baseUrl: 'https://prm.example.com', secretKey: 'sk', session: async () => ({ token: '', expiresIn: 1 }) });
}

test('methods, arguments and answers have the contract\'s types', () => assert.ok(typed));

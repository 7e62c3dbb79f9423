import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Importable } from '../../../src/contract/index.js';
import { engines, expectStatus, startService, type TestProgramme, type TestService } from '../service.js';

for (const engine of engines) {
  let server: TestService;
  before(async () => { server = await startService({ engine }); });
  after(() => server.close());

  const send = async ({ secretKey: token }: TestProgramme, kind: Importable, rows: unknown[], apply = true) => {
    const { rows: outcomes } = expectStatus(200, await server.request('POST', '/v1/imports', { token, body: { kind, apply, rows } }));
    return outcomes.map(({ outcome, problems }: { outcome: string; problems: { field: string; code: string }[] }) =>
      [outcome, ...problems.map(({ field, code }) => `${field} ${code}`)].join(', '));
  };
  const read = async ({ secretKey: token }: TestProgramme, path: string) => expectStatus(200, await server.request('GET', path, { token }));

  /** A programme with what rows name: a territory, two partners, a member, a product, a customer. */
  async function setup(): Promise<TestProgramme> {
    const programme = await server.addProgramme();
    await send(programme, 'territories', [{ key: 'T', name: 'Norrland' }]);
    await send(programme, 'partners', [{ key: 'P', name: 'Nordwerk', kind: 'reseller', territoryKey: 'T', city: 'Umeå' }, { key: 'R', name: 'Rivale', kind: 'reseller' }]);
    await send(programme, 'members', [{ key: 'M', name: 'Åsa', email: 'asa@x.example', role: 'partner_seller', partnerKey: 'P' }]);
    await send(programme, 'products', [{ key: 'X', name: 'Pump', listPrice: '3399.995' }]);
    await send(programme, 'customers', [{ key: 'C', name: 'Hafen', partnerKey: 'P', ownerKey: 'M', city: 'Kiel', contactName: 'Zoë' }]);
    return programme;
  }

  test(`${engine}: each row is told apart: new, there already, rejected with field and reason`, async () => {
    const programme = await setup();
    const rows = [
      { key: 'C', name: 'Other name', partnerKey: 'P' }, { key: 'C2', name: 'Kai', partnerKey: 'P' }, { key: 'C2', name: 'Kai', partnerKey: 'P' },
      { key: 'C3', name: '', partnerKey: 'P', country: 'Sweden' }, { name: 'No key', partnerKey: 'P' }, { key: 'C4', name: 'A', partnerKey: 'nobody' },
      { key: 'C5', name: 'A', partnerKey: 'R', ownerKey: 'M' }, { key: 'C6', name: 'A', partnerKey: 'P', contactEmail: 'a@x.example' },
    ];
    const expected = ['exists', 'new', 'rejected, key duplicate', 'rejected, name too_small, country invalid_regex', 'rejected, key required',
      'rejected, partnerKey unknown', 'rejected, ownerKey other_partner', 'rejected, contactName required'];
    assert.deepEqual(await send(programme, 'customers', rows, false), expected);
    assert.equal((await read(programme, '/v1/customers?include=total')).total, 1, 'a dry run writes nothing');
    assert.deepEqual(await send(programme, 'customers', rows), expected);
    assert.deepEqual((await send(programme, 'customers', rows)).slice(0, 3), ['exists', 'exists', 'rejected, key duplicate']);
    const { data } = await read(programme, '/v1/customers?search=hafen');
    assert.deepEqual([data.length, data[0].name, data[0].owner.name], [1, 'Hafen', 'Åsa']);
    assert.equal((await read(programme, '/v1/customers?search=zoe')).data.length, 1);
  });

  test(`${engine}: a parent may come with the same rows; circles and what hangs on a rejected row are refused`, async () => {
    const programme = await setup();
    const row = (key: string, parentKey?: string, more = {}) => ({ key, name: key, kind: 'reseller', ...(parentKey && { parentKey }), ...more });
    assert.deepEqual(
      await send(programme, 'partners', [row('low', 'mid'), row('mid', 'top'), row('top', 'P'), row('a', 'b'), row('b', 'a'), row('bad', undefined, { tier: 'none' }), row('child', 'bad'), row('grandchild', 'child')]),
      ['new', 'new', 'new', 'rejected, parentKey circle', 'rejected, parentKey circle', 'rejected, tier unknown', 'rejected, parentKey unknown', 'rejected, parentKey unknown'],
    );
    const { data } = await read(programme, '/v1/partners');
    const by = Object.fromEntries(data.map((partner: { externalKey: string }) => [partner.externalKey, partner]));
    assert.deepEqual([by.low.parentId, by.mid.parentId, by.top.parentId], [by.mid.id, by.top.id, by.P.id]);
  });

  test(`${engine}: members have one address within a company and a side that fits the role`, async () => {
    const programme = await setup();
    const row = (key: string, email: string, role: string, partnerKey?: string) => ({ key, name: key, email, role, ...(partnerKey && { partnerKey }) });
    assert.deepEqual(
      await send(programme, 'members', [row('1', 'asa@x.example', 'partner_admin', 'P'), row('2', 'ASA@x.example', 'partner_admin', 'R'), row('3', 'b@x.example', 'partner_seller'), row('4', 'b@x.example', 'channel_manager'), row('5', 'c@x.example', 'channel_manager', 'P')]),
      ['rejected, email taken', 'new', 'rejected, partnerKey required', 'rejected, email taken', 'rejected, partnerKey not_allowed'],
    );
    assert.equal((await read(programme, '/v1/members?search=asa')).data.every(({ status }: { status: string }) => status === 'invited'), true);
  });

  test(`${engine}: a price is rounded half up to the programme's currency; leads wait to be offered`, async () => {
    const programme = await setup();
    assert.deepEqual((await read(programme, '/v1/products')).data[0].listPrice, { amount: 340_000, currency: 'EUR' });
    assert.deepEqual(await send(programme, 'leads', [{ key: 'L', company: 'Werft', subject: 'Pumps', value: '1200.5', territoryKey: 'T', productKey: 'X' }, { key: 'L2', company: 'W', subject: 'P', productKey: 'Y' }]), ['new', 'rejected, productKey unknown']);
    const { data: [lead] } = await read(programme, '/v1/leads?search=werft%20pum');
    assert.deepEqual([lead.state, lead.value], ['new', { amount: 120_050, currency: 'EUR' }]);
  });

  test(`${engine}: won deals come confirmed with their lines, and the partner stands as customer where none is named`, async () => {
    const programme = await setup();
    const lines = [{ productKey: 'X', quantity: '3', unitPrice: '0.335' }, { productKey: 'X', quantity: '2', unitPrice: '1012.497', amount: '2024.994' }];
    const won = { partnerKey: 'P', stage: 'closed_won', closedOn: '2010-12-29', lines };
    assert.deepEqual(
      await send(programme, 'deals', [
        { key: 'SO1', ...won }, { key: 'SO2', ...won }, { key: 'SO3', partnerKey: 'P', customerName: 'Werft  Öst', memberKey: 'M' }, { key: 'SO4', partnerKey: 'P', customerName: 'werft ost' },
        { key: 'SO5', partnerKey: 'R', customerKey: 'C' }, { key: 'SO6', partnerKey: 'P', lines: [{ productKey: 'Y', quantity: '1', unitPrice: '1' }] }, { key: 'SO7', partnerKey: 'P', stage: 'closed_won' },
      ]),
      ['new', 'new', 'new', 'new', 'rejected, customerKey other_partner', 'rejected, lines.0.productKey unknown', 'rejected, closedOn required'],
    );
    const { data } = await read(programme, '/v1/deals?stage=closed_won');
    const deal = await read(programme, `/v1/deals/${data[0].id}`);
    assert.deepEqual([deal.value, deal.review, deal.closedOn, deal.customer.name, Boolean(deal.winConfirmedAt)], [{ amount: 202_600, currency: 'EUR' }, 'approved', '2010-12-29', 'Nordwerk', true]);
    assert.deepEqual(deal.lines.map(({ amount }: { amount: string }) => amount), ['1.0050', '2024.9940']);
    const { data: customers } = await read(programme, '/v1/customers?sort=name');
    assert.deepEqual(customers.map(({ name }: { name: string }) => name), ['Hafen', 'Nordwerk', 'Werft  Öst']);
    assert.deepEqual(await send(programme, 'deals', [{ key: 'SO1', ...won }, { key: 'SO8', ...won }]), ['exists', 'new']);
    assert.equal((await read(programme, '/v1/customers?include=total')).total, 3, 'the partner is one customer, also for later imports');
    assert.equal((await read(programme, '/v1/deals?search=werft%20so3')).data.length, 1);
  });

  test(`${engine}: every record is remembered, a batch is one event, and a seller sees what was imported for it`, async () => {
    const programme = await setup();
    const { db } = server.database;
    const entries = await db.selectFrom('history').select(['record_type', 'action']).where('programme_id', '=', programme.id).where('action', '=', 'imported').execute();
    assert.deepEqual(entries.map(({ record_type }) => record_type).sort(), ['customer', 'member', 'partner', 'partner', 'product', 'territory']);
    const events = await db.selectFrom('outbox').select('event').where('programme_id', '=', programme.id).where('event', '=', 'import.applied').execute();
    assert.equal(events.length, 5);
    const { data: [asa] } = await read(programme, '/v1/members?search=asa');
    const token = await programme.openSession(asa.id);
    assert.equal(expectStatus(200, await server.request('GET', '/v1/customers?search=haf', { token })).data.length, 1);
    expectStatus(403, await server.request('POST', '/v1/imports', { token, body: { kind: 'products', apply: true, rows: [{ key: 'Z', name: 'Z' }] } }));
  });
}

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql, type Transaction } from 'kysely';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import type { Database } from '../../../src/server/database/schema.js';
import { asService, inService, inTenant } from '../../../src/server/database/tenant.js';
import { createTestDatabase, engines } from '../database.js';
import { makePolicyWorld, type PolicyWorld } from './policy-world.js';

type Viewer = keyof PolicyWorld['callers'];
type Work = (tx: Transaction<Database>, world: PolicyWorld) => Promise<unknown>;

const perSeller = { seller: 'own', admin: 'colleague own', rival: 'rival', manager: 'colleague own rival', strangeManager: 'elsewhere' };
const perCompany = { ...perSeller, seller: 'colleague own' };
const vendorAlone = { seller: '', admin: '', rival: '', manager: 'colleague own rival', strangeManager: 'elsewhere' };
const nobody = { seller: '', admin: '', rival: '', manager: '', strangeManager: '' };

/** Whose rows each sees in a table, without any condition of the query's own. */
const sights: [table: string, column: string, Partial<Record<Viewer, string>>][] = [
  ['partners', 'name', { seller: 'own', admin: 'own', rival: 'rival', manager: 'own rival', strangeManager: 'elsewhere' }],
  ['partner_words', 'word', { seller: 'own', rival: 'rival', manager: 'own rival' }],
  ['members', 'name', { ...perCompany, seller: 'admin colleague own', admin: 'admin colleague own', manager: 'admin colleague manager own rival' }],
  ['member_words', 'word', { seller: 'admin colleague own', rival: 'rival' }],
  ['accounts', 'name', vendorAlone],
  ['account_words', 'word', vendorAlone],
  ['customers', 'name', perSeller],
  ['customer_words', 'word', perSeller],
  ['contacts', 'name', perSeller],
  ['customer_accounts c join accounts a on a.id = c.account_id', 'a.name', vendorAlone],
  ['leads', 'company', perSeller],
  ['lead_words', 'word', perSeller],
  ['lead_offers', 'note', perSeller],
  ['deals', 'name', perSeller],
  ['deal_words', 'word', perSeller],
  ['deal_lines', 'description', perSeller],
  ['deal_partners p join deals d on d.id = p.deal_id', 'd.name', perSeller],
  ['deal_accounts c join accounts a on a.id = c.account_id', 'a.name', vendorAlone],
  // One file of each owner is on the owner's deal, one is loose: the uploader's alone, and the vendor's.
  ['files', 'name', { seller: 'own own loose', admin: 'colleague own', rival: 'rival rival loose', manager: 'colleague colleague loose own own loose rival rival loose', strangeManager: 'elsewhere elsewhere loose' }],
  ['contents_to_remove', 'key', nobody],
  ['history', 'action', perSeller],
  ['idempotency_keys', 'key', { ...nobody, seller: 'own', rival: 'rival' }],
  ['notices', 'kind', { ...nobody, seller: 'own', rival: 'rival' }],
  ['notice_preferences', 'kind', { ...nobody, seller: 'own', rival: 'rival' }],
  ['notice_emails', 'notice_id', nobody],
  ['reminders', 'record_id', nobody],
  ['unsubscribe_keys', 'secret', nobody],
  ['outbox', 'event', nobody],
  ['sessions', 'member_id', nobody],
  ['secret_keys', 'name', nobody],
  ['signing_keys', 'kid', nobody],
  ['rate_counters', 'subject', nobody],
];

const insertCustomer = (values: object): Work => async (tx, { records: { own } }) =>
  tx.insertInto('customers').values({ programme_id: own.programme, partner_id: own.partner, owner_member_id: own.member, name: 'new', name_sort: 'new', ...values } as never).execute();
const insertDeal = (values: (world: PolicyWorld) => object): Work => async (tx, world) => {
  const { own } = world.records;
  await tx.insertInto('deals').values({ programme_id: own.programme, partner_id: own.partner, member_id: own.member, name: 'new', currency: 'EUR', ...values(world) } as never).execute();
};
const change = (table: 'customers' | 'deals' | 'leads', owner: 'own' | 'colleague' | 'rival' | 'elsewhere', values: (world: PolicyWorld) => object): Work => async (tx, world) => {
  const record = world.records[owner];
  const id = { customers: record.customer, deals: record.deal, leads: record.lead }[table];
  const { numUpdatedRows } = await tx.updateTable(table).set(values(world) as never).where('id', '=', id).executeTakeFirst();
  assert.equal(numUpdatedRows, 1n, 'no such row');
};
const addContact = (owner: 'own' | 'colleague' | 'rival'): Work => async (tx, { records }) =>
  tx.insertInto('contacts').values({ programme_id: records.own.programme, customer_id: records[owner].customer, position: 1, name: 'new' }).execute();
const addMember = (values: object): Work => async (tx, { records: { own } }) =>
  tx.insertInto('members').values({ programme_id: own.programme, partner_id: own.partner, name: 'x', name_sort: 'x', email: 'x@people.example', role: 'partner_seller', ...values } as never).execute();
const addHistory = (values: (world: PolicyWorld) => object): Work => async (tx, world) => {
  const { own } = world.records;
  await tx.insertInto('history').values({ programme_id: own.programme, partner_id: own.partner, actor_member_id: own.member, actor_role: 'partner_seller', record_type: 'deal', record_id: own.deal, action: 'x', audience: 'partner', ...values(world) } as never).execute();
};

const readNotice = (owner: 'own' | 'colleague'): Work => async (tx, { records }) => {
  assert.equal((await tx.updateTable('notices').set({ read_at: new Date() }).where('record_id', '=', records[owner].deal).executeTakeFirst()).numUpdatedRows, 1n, 'no such row');
};
const wantEmails = (owner: 'own' | 'colleague'): Work => async (tx, { records: { [owner]: { programme, member } } }) =>
  tx.insertInto('notice_preferences').values({ programme_id: programme, member_id: member, kind: 'new', email: true }).execute();
const changeFile = (owner: 'own' | 'colleague' | 'rival', values: (world: PolicyWorld) => object): Work => async (tx, world) => {
  const { numUpdatedRows } = await tx.updateTable('files').set(values(world) as never).where('id', '=', world.records[owner].file).executeTakeFirst();
  assert.equal(numUpdatedRows, 1n, 'no such row');
};
const addFile = (values: (world: PolicyWorld) => object): Work => async (tx, world) => {
  const { own } = world.records;
  await tx.insertInto('files').values({ programme_id: own.programme, partner_id: own.partner, member_id: own.member, name: 'x', size: 1, media_type: 'text/plain', ...values(world) } as never).execute();
};
const removeFiles = (owner: 'own' | 'colleague' | 'rival'): Work => async (tx, world) => {
  assert.notEqual((await tx.deleteFrom('files').where('deal_id', '=', world.records[owner].deal).executeTakeFirst()).numDeletedRows, 0n);
};

/** What a member may do by the policies alone, and what not. */
const acts: [who: Viewer, may: boolean, what: string, Work][] = [
  ['seller', true, 'adds an own customer', insertCustomer({})],
  ['seller', false, 'adds a customer for a colleague', (tx, world) => insertCustomer({ owner_member_id: world.records.colleague.member })(tx, world)],
  ['seller', false, 'adds a customer for a rival', (tx, world) => insertCustomer({ partner_id: world.records.rival.partner, owner_member_id: world.records.rival.member })(tx, world)],
  ['seller', false, 'adds a customer in another programme', (tx, { records: { elsewhere } }) => insertCustomer({ programme_id: elsewhere.programme, partner_id: elsewhere.partner, owner_member_id: elsewhere.member })(tx, { records: { own: elsewhere } } as PolicyWorld)],
  ['seller', false, 'gives an external key', insertCustomer({ external_key: 'probe' })],
  ['admin', true, 'adds a customer for a seller', insertCustomer({})],
  ['manager', true, 'adds a customer with an external key', insertCustomer({ external_key: 'k-1' })],
  ['seller', true, 'changes an own customer', change('customers', 'own', () => ({ note: 'x' }))],
  ['seller', false, 'changes a colleague\'s customer', change('customers', 'colleague', () => ({ note: 'x' }))],
  ['admin', true, 'hands a seller\'s customer to another', change('customers', 'own', ({ records }) => ({ owner_member_id: records.colleague.member }))],
  ['admin', false, 'hands a customer to a rival\'s seller', change('customers', 'own', ({ records }) => ({ owner_member_id: records.rival.member }))],
  ['admin', false, 'moves a customer to a rival', change('customers', 'own', ({ records }) => ({ partner_id: records.rival.partner, owner_member_id: null }))],
  ['admin', false, 'changes a rival\'s customer', change('customers', 'rival', () => ({ note: 'x' }))],
  ['manager', false, 'changes a customer of another programme', change('customers', 'elsewhere', () => ({ note: 'x' }))],
  ['seller', true, 'adds a contact to an own customer', addContact('own')],
  ['seller', false, 'adds a contact to a colleague\'s customer', addContact('colleague')],
  ['admin', false, 'adds a contact to a rival\'s customer', addContact('rival')],
  ['seller', true, 'adds a deal for an own customer', insertDeal(({ records }) => ({ customer_id: records.own.customer }))],
  ['seller', false, 'adds a deal for a colleague\'s customer', insertDeal(({ records }) => ({ customer_id: records.colleague.customer }))],
  ['admin', true, 'adds a deal for any of the company\'s customers', insertDeal(({ records }) => ({ customer_id: records.colleague.customer }))],
  ['admin', false, 'adds a deal for a rival\'s customer', insertDeal(({ records }) => ({ customer_id: records.rival.customer }))],
  ['seller', false, 'adds a deal in a colleague\'s name', insertDeal(({ records }) => ({ member_id: records.colleague.member }))],
  ['seller', false, 'adds a deal in a rival\'s name', insertDeal(({ records: { rival } }) => ({ partner_id: rival.partner, member_id: rival.member }))],
  ['seller', false, 'ties a deal to a rival\'s lead', insertDeal(({ records }) => ({ lead_id: records.rival.lead }))],
  ['seller', false, 'changes a colleague\'s deal', change('deals', 'colleague', () => ({ note: 'x' }))],
  ['seller', false, 'becomes a partner of a rival\'s deal', async (tx, { records: { own, rival } }) => tx.insertInto('deal_partners').values({ programme_id: own.programme, deal_id: rival.deal, partner_id: own.partner, member_id: own.member, role: 'co_seller' }).execute()],
  ['admin', false, 'adds a line to a rival\'s deal', async (tx, { records: { own, rival } }) => tx.insertInto('deal_lines').values({ programme_id: own.programme, deal_id: rival.deal, position: 1, quantity: '1', unit_price: '1', amount: '1' }).execute()],
  ['seller', false, 'adds a lead', async (tx, { records: { own } }) => tx.insertInto('leads').values({ programme_id: own.programme, company: 'x', subject: 'x' }).execute()],
  ['seller', true, 'accepts an own lead', change('leads', 'own', () => ({ state: 'accepted' }))],
  ['seller', false, 'accepts a colleague\'s lead', change('leads', 'colleague', () => ({ state: 'accepted' }))],
  ['seller', false, 'turns a lead into a rival\'s deal', change('leads', 'own', ({ records }) => ({ deal_id: records.rival.deal }))],
  ['seller', false, 'adds a colleague', addMember({})],
  ['admin', true, 'adds a seller to the company', addMember({})],
  ['admin', false, 'adds a seller to a rival', (tx, world) => addMember({ partner_id: world.records.rival.partner })(tx, world)],
  ['admin', false, 'makes somebody the vendor\'s', addMember({ partner_id: null, role: 'programme_admin' })],
  ['seller', false, 'makes itself an admin', async (tx, { records: { own } }) => { assert.equal((await tx.updateTable('members').set({ role: 'partner_admin' }).where('id', '=', own.member).executeTakeFirst()).numUpdatedRows, 1n); }],
  ['seller', true, 'leaves a history entry of its own', addHistory(() => ({}))],
  ['seller', false, 'leaves an entry in a rival\'s history', addHistory(({ records }) => ({ partner_id: records.rival.partner }))],
  ['seller', false, 'leaves an entry in another\'s name', addHistory(({ records }) => ({ actor_member_id: records.colleague.member }))],
  ['seller', true, 'marks an own notice as read', readNotice('own')],
  ['seller', false, 'marks a colleague\'s notice as read', readNotice('colleague')],
  ['admin', false, 'marks a seller\'s notice as read', readNotice('own')],
  ['seller', false, 'tells itself something', async (tx, { records: { own } }) => tx.insertInto('notices').values({ programme_id: own.programme, member_id: own.member, event_id: 'x', kind: 'x', record_type: 'deal', record_id: own.deal }).execute()],
  ['seller', false, 'rewrites an own notice', async (tx) => tx.updateTable('notices').set({ kind: 'x' }).execute()],
  ['seller', true, 'wants e-mails of a kind', wantEmails('own')],
  ['seller', false, 'wants e-mails for a colleague', wantEmails('colleague')],
  ['seller', true, 'declares a file', addFile(() => ({}))],
  ['seller', false, 'declares a file in a colleague\'s name', addFile(({ records }) => ({ member_id: records.colleague.member }))],
  ['seller', false, 'declares a file in a rival\'s name', addFile(({ records: { rival } }) => ({ partner_id: rival.partner, member_id: rival.member }))],
  ['seller', false, 'declares a file on a rival\'s deal', addFile(({ records }) => ({ deal_id: records.rival.deal }))],
  ['seller', true, 'adds a file to an own deal', changeFile('own', ({ records }) => ({ deal_id: records.own.deal }))],
  ['seller', false, 'adds a file to a colleague\'s deal', changeFile('own', ({ records }) => ({ deal_id: records.colleague.deal }))],
  ['admin', false, 'adds a seller\'s loose file to a deal', changeFile('own', ({ records }) => ({ deal_id: records.own.deal }))],
  ['rival', false, 'adds a file to another partner\'s deal', changeFile('rival', ({ records }) => ({ deal_id: records.own.deal }))],
  ['seller', true, 'deletes the files of an own draft', removeFiles('own')],
  ['admin', true, 'deletes the files of a seller\'s draft', removeFiles('own')],
  ['seller', false, 'deletes the files of a colleague\'s draft', removeFiles('colleague')],
  ['rival', false, 'deletes the files of another partner\'s draft', removeFiles('own')],
  ['seller', false, 'reads or writes what is to be removed', async (tx) => tx.insertInto('contents_to_remove').values({ programme_id: 'x', key: 'x' }).execute()],
  ['seller', false, 'changes history', async (tx) => tx.updateTable('history').set({ action: 'nothing' }).execute()],
  ['seller', false, 'changes the programme', async (tx) => { assert.notEqual((await tx.updateTable('programmes').set({ name: 'x' }).executeTakeFirst()).numUpdatedRows, 0n); }],
  ['manager', false, 'deletes deals', async (tx) => tx.deleteFrom('deals').execute()],
  ['manager', false, 'reads keys', async (tx) => tx.selectFrom('secret_keys').selectAll().execute()],
];

class Undo extends Error {}

for (const engine of engines) {
  describe(`policies on ${engine}`, () => {
    let database: OpenDatabase;
    let close: () => Promise<void>;
    let world: PolicyWorld;
    before(async () => {
      ({ database, close } = await createTestDatabase(engine));
      world = await makePolicyWorld(database.db);
    });
    after(() => close());

    for (const [table, column, seen] of sights) {
      it(`show each the own rows: ${table.split(' ')[0]}`, async () => {
        for (const [viewer, expected] of Object.entries(seen) as [Viewer, string][]) {
          const rows = await inTenant(database.db, world.callers[viewer], true, async (tx) =>
            (await sql<{ owner: string }>`select distinct ${sql.raw(column)} as owner from ${sql.raw(table)} order by 1`.execute(tx)).rows)
            .catch((error: { code?: string }) => { if (error.code === '42501') return []; throw error; });
          assert.equal(rows.map(({ owner }) => owner).join(' '), expected, viewer);
        }
      });
    }

    for (const [viewer, may, what, work] of acts) {
      it(`a ${viewer} ${what}: ${may ? 'allowed' : 'refused'}`, async () => {
        const attempt = inTenant(database.db, world.callers[viewer], false, async (tx) => {
          await work(tx, world);
          throw new Undo();
        });
        if (may) await assert.rejects(attempt, Undo);
        // 23503: what the caller named is not there for it, be it a policy or a key that finds so.
        else await assert.rejects(attempt, (error: Error & { code?: string }) => error instanceof assert.AssertionError || ['42501', '23503'].includes(error.code!));
      });
    }

    it('show nothing without a caller', async () => {
      for (const [table] of sights.filter(([name]) => /^(partners|members|customers|leads|deals|history)$/.test(name))) {
        const { rows } = await database.db.transaction().execute(async (tx) => {
          await sql`set local role prmkit_app`.execute(tx);
          return sql`select 1 from ${sql.raw(table)}`.execute(tx);
        });
        assert.equal(rows.length, 0, table);
      }
    });

    it('end with the transaction', async () => {
      await inTenant(database.db, world.callers.seller, true, async () => undefined);
      const { rows } = await sql<{ role: string; programme: string | null }>`select current_setting('role') as role, nullif(current_setting('prmkit.programme', true), '') as programme`.execute(database.db);
      assert.deepEqual(rows, [{ role: 'none', programme: null }]);
    });

    it('let a co-seller see the deal and what belongs to it, and change nothing', async () => {
      const { own, rival } = world.records;
      await database.db.insertInto('deal_partners').values({ programme_id: own.programme, deal_id: rival.deal, partner_id: own.partner, member_id: own.member, role: 'co_seller', share: 30 }).execute();
      try {
        await inTenant(database.db, world.callers.seller, false, async (tx) => {
          const deals = await tx.selectFrom('deals').select('name').orderBy('name').execute();
          assert.deepEqual(deals.map(({ name }) => name), ['own', 'rival']);
          const words = await tx.selectFrom('deal_words').select('word').orderBy('word').execute();
          assert.deepEqual(words.map(({ word }) => word), ['own', 'rival']);
          const { numUpdatedRows } = await tx.updateTable('deals').set({ note: 'x' }).where('id', '=', rival.deal).executeTakeFirst();
          assert.equal(numUpdatedRows, 0n);
        });
      } finally {
        await database.db.deleteFrom('deal_partners').where('deal_id', '=', rival.deal).where('role', '=', 'co_seller').execute();
      }
    });

    it('hide a lead from its partner once the service gave it back', async () => {
      const { own } = world.records;
      const attempt = inTenant(database.db, world.callers.seller, false, async (tx) => {
        await asService(tx, () => tx.updateTable('leads').set({ state: 'declined', partner_id: null, member_id: null }).where('id', '=', own.lead).execute());
        assert.deepEqual(await tx.selectFrom('leads').select('id').execute(), []);
        assert.deepEqual(await tx.selectFrom('lead_words').select('word').execute(), []);
        throw new Undo();
      });
      await assert.rejects(attempt, Undo);
    });

    it('refuse every write of a read-only call', async () => {
      for (const run of [inTenant, inService]) {
        await assert.rejects(run(database.db, world.callers.manager, true, (tx) => tx.updateTable('programmes').set({ name: 'x' }).execute()), { code: '25006' });
      }
    });
  });
}

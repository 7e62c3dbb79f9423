import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { demoPeople, vendorName } from '../../../examples/vendor-site/demo-people.js';
import { seedDemo } from '../../../src/command/demo/index.js';
import { checkSettings } from '../../../src/server/programme/rules.js';
import { createTestDatabase } from '../../server/database.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

describe('the demonstration programme', () => {
  let test: TestDatabase;
  let programmeId: string;
  before(async () => {
    test = await createTestDatabase('pglite');
    ({ programmeId } = await seedDemo(test.database, { scale: 0.2 }));
  });
  after(() => test.close());

  const rows = async <T extends object>(text: string): Promise<T[]> => (await sql.raw<T>(text).execute(test.database.db)).rows;
  const none = async (text: string) => assert.deepEqual(await rows(`${text} limit 3`), []);

  it('has the people that its site signs in', async () => {
    for (const person of demoPeople) {
      const [found] = await rows<{ name: string; role: string; company: string }>(
        `select m.name, m.role, coalesce(p.name, '${vendorName}') as company from members m left join partners p on p.id = m.partner_id where m.email = '${person.email}' and m.status = 'active'`);
      assert.deepEqual(found, { name: person.name, role: person.role, company: person.company });
    }
  });

  it('has rules that the service would take', async () => {
    const { settings } = await test.database.db.selectFrom('programmes').select('settings').where('id', '=', programmeId).executeTakeFirstOrThrow();
    assert.deepEqual(checkSettings(settings), []);
  });

  it('has deals and leads in every state', async () => {
    const states = async (table: string, column: string) => (await rows<{ state: string }>(`select distinct ${column} as state from ${table}`)).map(({ state }) => state).sort();
    assert.deepEqual(await states('deals', 'review'), ['action_required', 'approved', 'draft', 'in_review', 'rejected', 'submitted', 'withdrawn']);
    assert.deepEqual(await states('deals', 'protection_state'), ['active', 'expired', 'expiring', 'none']);
    assert.equal((await states('deals', 'stage')).length, 7);
    for (const state of ['new', 'offered', 'accepted', 'converted', 'closed']) assert.ok((await states('leads', 'state')).includes(state), state);
  });

  it('is sound: nothing lies ahead, each state has what it needs, and every deal has its history', async () => {
    await none('select id from deals where created_at > now() or updated_at > now() or submitted_at > now() or updated_at < created_at');
    await none('select id from history where at > now()');
    await none('select id from leads where updated_at > now() or (state = \'offered\') <> (answer_due_at > now() and answered_at is null and partner_id is not null and state <> \'accepted\' and state <> \'converted\')');
    await none(`select id from deals where (review = 'approved' or review = 'rejected') <> (decided_at is not null)`);
    await none(`select id from deals where stage = 'closed_won' and (review <> 'approved' or closed_on is null)`);
    await none(`select id from deals where (stage = 'closed_lost') <> (stage_reason is not null)`);
    await none(`select id from deals where (review in ('submitted', 'in_review')) <> (review_due_on is not null)`);
    await none('select d.id from deals d where not exists (select from history h where h.record_id = d.id and h.action = \'created\')');
    await none('select d.id from deals d join leads l on l.id = d.lead_id where l.deal_id <> d.id');
    await none(`select d.id from deals d join (select deal_id, floor(sum(amount) * 100 + 0.5) as value from deal_lines group by 1) l on l.deal_id = d.id where l.value <> d.value_minor`);
  });

  it('is the same every time', async () => {
    const names = async (id: string) => rows(`select name, city from customers where programme_id = '${id}' order by name_sort, city, updated_at limit 50`);
    const again = await seedDemo(test.database, { scale: 0.2 });
    assert.deepEqual(await names(again.programmeId), await names(programmeId));
    const other = await seedDemo(test.database, { scale: 0.02, seed: 2 });
    assert.notDeepEqual((await names(other.programmeId)).slice(0, 5), (await names(programmeId)).slice(0, 5));
  });
});

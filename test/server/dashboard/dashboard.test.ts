import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, expectStatus, startService, type Person, type TestProgramme, type TestService } from '../service.js';

const month = (ago: number): string => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - ago, 1)).toISOString().slice(0, 7);
const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const day = (days: number): string => daysFromNow(days).toISOString().slice(0, 10);

for (const engine of engines) describe(`the dashboard on ${engine}`, () => {
  let test: TestService;
  let programme: TestProgramme;
  let north: string;
  let south: string;
  let admin: Person;
  let seller: Person;
  let colleague: Person;
  let manager: Person;

  before(async () => { test = await startService({ engine }); });
  after(() => test.close());

  async function setup() {
    programme = await test.addProgramme();
    [north, south] = [await programme.addPartner('North'), await programme.addPartner('South')];
    admin = await programme.addPerson('partner_admin', north);
    seller = await programme.addPerson('partner_seller', north);
    colleague = await programme.addPerson('partner_seller', north);
    manager = await programme.addPerson('channel_manager');
  }

  /** A deal as the database holds it: won last month unless said. */
  async function addDeal(values: Record<string, unknown> = {}): Promise<string> {
    const { id } = await test.database.db.insertInto('deals').values({
      programme_id: programme.id, partner_id: north, member_id: seller.memberId, name: 'Deal', currency: 'EUR', review: 'approved', stage: 'closed_won',
      closed_on: `${month(1)}-10`, win_confirmed_at: new Date(), value_minor: 10_000, submitted_at: `${month(2)}-10T12:00:00Z`, ...values,
    } as never).returning('id').executeTakeFirstOrThrow();
    return id;
  }
  const addLines = (dealId: string, ...lines: [productId: string | null, amount: string][]) => test.database.db.insertInto('deal_lines')
    .values(lines.map(([product_id, amount], position) => ({ programme_id: programme.id, deal_id: dealId, position, product_id, quantity: '1', unit_price: amount, amount }))).execute();
  const addProduct = async (name: string) => (await test.database.db.insertInto('products').values({ programme_id: programme.id, name, name_sort: name }).returning('id').executeTakeFirstOrThrow()).id;
  const addLead = async (values: Record<string, unknown>) =>
    (await test.database.db.insertInto('leads').values({ programme_id: programme.id, company: 'Lead', subject: 'Asks', ...values } as never).returning('id').executeTakeFirstOrThrow()).id;
  const read = async (person: { token: string }, query = '') => expectStatus(200, await test.request('GET', `/v1/dashboard${query}`, { token: person.token }));
  const figures = async (person: { token: string }, query = '') =>
    Object.fromEntries((await read(person, query)).figures.map(({ key, value }: { key: string; value: number }) => [key, value]));
  const results = async (person: { token: string }, by: string) => expectStatus(200, await test.request('GET', `/v1/dashboard/results?by=${by}`, { token: person.token }));

  it('adds up a seller\'s own, a company\'s, and the programme\'s', async () => {
    await setup();
    await addDeal();
    await addDeal({ member_id: colleague.memberId, value_minor: 2_000 });
    await addDeal({ partner_id: south, member_id: null, value_minor: 300 });
    const won = async (person: Person, query = '') => (await figures(person, query)).won_value;
    assert.deepEqual([await won(seller), await won(admin), await won(manager), await won(manager, `?partnerId=${south}`)], [10_000, 12_000, 12_300, 300]);
  });

  it('counts a deal whole for the partner that leads it, and not for one that helps', async () => {
    await setup();
    const id = await addDeal({ partner_id: south, member_id: null });
    await test.database.db.insertInto('deal_partners').values({ programme_id: programme.id, deal_id: id, partner_id: north, role: 'co_seller', share: 40 }).execute();
    assert.equal((await figures(admin)).won_value, 0);
    assert.equal((await figures(manager, `?partnerId=${south}`)).won_value, 10_000);
  });

  it('takes only approved deals for won, lost or open', async () => {
    await setup();
    await addDeal();
    await addDeal({ stage: 'closed_lost' });
    await addDeal({ stage: 'closed_lost', review: 'rejected' });
    await addDeal({ stage: 'qualified', closed_on: null, value_minor: 700 });
    await addDeal({ stage: 'qualified', closed_on: null, review: 'submitted' });
    assert.deepEqual(await figures(manager), {
      won_value: 10_000, won_count: 1, registered_count: 5, win_rate: 0.5, open_value: 700, open_count: 1, lead_answer_rate: null,
    });
  });

  it('begins a month where the programme\'s day begins', async () => {
    await setup();
    // 23:30 in UTC on the last day is the first of the next month in Berlin.
    const last = new Date(Date.parse(`${month(1)}-01T00:00:00Z`) - 30 * 60_000);
    await addDeal({ submitted_at: last, closed_on: null, stage: 'prospect' });
    const { months } = await read(manager, `?from=${month(2)}&to=${month(1)}`);
    assert.deepEqual(months.map(({ registeredCount }: { registeredCount: number }) => registeredCount), [0, 1]);
  });

  it('rates leads by the offers whose answer was due', async () => {
    await setup();
    const lead = await addLead({});
    const offer = (values: Record<string, unknown>) => test.database.db.insertInto('lead_offers')
      .values({ programme_id: programme.id, lead_id: lead, partner_id: north, member_id: seller.memberId, offered_at: daysFromNow(-3), answer_due_at: daysFromNow(-0.01), ...values } as never).execute();
    await offer({ outcome: 'accepted', outcome_at: daysFromNow(-2) });
    await offer({ outcome: 'declined', outcome_at: daysFromNow(-1) });
    await offer({ outcome: 'expired', outcome_at: daysFromNow(0) });
    await offer({ outcome: 'taken_back', outcome_at: daysFromNow(-2) });
    await offer({ answer_due_at: daysFromNow(1) });
    assert.equal((await figures(seller)).lead_answer_rate, 2 / 3);
  });

  it('sums deals by partner and month, and lines by product, each rounded once, half up', async () => {
    await setup();
    const [pump, valve] = [await addProduct('Pump'), await addProduct('Valve')];
    await addLines(await addDeal({ value_minor: 101 }), [pump, '0.3400'], [pump, '0.3350'], [valve, '0.3350']);
    await addLines(await addDeal({ value_minor: 33, partner_id: south, member_id: null, closed_on: `${month(2)}-03` }), [valve, '0.3340']);
    await addDeal({ value_minor: 500 });
    const values = ({ data }: { data: any[] }) => data.map(({ partner, product, month: when, value, count }) => [partner?.name ?? product?.name ?? null, when, value.amount, count]);

    assert.deepEqual(values(await results(manager, 'partner')), [['North', undefined, 601, 2], ['South', undefined, 33, 1]]);
    assert.deepEqual(values(await results(manager, 'partner_month')), [['South', month(2), 33, 1], ['North', month(1), 601, 2]]);
    assert.deepEqual(values(await results(manager, 'month')), [[null, month(2), 33, 1], [null, month(1), 601, 2]]);
    const byProduct = await results(manager, 'product');
    assert.deepEqual(values(byProduct), [[null, undefined, 500, 1], ['Pump', undefined, 68, 1], ['Valve', undefined, 67, 2]]);
    // 1.344 of lines and 5.00 without: rounded once, and not the sum of what was rounded.
    assert.equal(byProduct.total.amount, 634);
    assert.equal((await results(manager, 'month')).total.amount, 634);
    assert.deepEqual(values(await results(seller, 'partner')), [['North', undefined, 601, 2]]);
  });

  it('tells the vendor what waits for it, the most urgent first', async () => {
    await setup();
    const open = { stage: 'prospect', closed_on: null, win_confirmed_at: null };
    await addDeal({ ...open, name: 'Due later', review: 'submitted', review_due_on: day(3) });
    await addDeal({ ...open, name: 'Overdue', review: 'in_review', review_due_on: day(-5) });
    await addDeal({ name: 'Won', win_confirmed_at: null, updated_at: daysFromNow(-4) });
    await addLead({ company: 'Nobody\'s', created_at: daysFromNow(-3) });
    const { attention, attentionTotal } = await read(manager);
    assert.deepEqual(attention.map(({ kind, title, dueOn }: any) => [kind, title, dueOn]), [
      ['review_due', 'Overdue', day(-5)], ['lead_unassigned', 'Nobody\'s', null], ['win_to_confirm', 'Won', null], ['review_due', 'Due later', day(3)],
    ]);
    assert.equal(attentionTotal, 4);
  });

  it('tells a seller what waits for it, and nothing of a colleague\'s', async () => {
    await setup();
    const open = { stage: 'prospect', closed_on: null, win_confirmed_at: null };
    await addLead({ company: 'Mine', state: 'offered', partner_id: north, member_id: seller.memberId, answer_due_at: daysFromNow(0.2) });
    await addLead({ company: 'Anybody\'s', state: 'offered', partner_id: north, answer_due_at: daysFromNow(0.5) });
    await addLead({ company: 'Colleague\'s', state: 'offered', partner_id: north, member_id: colleague.memberId, answer_due_at: daysFromNow(0.5) });
    await addLead({ company: 'Too late', state: 'offered', partner_id: north, answer_due_at: daysFromNow(-1) });
    await addDeal({ ...open, name: 'Ends soon', protection_state: 'active', protection_starts_on: day(-80), protection_ends_on: day(4) });
    await addDeal({ ...open, name: 'Ends later', protection_state: 'active', protection_starts_on: day(-10), protection_ends_on: day(70) });
    await addDeal({ ...open, name: 'Asked', review: 'action_required', updated_at: daysFromNow(-1) });
    await addDeal({ ...open, name: 'Idle', review: 'draft', updated_at: daysFromNow(-9) });
    await addDeal({ ...open, name: 'Fresh', review: 'draft' });
    const { attention } = await read(seller);
    assert.deepEqual(attention.map(({ kind, title }: any) => [kind, title]), [
      ['lead_answer_due', 'Mine'], ['lead_answer_due', 'Anybody\'s'], ['deal_action_required', 'Asked'], ['protection_expiring', 'Ends soon'], ['draft_idle', 'Idle'],
    ]);
  });

  it('names twenty and counts the rest', async () => {
    await setup();
    for (let count = 0; count < 23; count += 1) await addLead({ company: `Lead ${count}` });
    const { attention, attentionTotal } = await read(manager);
    assert.deepEqual([attention.length, attentionTotal], [20, 23]);
  });

  it('refuses another\'s partner and an endless period alike', async () => {
    await setup();
    const other = await test.addProgramme();
    const foreign = await other.addPartner('Elsewhere');
    for (const [person, query] of [[admin, `?partnerId=${south}`], [manager, `?partnerId=${foreign}`], [manager, '?from=2020-01&to=2026-01']] as const) {
      assert.equal((await test.request('GET', `/v1/dashboard${query}`, { token: person.token })).status, 422);
    }
  });
});

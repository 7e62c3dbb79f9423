import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { problemsOf, startWorld, type DealWorld } from '../deals/world.js';
import { expectStatus, type Answer, type Person } from '../service.js';

describe('leads', () => {
  let world: DealWorld;
  const asVendor = (path: string, body: unknown): Promise<Answer> => world.as(world.manager).post(path, body);
  const addLead = async (values: Record<string, unknown> = {}): Promise<any> =>
    expectStatus(201, await asVendor('/v1/leads', { company: 'Kettner Logistik', subject: 'Asks for three pumps', contact: { name: 'Paula Kett', email: 'Paula@kettner.example' }, city: 'Kiel', ...values }));
  const offer = async (to: Person, more: Record<string, unknown> = {}, values = {}): Promise<any> => {
    const { id } = await addLead(values);
    return expectStatus(200, await asVendor(`/v1/leads/${id}/offer`, { partnerId: to.partnerId, ...more }));
  };
  const subjects = async (person: Person, query = ''): Promise<string[]> => expectStatus(200, await world.as(person).get(`/v1/leads${query}`)).data.map((lead: any) => lead.subject);
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());

  it('are the vendor\'s until they are offered', async () => {
    const lead = await addLead({ subject: 'Nobody knows', productIds: [world.productId], value: { amount: 4_200_00, currency: 'EUR' }, externalKey: 'crm-1' });
    assert.deepEqual([lead.state, lead.partner, lead.contact.email, lead.externalKey], ['new', null, 'paula@kettner.example', 'crm-1']);
    assert.equal((await subjects(world.manager)).includes('Nobody knows'), true);
    assert.deepEqual(await subjects(world.admin), []);
    assert.equal((await world.as(world.admin).get(`/v1/leads/${lead.id}`)).status, 404);
  });

  it('say what of them is wrong', async () => {
    const answer = await asVendor('/v1/leads', { company: 'K', subject: 'S', value: { amount: 1, currency: 'USD' }, territoryId: `ter_${'0'.repeat(32)}`, productIds: [`prd_${'0'.repeat(32)}`] });
    assert.deepEqual(problemsOf(answer), { '/value/currency': 'currency', '/territoryId': 'unknown', '/productIds/0': 'unknown' });
    assert.equal((await asVendor('/v1/leads', { company: 'K', subject: 'S', externalKey: 'crm-1' })).body.code, 'already_exists');
  });

  it('are found by the beginnings of company, subject, person and city', async () => {
    await addLead({ company: 'Öhringer Süd', subject: 'Needs valves', city: 'Øvre' });
    for (const words of ['ohring', 'valv', 'ovre%20need']) assert.deepEqual(await subjects(world.manager, `?search=${words}`), ['Needs valves']);
  });

  it('are due at the end of a day in the programme\'s zone', async () => {
    const lead = await offer(world.admin, { answerDueOn: '2030-07-01' });
    assert.equal(lead.answerDueAt, '2030-07-01T22:00:00.000Z');
    const winter = await offer(world.admin, { answerDueOn: '2030-12-01' });
    assert.equal(winter.answerDueAt, '2030-12-01T23:00:00.000Z');
  });

  const refusedOffers: [string, () => Record<string, unknown>, Record<string, string>][] = [
    ['a partner that is not there', () => ({ partnerId: `ptn_${'0'.repeat(32)}` }), { '/partnerId': 'unknown' }],
    ['a member of another company', () => ({ partnerId: world.admin.partnerId, memberId: world.rival.memberId }), { '/memberId': 'unknown' }],
    ['a day that is over', () => ({ partnerId: world.admin.partnerId, answerDueOn: '2020-01-01' }), { '/answerDueOn': 'past' }],
  ];
  for (const [title, body, problems] of refusedOffers) {
    it(`are not offered to ${title}`, async () => {
      const { id } = await addLead();
      assert.deepEqual(problemsOf(await asVendor(`/v1/leads/${id}/offer`, body())), problems);
    });
  }

  it('offered to a company are taken on by the seller who accepts', async () => {
    const { id } = await offer(world.admin);
    for (const person of [world.admin, world.seller, world.colleague]) expectStatus(200, await world.as(person).get(`/v1/leads/${id}`));
    assert.equal((await world.as(world.rival).get(`/v1/leads/${id}`)).status, 404);
    const accepted = expectStatus(200, await world.as(world.seller).post(`/v1/leads/${id}/accept`));
    assert.deepEqual([accepted.state, accepted.member.id, 'offers' in accepted], ['accepted', world.seller.memberId, false]);
    assert.equal((await world.as(world.colleague).post(`/v1/leads/${id}/accept`)).status, 404);
    assert.equal(expectStatus(200, await world.as(world.manager).get(`/v1/leads/${id}`)).offers[0].outcome, 'accepted');
  });

  it('offered to a seller are no colleague\'s business', async () => {
    const { id } = await offer(world.seller, { memberId: world.seller.memberId });
    assert.equal((await world.as(world.colleague).get(`/v1/leads/${id}`)).status, 404);
    expectStatus(200, await world.as(world.admin).get(`/v1/leads/${id}`));
  });

  it('that are declined leave the inbox, and go to the next without a trace', async () => {
    const { id } = await offer(world.admin, {}, { subject: 'Declined once' });
    assert.deepEqual(problemsOf(await world.as(world.seller).post(`/v1/leads/${id}/decline`, { reason: 'mood' })), { '/reason': 'unknown' });
    expectStatus(204, await world.as(world.seller).post(`/v1/leads/${id}/decline`, { reason: 'unable_to_support', note: 'Too far' }));
    assert.equal((await world.as(world.admin).get(`/v1/leads/${id}`)).status, 404);
    const again = expectStatus(200, await asVendor(`/v1/leads/${id}/offer`, { partnerId: world.rival.partnerId }));
    assert.deepEqual(again.offers.map((one: any) => [one.partner.name, one.outcome, one.reason, one.note]), [['Nordwind', 'declined', 'unable_to_support', 'Too far'], ['Südlicht', null, null, null]]);
    const seen = expectStatus(200, await world.as(world.rival).get(`/v1/leads/${id}`));
    const history = expectStatus(200, await world.as(world.rival).get(`/v1/history?recordId=${id}`));
    assert.doesNotMatch(JSON.stringify([seen, history]), /Nordwind|declined|unable|Too far|Mara|Sven/);
    assert.equal(history.data[0].by, 'Vendor');
  });

  it('that are taken back are gone from the partner', async () => {
    const { id } = await offer(world.admin);
    expectStatus(200, await world.as(world.admin).post(`/v1/leads/${id}/accept`));
    const lead = expectStatus(200, await asVendor(`/v1/leads/${id}/take-back`, { note: 'No word for a week' }));
    assert.deepEqual([lead.state, lead.partner, lead.offers[0].outcome, lead.offers[0].note], ['new', null, 'taken_back', 'No word for a week']);
    assert.equal((await world.as(world.admin).get(`/v1/leads/${id}`)).status, 404);
  });

  it('become a customer and a draft deal that name each other', async () => {
    const { id } = await offer(world.seller, {}, { value: { amount: 990_000, currency: 'EUR' }, message: 'Three of them' });
    expectStatus(200, await world.as(world.seller).post(`/v1/leads/${id}/accept`));
    const lead = expectStatus(200, await world.as(world.seller).post(`/v1/leads/${id}/convert`, {}));
    assert.equal(lead.state, 'converted');
    const deal = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${lead.dealId}`));
    assert.deepEqual([deal.name, deal.value.amount, deal.note, deal.leadId, deal.review, deal.member.id], ['Asks for three pumps', 990_000, 'Three of them', id, 'draft', world.seller.memberId]);
    const customer = expectStatus(200, await world.as(world.seller).get(`/v1/customers/${deal.customer.id}`));
    assert.deepEqual([customer.name, customer.city, customer.contacts[0].name, customer.owner.id], ['Kettner Logistik', 'Kiel', 'Paula Kett', world.seller.memberId]);
  });

  it('become a deal for a customer that is the partner\'s already, and no one else\'s', async () => {
    const { id } = await offer(world.admin);
    expectStatus(200, await world.as(world.admin).post(`/v1/leads/${id}/accept`));
    assert.deepEqual(problemsOf(await world.as(world.admin).post(`/v1/leads/${id}/convert`, { customerId: await world.addCustomer(world.rival) })), { '/customerId': 'unknown' });
    const customerId = await world.addCustomer(world.admin, 'Known Company');
    const { dealId } = expectStatus(200, await world.as(world.admin).post(`/v1/leads/${id}/convert`, { customerId }));
    assert.equal(expectStatus(200, await world.as(world.admin).get(`/v1/deals/${dealId}`)).customer.name, 'Known Company');
  });

  it('are closed by the partner once accepted, by the vendor at any time', async () => {
    const { id } = await offer(world.admin);
    assert.equal((await world.as(world.admin).post(`/v1/leads/${id}/close`, { reason: 'budget' })).body.detail, 'Not possible now: state_offered.');
    expectStatus(200, await world.as(world.admin).post(`/v1/leads/${id}/accept`));
    const closed = expectStatus(200, await world.as(world.admin).post(`/v1/leads/${id}/close`, { reason: 'budget', note: 'Next year' }));
    assert.deepEqual([closed.state, closed.reason, closed.reasonNote], ['closed', 'budget', 'Next year']);
    const other = await offer(world.rival);
    const gone = expectStatus(200, await asVendor(`/v1/leads/${other.id}/close`, { reason: 'spam' }));
    assert.deepEqual([gone.state, gone.partner, gone.offers[0].outcome], ['closed', null, 'taken_back']);
    assert.equal((await world.as(world.rival).get(`/v1/leads/${other.id}`)).status, 404);
  });
});

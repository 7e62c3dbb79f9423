import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Person } from '../service.js';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from './world.js';

describe('a deal within its company', () => {
  let world: DealWorld;
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());
  const reassign = (id: string, memberId: string, person: Person = world.admin) => world.as(person).post(`/v1/deals/${id}/reassign`, { memberId });
  const clone = (id: string, person: Person) => world.as(person).post(`/v1/deals/${id}/clone`);

  it('is handed to a colleague, who then has it, and whoever had it is told', async () => {
    const { id, customer } = await world.addDraft(world.seller);
    const since = expectStatus(200, await world.as(world.seller).get('/v1/changes')).now;
    assert.equal(expectStatus(200, await reassign(id, world.colleague.memberId)).member.name, 'Cara Colleague');
    assert.equal((await world.as(world.seller).get(`/v1/deals/${id}`)).status, 404);
    assert.deepEqual(expectStatus(200, await world.as(world.colleague).get('/v1/deals')).data.map((deal: any) => deal.id), [id]);
    assert.ok(expectStatus(200, await world.as(world.seller).get(`/v1/changes?since=${since}`)).data.some((change: any) => change.recordId === id));
    const { data: [entry] } = expectStatus(200, await world.as(world.colleague).get(`/v1/history?recordId=${id}`));
    assert.deepEqual([entry.action, entry.by, entry.changes.member.from.name, entry.changes.member.to.name], ['reassigned', 'Ada Admin', 'Sven Seller', 'Cara Colleague']);
    // The customer stays the seller's own; the deal keeps it, though its new seller cannot look it up.
    const { version } = expectStatus(200, await world.as(world.colleague).get(`/v1/deals/${id}`));
    assert.equal(expectStatus(200, await world.as(world.colleague).patch(`/v1/deals/${id}`, { customerId: customer.id, name: 'Line 5' }, version)).customer.id, customer.id);
  });

  it('is handed to an active member of the own company alone, and by an admin', async () => {
    const { id } = await world.addDraft(world.seller);
    for (const memberId of [world.rival.memberId, world.manager.memberId, `mem_${'0'.repeat(32)}`]) assert.deepEqual(problemsOf(await reassign(id, memberId)), { '/memberId': 'unknown' });
    const left = await world.programme.addPerson('partner_seller', world.seller.partnerId, 'Lea Left');
    await world.test.database.db.updateTable('members').set({ status: 'suspended' }).where('id', '=', left.memberId).execute();
    assert.deepEqual(problemsOf(await reassign(id, left.memberId)), { '/memberId': 'unknown' });
    assert.deepEqual(problemsOf(await reassign(id, world.seller.memberId)), { '/memberId': 'unchanged' });
    assert.equal((await reassign(id, world.colleague.memberId, world.seller)).body.code, 'role_forbidden');
    assert.equal((await reassign(id, world.rival.memberId, world.rival)).status, 404);
  });

  it('is the pattern of a new draft, without what was decided on it', async () => {
    const draft = await world.addDraft(world.seller, { lines: [{ productId: world.productId, quantity: '2', unitPrice: '10.5' }], territoryId: world.territoryId, project: 'Hall 3', note: 'As in May' });
    expectStatus(200, await world.as(world.seller).post(`/v1/deals/${draft.id}/submit`));
    await world.as(world.manager).post(`/v1/deals/${draft.id}/reject`, { reason: 'insufficient', note: 'Name the site' });
    const copy = expectStatus(201, await clone(draft.id, world.seller));
    const content = ({ name, customer, lines, value, closeOn, territoryId, project, note, member }: any) => ({ name, customer, lines, value, closeOn, territoryId, project, note, member });
    assert.deepEqual(content(copy), content(draft));
    assert.notEqual(copy.id, draft.id);
    assert.deepEqual([copy.review, copy.decisionReason, copy.decisionNote, copy.submittedAt, copy.leadId], ['draft', null, null, null, null]);
    const { data: [entry] } = expectStatus(200, await world.as(world.seller).get(`/v1/history?recordId=${copy.id}`));
    assert.deepEqual([entry.action, entry.changes.clonedFrom.to.id], ['created', draft.id]);
    assert.equal(expectStatus(200, await world.as(world.admin).get(`/v1/deals?search=line&review=draft`)).data[0].id, copy.id);
  });

  it('is copied with what the copier sees, and is the copier\'s', async () => {
    const { id } = await world.addDraft(world.seller, { closeOn: '2020-01-01' });
    expectStatus(200, await reassign(id, world.colleague.memberId));
    const copy = expectStatus(201, await clone(id, world.colleague));
    assert.deepEqual([copy.customer, copy.closeOn, copy.member.name], [null, null, 'Cara Colleague']);
    const admins = expectStatus(201, await clone(id, world.admin));
    assert.deepEqual([admins.customer.name, admins.member.name], ['Brückner Maschinenbau', 'Cara Colleague']);
    assert.equal((await clone(id, world.seller)).status, 404);
    assert.equal((await clone(id, world.rival)).status, 404);
    assert.equal((await clone(id, world.manager)).body.code, 'role_forbidden');
  });
});

describe('a deal that two partners sell', () => {
  let world: DealWorld;
  let id: string;
  before(async () => { world = await startWorld(); ({ id } = await world.addApproved(world.seller)); });
  after(() => world?.test.close());
  const coSell = (partners: object[], person: Person = world.manager, dealId = id) => world.as(person).post(`/v1/deals/${dealId}/co-sell`, { partners });
  const shares = async (person: Person) => expectStatus(200, await world.as(person).get(`/v1/deals/${id}`)).partners.map(({ partner, role, share }: any) => [partner.name, role, share]);

  it('is shared in percent, the rest the lead\'s, and each learns of itself alone', async () => {
    const since = expectStatus(200, await world.as(world.rival).get('/v1/changes')).now;
    expectStatus(200, await coSell([{ partnerId: world.rival.partnerId, memberId: world.rival.memberId, share: 30 }]));
    assert.deepEqual(await shares(world.manager), [['Nordwind', 'lead', 70], ['Südlicht', 'co_seller', 30]]);
    assert.deepEqual(await shares(world.seller), [['Nordwind', 'lead', 70]]);
    assert.deepEqual(await shares(world.rival), [['Südlicht', 'co_seller', 30]]);
    assert.ok(expectStatus(200, await world.as(world.rival).get(`/v1/changes?since=${since}`)).data.some(({ recordId }: any) => recordId === id));
    assert.deepEqual(expectStatus(200, await world.as(world.rival).get('/v1/deals?search=retrofit')).data.map((deal: any) => [deal.id, deal.nextStep]), [[id, null]]);
    for (const [person, other, own] of [[world.seller, /Südlicht|Rita/, { from: 100, to: 70 }], [world.rival, /Nordwind|Sven|Ada/, { from: null, to: 30 }]] as const) {
      const { data } = expectStatus(200, await world.as(person).get(`/v1/history?recordId=${id}`));
      assert.deepEqual(data.find(({ action }: any) => action === 'co_selling_changed').changes, { share: own });
      assert.doesNotMatch(JSON.stringify(data), other);
    }
    const vendors = expectStatus(200, await world.as(world.manager).get(`/v1/history?recordId=${id}`)).data.filter(({ action }: any) => action === 'co_selling_changed');
    assert.deepEqual(vendors.find(({ changes }: any) => changes.partners).changes.partners.to.map(({ partner, share }: any) => [partner.name, share]), [['Nordwind', 70], ['Südlicht', 30]]);
  });

  it('is shared anew in place of before, and with nobody', async () => {
    const third = await world.programme.addPartner('Westwind');
    expectStatus(200, await coSell([{ partnerId: third, share: 0 }]));
    assert.deepEqual(await shares(world.manager), [['Nordwind', 'lead', 100], ['Westwind', 'co_seller', 0]]);
    assert.equal((await world.as(world.rival).get(`/v1/deals/${id}`)).status, 404);
    assert.deepEqual(expectStatus(200, await world.as(world.rival).get('/v1/deals?search=retrofit')).data, []);
    expectStatus(200, await coSell([]));
    assert.deepEqual(await shares(world.manager), [['Nordwind', 'lead', 100]]);
  });

  it('is shared only among partners that can sell it', async () => {
    const away = await world.programme.addPartner('Away', { status: 'suspended' });
    const rival = { partnerId: world.rival.partnerId, share: 10 };
    const refused: [string, object[], Record<string, string>][] = [
      ['one that is not there', [{ partnerId: `ptn_${'0'.repeat(32)}`, share: 1 }], { '/partners/0/partnerId': 'unknown' }], ['a suspended one', [{ partnerId: away, share: 1 }], { '/partners/0/partnerId': 'suspended' }],
      ['the lead', [{ partnerId: world.seller.partnerId, share: 1 }], { '/partners/0/partnerId': 'leads' }], ['one twice', [rival, rival], { '/partners/1/partnerId': 'duplicate' }],
      ['another company\'s member', [{ ...rival, memberId: world.seller.memberId }], { '/partners/0/memberId': 'unknown' }], ['more than all', [{ ...rival, share: 60 }, { partnerId: away, share: 41 }], { '/partners/1/partnerId': 'suspended', '/partners': 'shares' }],
      ['a share too big', [{ ...rival, share: 101 }], { '/partners/0/share': 'too_big' }],
    ];
    for (const [title, partners, problems] of refused) assert.deepEqual(problemsOf(await coSell(partners)), problems, title);
    assert.deepEqual(await shares(world.manager), [['Nordwind', 'lead', 100]]);
    assert.equal((await coSell([rival], world.manager, (await world.addDraft(world.seller)).id)).body.detail, 'Not possible now: review_draft.');
    assert.equal((await coSell([rival], world.admin)).body.code, 'role_forbidden');
  });
});

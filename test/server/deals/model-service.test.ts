import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { ProtectionState, Role } from '../../../src/contract/index.js';
import { endProtections } from '../../../src/server/deals/protection-job.js';
import { expireOffers } from '../../../src/server/leads/expiry-job.js';
import { applyDecisions } from '../../../src/server/reviews/jobs.js';
import { leadActionOf, leadAllowed, leadAttempt, leadModelActions, newLead, seesLead, type LeadAttempt, type ModelLead } from '../leads/lead-model.js';
import { whole } from '../../whole.js';
import { engines, expectStatus, startService, type Answer, type Person } from '../service.js';
import { actionOf, allowedByModel, applied, attempt, illegal, modelActions, newDeal, protectionOfModel, vendors, type Attempt, type ModelDeal } from './deal-model.js';
import { startWorld, type DealWorld } from './world.js';

/** Lives through the real service, on each engine: others in each run. */
const numRuns = whole ? 40 : 16;
const longest = 14;
let requests = 0;

const allowed = (record: any): Set<string> => new Set(record.actions.filter((action: any) => action.allowed).map((action: any) => action.name));

/** Each state of a deal as its history tells it, from the first one on. */
function retold<Facts extends object>(entries: readonly any[], first: Facts): Facts[] {
  const states = [first];
  for (const { changes } of entries) {
    const before = states.at(-1)!;
    const protection = changes.protection?.to;
    const after = {
      ...before,
      ...(changes.review && { review: changes.review.to }), ...(changes.stage && { stage: changes.stage.to }), ...(changes.winConfirmedAt && { winConfirmed: changes.winConfirmedAt.to !== null }),
      // The clock's own entries name the state alone.
      ...(protection && { protection: protection.state ?? protection }), ...(changes.extension && { extensionRequested: changes.extension.to?.state === 'requested' }), ...(changes.member && { member: changes.member.to.id }),
    };
    if (JSON.stringify(after) !== JSON.stringify(before)) states.push(after);
  }
  return states;
}

for (const engine of engines) {
  describe(`random lives through the service on ${engine}`, () => {
    let world: DealWorld;
    let programmeAdmin: Person;
    let rivalSeller: Person;
    before(async () => {
      world = await startWorld({ rules: { undoSeconds: 600 } }, await startService({ engine, limits: { perSession: 1_000_000, perKey: 1_000_000 } }));
      programmeAdmin = await world.programme.addPerson('programme_admin');
      rivalSeller = await world.programme.addPerson('partner_seller', world.rival.partnerId);
    });
    after(() => world?.test.close());

    const tokenOf = (role: Role, seller: Person, admin: Person = world.admin): string =>
      ({ partner_admin: admin.token, partner_seller: seller.token, programme_admin: programmeAdmin.token, channel_manager: world.manager.token, secret_key: world.programme.secretKey } as Record<string, string>)[role]!;
    const request = (method: string, path: string, token: string, body?: unknown, headers = {}): Promise<Answer> => {
      requests += 1;
      return world.test.request(method, path, { token, body, headers });
    };
    const wholeHistory = async (recordId: string): Promise<any[]> => {
      const entries: any[] = [];
      for (let cursor = ''; ;) {
        const page = expectStatus(200, await request('GET', `/v1/history?recordId=${recordId}&limit=200${cursor}`, world.manager.token));
        entries.push(...page.data);
        if (!page.hasMore) return entries.reverse();
        cursor = `&cursor=${page.nextCursor}`;
      }
    };

    it(`keep ${numRuns} deals legal, tell what is allowed, and can be told again from history`, async () => {
      const customerId = await world.addCustomer(world.seller);
      const send = (id: string, version: number, action: string, by: Role, model: ModelDeal, { stage, days }: Attempt): Promise<Answer> => {
        const token = tokenOf(by, model.member === 'seller' ? world.seller : world.colleague);
        const bodies: Record<string, [path: string, body?: object]> = {
          moveStage: ['stage', { stage, ...(stage === 'closed_lost' && { reason: 'price' }) }], requestExtension: ['request-extension', { days, reason: 'More time' }], grantExtension: ['grant-extension', {}],
          refuseExtension: ['refuse-extension', { note: 'No' }], reassign: ['reassign', { memberId: (model.member === 'seller' ? world.colleague : world.seller).memberId }], startReview: ['start-review'],
          requestAction: ['request-action', { note: 'When?' }], approve: ['approve', {}], reject: ['reject', { reason: 'other' }], confirmWin: ['confirm-win'], refuseWin: ['refuse-win', { note: 'No order' }], coSell: ['co-sell', { partners: [] }],
          undoDecision: ['undo-decision'], handOver: ['hand-over', { memberId: world.manager.memberId }], linkAccount: ['link-account', { accountId: world.accountId }],
        };
        if (action === 'change') return request('PATCH', `/v1/deals/${id}`, token, { note: `Note ${version}` }, { 'if-match': `"${version}"` });
        if (action === 'sendMessage') return request('POST', '/v1/messages', token, { dealId: id, text: 'Hello' });
        const [path, body] = bodies[action] ?? [action];
        return request('POST', `/v1/deals/${id}/${path}`, token, body);
      };
      const factsOf = (deal: any) => ({ review: deal.review, stage: deal.stage, winConfirmed: deal.winConfirmedAt !== null, protection: deal.protection.state as ProtectionState, extensionRequested: deal.extensions[0]?.state === 'requested', member: deal.member.id });

      await fc.assert(fc.asyncProperty(fc.array(fc.tuple(attempt, fc.nat(40)), { maxLength: longest, size: 'max' }), async (attempts) => {
        let model = newDeal;
        const { id } = expectStatus(201, await request('POST', '/v1/deals', world.seller.token, { name: 'A life', customerId, value: { amount: 100, currency: 'EUR' }, closeOn: '2030-03-31' }));
        const read = async (by: Role) => expectStatus(200, await request('GET', `/v1/deals/${id}`, tokenOf(by, model.member === 'seller' ? world.seller : world.colleague)));
        let deal = await read('channel_manager');
        const lived = [factsOf(deal)];
        for (const [given, passed] of attempts) {
          if (passed > 30 && model.daysLeft !== null) {
            // So many days later: the end is so much nearer, and the job has run.
            model = { ...model, daysLeft: model.daysLeft - passed };
            const { db } = world.test.database;
            await db.updateTable('deals').set({ protection_ends_on: sql`protection_ends_on - ${passed}::int` }).where('id', '=', id).execute();
            await endProtections(db);
            deal = await read('channel_manager');
            if (deal.protection.state !== lived.at(-1)!.protection) lived.push(factsOf(deal));
          }
          if (model.waiting && passed > 10) {
            // The time to undo is over, and the job has run.
            const { db } = world.test.database;
            await db.updateTable('deal_decisions').set({ applies_at: sql<Date>`now()` }).where('deal_id', '=', id).where('applied_at', 'is', null).where('undone_at', 'is', null).execute();
            await applyDecisions(db);
            model = applied(model);
            deal = await read('channel_manager');
            lived.push(factsOf(deal));
          }
          const { action, by } = actionOf(model, given);
          const { roles, may, reaches, take } = modelActions[action]!;
          const answer = await send(id, deal.version, action, by, model, given);
          const expected = roles.includes(by) && may(model) && (reaches?.(model, given) ?? true);
          assert.equal(answer.status, expected ? (['clone', 'sendMessage'].includes(action) ? 201 : 200) : roles.includes(by) ? 409 : 403, `${action} by ${by}: ${JSON.stringify(answer.body)}`);
          if (expected) model = { ...model, ...take(model, given) };
          const seen = await read(by);
          assert.deepEqual(allowed(seen), new Set(allowedByModel(model, by)), `what ${by} may do after ${action}`);
          deal = vendors.includes(by) ? seen : await read('channel_manager');
          const facts = factsOf(deal);
          assert.deepEqual(facts, {
            review: model.review, stage: model.stage, winConfirmed: model.winConfirmed, protection: protectionOfModel(model), extensionRequested: model.asked !== null,
            member: (model.member === 'seller' ? world.seller : world.colleague).memberId,
          }, `after ${action}`);
          assert.equal(illegal({ ...facts, extensionsLeft: 2 - model.granted }), undefined);
          if (JSON.stringify(facts) !== JSON.stringify(lived.at(-1))) lived.push(facts);
        }
        assert.deepEqual(retold(await wholeHistory(id), lived[0]!), lived);
      }), { numRuns, endOnFailure: true });
    });

    it(`keep ${numRuns} leads legal, tell what is allowed, and can be told again from history`, async () => {
      const customers = { own: await world.addCustomer(world.admin), rival: await world.addCustomer(world.rival) };
      const peopleOf = (side: LeadAttempt['side']) => (side === 'own' ? [world.seller, world.admin] : [rivalSeller, world.rival]) as [Person, Person];
      await fc.assert(fc.asyncProperty(fc.array(fc.tuple(leadAttempt, fc.nat(9)), { maxLength: longest, size: 'max' }), async (attempts) => {
        let model: ModelLead = newLead;
        const { id } = expectStatus(201, await request('POST', '/v1/leads', world.manager.token, { company: 'A company', subject: 'A life' }));
        const lived: string[] = [model.state];
        for (const [given, chance] of attempts) {
          if (chance === 0 && model.state === 'offered') {
            const { db } = world.test.database;
            if (model.overdue) await expireOffers(db);
            else await db.updateTable('leads').set({ answer_due_at: new Date(0) }).where('id', '=', id).execute();
            model = model.overdue ? { ...model, state: 'expired', overdue: false } : { ...model, overdue: true };
            if (model.state !== lived.at(-1)) lived.push(model.state);
          }
          const { action, by } = leadActionOf(model, given);
          // A seller may be without what a colleague took on: the company's admin acts for the company.
          const role = by === 'partner_seller' ? 'partner_admin' : by;
          const side = vendors.includes(role) || given.wild ? given.side : model.partner ?? given.side;
          const token = tokenOf(role, ...peopleOf(side));
          const bodies: Record<string, [path: string, body?: object]> = {
            offer: ['offer', { partnerId: peopleOf(given.side)[0].partnerId }], takeBack: ['take-back', {}], accept: ['accept'], decline: ['decline', { reason: 'other' }], convert: ['convert', { customerId: customers[side] }], close: ['close', { reason: 'other' }],
          };
          const { version } = expectStatus(200, await request('GET', `/v1/leads/${id}`, world.manager.token));
          const answer = action === 'change' ? await request('PATCH', `/v1/leads/${id}`, token, { message: `Version ${version}` }, { 'if-match': `"${version}"` }) : await request('POST', `/v1/leads/${id}/${bodies[action]![0]}`, token, bodies[action]![1]);
          const { roles, may, take } = leadModelActions[action]!;
          const status = !roles.includes(role) ? 403 : !seesLead(model, role, side) ? 404 : !may(model, role) ? 409 : action === 'decline' ? 204 : 200;
          assert.equal(answer.status, status, `${action} by ${role} of ${side}: ${JSON.stringify(answer.body)}`);
          if (status < 300) model = { ...model, ...take(model, { ...given, side: given.side }) };
          const seen = await request('GET', `/v1/leads/${id}`, token);
          assert.equal(seen.status, seesLead(model, role, side) ? 200 : 404);
          if (seen.status === 200) {
            assert.equal(seen.body.state, model.state);
            assert.deepEqual(allowed(seen.body), new Set(leadAllowed(model, role)), `what ${role} may do after ${action}`);
          }
          if (model.state !== lived.at(-1)) lived.push(model.state);
        }
        const states: Record<string, string> = { created: 'new', offered: 'offered', accepted: 'accepted', declined: 'declined', taken_back: 'new', converted: 'converted', closed: 'closed', expired: 'expired' };
        const told = (await wholeHistory(id)).flatMap(({ action }) => states[action] ?? []);
        assert.deepEqual(told, lived);
      }), { numRuns, endOnFailure: true });
    });
  });
}

after(() => console.log(`# random lives: ${requests} requests`));

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import type * as z from 'zod/mini';
import { isMutation, roles, type IdKind, type Role, type Whose } from '../../../src/contract/index.js';
import { reachOf, type ReachOf } from '../../../src/server/caller.js';
import { idPlaces, operations, requestFor, type IdPlace, type NamedOperation } from '../../contract/samples.js';
import { whole } from '../../whole.js';
import type { Engine } from '../database.js';
import { engines, siteOrigin, startService, type Answer, type Person, type TestService } from '../service.js';
import { canaryOf, makeWorld, type Owner, type Records, type World } from './world.js';

/** Checkers of whose data it is: the service's own, and one that allows all, so that the policies alone must hold. */
const checkers: [string, ReachOf][] = [['the service and the policies', reachOf], ['the policies alone', () => ({})]];

/** Whoever reaches for what belongs to another: with the victim's ids, and whose canaries must not be found. */
interface Attack {
  who: string;
  token: string;
  role: Role;
  own: Records;
  victim: Records;
  unseen: Owner[];
}

const attacksIn = (world: World): Attack[] => {
  const { own, ofColleague, ofRival, ofElsewhere, stranger } = world;
  const as = (person: Person) => ({ token: person.token, role: person.role });
  return [
    { who: 'a seller for a colleague\'s record', ...as(world.seller), own, victim: ofColleague, unseen: ['colleague', 'rival', 'vendor', 'elsewhere'] },
    { who: 'a rival partner\'s admin', ...as(world.rivalAdmin), own: ofRival, victim: own, unseen: ['colleague', 'vendor', 'elsewhere'] },
    { who: 'a rival partner\'s seller', ...as(world.rivalSeller), own: ofRival, victim: ofColleague, unseen: ['colleague', 'vendor', 'elsewhere'] },
    { who: 'a partner\'s admin for a rival\'s record', ...as(world.admin), own, victim: ofRival, unseen: ['rival', 'vendor', 'elsewhere'] },
    { who: 'another programme\'s admin', ...as(stranger.programmeAdmin), own: ofElsewhere, victim: own, unseen: ['colleague', 'rival'] },
    { who: 'another programme\'s seller', ...as(stranger.seller), own: ofElsewhere, victim: ofRival, unseen: ['colleague', 'rival', 'vendor'] },
    { who: 'another programme\'s key', token: world.strangerKey, role: 'secret_key', own: ofElsewhere, victim: own, unseen: ['colleague', 'rival'] },
    { who: 'the programme\'s manager for another programme', ...as(world.manager), own, victim: ofElsewhere, unseen: ['elsewhere'] },
    { who: 'the programme\'s key for another programme', token: world.here.secretKey, role: 'secret_key', own, victim: ofElsewhere, unseen: ['elsewhere'] },
  ];
};

/** Kinds that everybody of a programme may name: nobody's in particular. */
const shared: readonly IdKind[] = ['product', 'territory'];

/**
 * In which state the attacker's own record must be, and what else its body must say, for an operation to come as far as the id that is another's:
 * refused for anything before, it would prove nothing.
 */
const ready: Partial<Record<NamedOperation['name'], { deals?: object; leads?: object; body?: (own: Records) => object }>> = {
  'deals.approve': { deals: { review: 'submitted' } },
  'deals.handOver': { deals: { review: 'submitted' } },
  'deals.linkAccount': { deals: { review: 'submitted' } },
  'deals.coSell': { deals: { review: 'submitted' } },
  'leads.convert': { leads: { state: 'accepted' } },
  'leads.offer': { leads: { state: 'new', partner_id: null, member_id: null, offered_at: null, answer_due_at: null } },
  'customers.create': { body: (own) => ({ partnerId: own.partner }) },
  'members.invite': { body: () => ({ role: 'partner_seller' }) },
  'sessions.create': { body: (own) => ({ memberId: own.member }) },
};

let attempts = 0;

/** The policies are each engine's own; what the service checks before them is the same code on both, and takes half a minute of each. */
const checkersOn = (engine: Engine) => checkers.filter(([, checker]) => whole || checker !== reachOf || engine === engines.at(-1));

for (const engine of engines) {
  for (const [held, checker] of checkersOn(engine)) {
    describe(`isolation held by ${held} on ${engine}`, () => {
      let service: TestService;
      let world: World;
      before(async () => {
        service = await startService({ engine, reach: checker, limits: { perSession: 1_000_000, perKey: 1_000_000 } });
        world = await makeWorld(service);
      });
      after(() => service.close());

      const whoOf = ({ operation }: NamedOperation, role: Role) => (operation.who as Partial<Record<Role, Whose>>)[role];
      const send = (request: ReturnType<typeof requestFor>, token: string, headers: Record<string, string> = {}): Promise<Answer> => {
        attempts += 1;
        return service.request(request.method, request.path, { token, body: request.body, headers: { ...request.headers, ...headers } });
      };
      /** Nothing that another owns stands in the answer or in the log. */
      const assertUnseen = (answer: Answer, owners: readonly Owner[], about: string) => {
        const told = `${JSON.stringify(answer.body)} ${JSON.stringify([...answer.headers])} ${JSON.stringify(service.log.splice(0))}`;
        for (const owner of owners) assert.ok(!told.includes(canaryOf(owner)), `${about}: found the canary of ${owner} in ${told.slice(0, 2_000)}`);
      };

      /** The attacker's own ids everywhere but in one place, and its own records such that only that id can be refused. */
      const requestOf = async (named: NamedOperation, place: IdPlace | undefined, { own, victim, token }: Attack) => {
        const request = requestFor(named, place, (kind) => own[kind], (kind) => victim[kind]);
        const { body = () => ({}), ...states } = ready[named.name] ?? {};
        const said = Object.entries(body(own)).filter(([field]) => place?.at !== `/${field}`);
        if (said.length > 0) request.body = { ...(request.body as object), ...Object.fromEntries(said) };
        for (const [table, values] of Object.entries(states) as ['deals' | 'leads', object][]) {
          await service.database.db.updateTable(table).set(values).where('id', '=', table === 'deals' ? own.deal : own.lead).execute();
        }
        if (request.headers['if-match']) {
          const { headers } = await service.request('GET', request.path, { token });
          request.headers['if-match'] = headers.get('etag') ?? '"1"';
        }
        return request;
      };

      /** An answer that was stored for the victim under this key, in the same operation. */
      const plantAnswer = ({ operation, name }: NamedOperation, { victim }: Attack, key: string) => isMutation(operation) && service.database.db.insertInto('idempotency_keys').values({
        programme_id: victim.programme, subject: victim.member, operation: name, key, body_hash: 'of another request', status: 200, headers: '{}', body: `{"told":"${canaryOf('rival')}"}`,
      }).execute();

      for (const named of operations.filter(({ operation }) => !operation.who || !('operator' in operation.who))) {
        it(`keeps ${named.name} to what each caller may see, whatever ids it is given`, async () => {
          for (const attack of attacksIn(world)) {
            if (!whoOf(named, attack.role)) continue;
            const places: (IdPlace | undefined)[] = [undefined, ...idPlaces(named)];
            for (const place of places) {
              if (!place && isMutation(named.operation)) continue;
              const key = `${named.name}-${attempts}`;
              await plantAnswer(named, attack, key);
              const request = await requestOf(named, place, attack);
              service.log.length = 0;
              const answer = await send(request, attack.token, isMutation(named.operation) ? { 'idempotency-key': key } : {});
              const about = `${attack.who}, ${place?.at ?? 'no id'}, answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`;
              assertUnseen(answer, attack.unseen, about);
              assert.notEqual(answer.status, 500, about);
              assert.ok(!answer.headers.has('idempotency-replayed') && answer.body?.code !== 'idempotency_key_reused', `${about}: learned of another's idempotency key`);
              const sameCompany = attack.own.partner === attack.victim.partner && (place?.kind === 'partner' || place?.kind === 'member');
              const foreign = attack.own.programme !== attack.victim.programme;
              if (place && isMutation(named.operation) && !sameCompany && (foreign || !shared.includes(place.kind))) assertRefused(answer, place, about);
            }
          }
        });
      }

      /** Refused for the id, and as if there were none such. Another refusal came before the id was looked at, and proves nothing: see `ready`. */
      const assertRefused = ({ status, body }: Answer, { at }: IdPlace, about: string) => {
        const forTheId = status === 422 && body.errors?.some(({ pointer, code }: { pointer: string; code: string }) => pointer === at || code === 'unknown');
        assert.ok(at.startsWith('{') ? status === 404 : status === 404 || forTheId, `${about}: is not refused for the id at ${at}`);
      };

      it('would see a leak: the vendor is shown what partners keep from each other', async () => {
        for (const path of ['/v1/customers', '/v1/deals', '/v1/leads']) {
          const { body } = await service.request('GET', path, { token: world.manager.token });
          for (const owner of ['rival', 'colleague'] as const) assert.ok(JSON.stringify(body).includes(canaryOf(owner)), `${owner} at ${path}`);
          assert.ok(!JSON.stringify(body).includes(canaryOf('elsewhere')));
        }
      });

      const paged = operations.filter(({ operation }) => 'cursor' in ((operation.query as z.ZodMiniObject | undefined)?.shape ?? {}));
      it('gives no row of another by the cursor of somebody who sees more', async () => {
        assert.ok(paged.length >= 8, `${paged.length} lists`);
        for (const named of paged) {
          for (const attack of attacksIn(world).filter(({ role }) => whoOf(named, role))) {
            const [from, key] = attack.own.programme === attack.victim.programme ? [attack.own, world.here.secretKey]
              : [attack.victim, attack.victim.programme === world.here.id ? world.here.secretKey : world.strangerKey];
            const { path } = requestFor(named, undefined, (kind) => from[kind], (kind) => from[kind]);
            const { path: own } = requestFor(named, undefined, (kind) => attack.own[kind], (kind) => attack.own[kind]);
            const page = (await service.request('GET', `${path}${path.includes('?') ? '&' : '?'}limit=1`, { token: key })).body;
            if (!page.nextCursor) continue;
            service.log.length = 0;
            const answer = await send({ method: 'GET', path: `${own}${own.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(page.nextCursor)}`, headers: {} }, attack.token);
            assert.equal(answer.status, 200, JSON.stringify(answer.body));
            assertUnseen(answer, attack.unseen, `${attack.who} with a cursor of the vendor's in ${named.name}`);
          }
        }
      });

      it('does the work anew for whoever sends the key and the very request of another', async () => {
        const key = { 'idempotency-key': 'the-same-key-for-everybody' };
        const create = (name: string) => ({ method: 'POST', path: '/v1/customers', body: { name }, headers: {} });
        assert.equal((await send(create(`${canaryOf('colleague')} new`), world.colleague.token, key)).status, 201);
        for (const person of [world.seller, world.rivalSeller, world.stranger.seller]) {
          service.log.length = 0;
          const answer = await send(create(`${canaryOf('colleague')} new`), person.token, key);
          assert.equal(answer.headers.get('idempotency-replayed'), null);
          assert.notEqual(answer.body.owner?.id, world.colleague.memberId);
        }
      });
    });
  }

  describe(`the gate on ${engine}`, () => {
    let service: TestService;
    let world: World;
    before(async () => {
      service = await startService({ engine, limits: { perSession: 1_000_000, perKey: 1_000_000 } });
      world = await makeWorld(service);
    });
    after(() => service.close());

    const everywhere = async (about: string, tokenFor: (role: Role) => Promise<string | undefined>, codes: readonly string[], headers: Record<string, string> = {}) => {
      for (const named of operations) {
        const role = roles.find((one) => one in named.operation.who)!;
        if (role === 'operator') continue;
        for (const place of [undefined, ...idPlaces(named)]) {
          const request = requestFor(named, place, (kind) => world.own[kind], (kind) => world.ofRival[kind]);
          attempts += 1;
          const token = await tokenFor(role);
          const answer = await service.request(request.method, request.path, { ...(token && { token }), body: request.body, headers: { ...request.headers, ...headers } });
          assert.ok(codes.includes(answer.body.code), `${about}: ${named.name} answered ${answer.status} ${answer.body.code}`);
        }
      }
    };
    const personOf = (role: Role) => ({ programme_admin: world.programmeAdmin, channel_manager: world.manager, partner_admin: world.admin, partner_seller: world.seller } as Partial<Record<Role, Person>>)[role] ?? world.seller;

    it('refuses every operation without a token', () => everywhere('no token', async () => undefined, ['token_missing']));

    it('refuses every operation with a token of its own making, of another audience, or signed by other means', async () => {
      const { kid, secret } = await service.database.db.selectFrom('signing_keys').select(['kid', 'secret']).executeTakeFirstOrThrow();
      const forge = (audience: string, signedWith: Uint8Array, alg = 'HS256') => new SignJWT({ prg: world.here.id }).setProtectedHeader({ alg, kid }).setSubject(world.seller.memberId)
        .setJti(world.own.session).setAudience(audience).setIssuedAt().setExpirationTime('10m').sign(signedWith);
      const wrongAudience = await forge('somebody-else', Buffer.from(secret, 'base64url'));
      await everywhere('wrong audience', async () => wrongAudience, ['token_invalid']);
      const wrongKey = await forge('prmkit', Buffer.from('0'.repeat(43), 'base64url'));
      await everywhere('wrong key', async () => wrongKey, ['token_invalid']);
      const otherMeans = await forge('prmkit', Buffer.from(secret, 'base64url'), 'HS512');
      await everywhere('another algorithm', async () => otherMeans, ['token_invalid']);
      const unsigned = `${Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')}.${wrongAudience.split('.')[1]}.`;
      await everywhere('no signature', async () => unsigned, ['token_invalid']);
    });

    it('refuses every operation with a token of another origin', () =>
      everywhere('wrong origin', async (role) => (role === 'secret_key' ? world.here.secretKey : personOf(role).token), ['origin_forbidden', 'secret_key_in_browser'], { origin: 'https://elsewhere.example' }));

    it('refuses a role that an operation does not name, before anything else of it', async () => {
      for (const named of operations) {
        for (const person of [world.seller, world.admin, world.manager, world.programmeAdmin]) {
          const request = requestFor(named, undefined, (kind) => world.own[kind], (kind) => world.own[kind]);
          if (person.role in named.operation.who) continue;
          attempts += 1;
          const answer = await service.request(request.method, request.path, { token: person.token, body: request.body, headers: request.headers });
          assert.equal(answer.body.code, 'role_forbidden', `${person.role} at ${named.name}`);
        }
      }
    });

    it('refuses every operation once the member is suspended, and once the session has ended', async () => {
      const { db } = service.database;
      await db.updateTable('members').set({ status: 'suspended' }).where('programme_id', '=', world.here.id).execute();
      await everywhere('suspended', async (role) => (role === 'secret_key' ? undefined : personOf(role).token), ['member_suspended', 'token_missing']);
      await db.updateTable('sessions').set({ expires_at: new Date(0) }).where('programme_id', '=', world.here.id).execute();
      await everywhere('expired', async (role) => (role === 'secret_key' ? undefined : personOf(role).token), ['token_expired', 'token_missing']);
    });

    it('lets a session in from its own origin, and answers its preflight like any other', async () => {
      const fresh = await startService({ engine });
      const programme = await fresh.addProgramme();
      const person = await programme.addPerson('channel_manager');
      assert.equal((await fresh.request('GET', '/v1/session', { token: person.token, headers: { origin: siteOrigin } })).status, 200);
      for (const path of ['/v1/deals', `/v1/deals/${world.own.deal}`, '/v1/nothing']) {
        const preflight = await fresh.request('OPTIONS', path, { headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' } });
        assert.equal(preflight.status, 204);
      }
      await fresh.close();
    });
  });
}

describe('isolation, in sum', () => {
  it('tells how often it was tried', (t) => t.diagnostic(`isolation: ${attempts} attempts, no leak`));
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { idPrefixes, isMutation, type IdKind, type MemberRole } from '../../../src/contract/index.js';
import { operations, requestFor, type NamedOperation } from '../../contract/samples.js';
import { startService, type Person, type TestService } from '../service.js';

/** The same requests in every run, so that no change fails for another's fault; PRMKIT_FUZZ_SEED and PRMKIT_FUZZ_RUNS look further. */
const { PRMKIT_FUZZ_SEED: seed = '20260329', PRMKIT_FUZZ_RUNS: runs = '25' } = process.env;

/** What people and attackers put into fields. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, '', ' ', '\0', '\ud800', '‮', '0'.repeat(5_000), "'; drop table deals; --", '%_\\', '../../etc', '<script>', '١٢٣', '2026-02-30', [], {}, [[]], { a: {} }),
  fc.string({ unit: 'binary', maxLength: 40 }), fc.integer(), fc.double(), fc.jsonValue({ maxDepth: 2 }),
);

/** Takes a valid body and puts something else in one or two of its places. */
const mutate = (body: unknown, places: readonly number[], values: readonly unknown[]): unknown => {
  const copy = structuredClone(body);
  if (copy instanceof Uint8Array) return new TextEncoder().encode(JSON.stringify(values));
  const spots: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      spots.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  places.forEach((place, index) => {
    const spot = spots[place % Math.max(1, spots.length)];
    if (spot) spot[0][spot[1]] = values[index];
  });
  return copy;
};

describe('requests that nobody meant', () => {
  let service: TestService;
  let people: Partial<Record<MemberRole, Person>>;
  let key: string;
  before(async () => {
    service = await startService({ limits: { perSession: 1_000_000, perKey: 1_000_000 } });
    const programme = await service.addProgramme();
    const partner = await programme.addPartner('Partner');
    key = programme.secretKey;
    people = { partner_seller: await programme.addPerson('partner_seller', partner), programme_admin: await programme.addPerson('programme_admin') };
  });
  after(() => service.close());

  const tokenFor = ({ operation: { who } }: NamedOperation): string =>
    'partner_seller' in who ? people.partner_seller!.token : 'programme_admin' in who ? people.programme_admin!.token : 'secret_key' in who ? key : service.operatorToken;
  const unknown = (kind: IdKind) => `${idPrefixes[kind]}_${'0'.repeat(32)}`;

  for (const named of operations) {
    it(`${named.name} answers only what its contract declares, and never fails`, async () => {
      const whole = requestFor(named, undefined, unknown, unknown);
      const full = { ...whole, body: named.operation.body ? requestFor(named, { at: '/', kind: 'deal' }, unknown, unknown).body : undefined };
      await fc.assert(fc.asyncProperty(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 2 }), fc.array(nasty, { minLength: 2, maxLength: 2 }), fc.string({ maxLength: 60 }), fc.boolean(),
        async (places, values, text, inQuery) => {
          const body = isMutation(named.operation) && named.operation.body ? mutate(full.body, places, values) : undefined;
          const query = inQuery ? `${full.path.includes('?') ? '&' : '?'}${new URLSearchParams({ [places[0]! % 2 ? 'search' : 'cursor']: text })}` : '';
          // The request itself throws when the answer is not declared.
          const answer = await service.request(named.operation.method, `${full.path}${query}`, { token: tokenFor(named), body, headers: full.headers });
          assert.notEqual(answer.status, 500, JSON.stringify(service.log.filter(({ level }) => level === 'error').at(-1)));
        },
      ), { numRuns: Number(runs), seed: Number(seed) });
    });
  }
});

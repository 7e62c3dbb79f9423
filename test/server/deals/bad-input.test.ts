import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DealForm, FormField } from '../../../src/contract/index.js';
import { expectStatus, type Answer } from '../service.js';
import { startWorld, type DealWorld } from './world.js';

const label = { en: 'Label' };
const options = [{ value: 'one', label }, { value: 'two', label }];
const standard = (key: string): FormField => ({ key, type: 'standard', label, required: true });
const own = (key: string, type: FormField['type']): FormField => ({ key, type, label, required: true, ...((type === 'choice' || type === 'multi_choice') && { options }) });

/** Every kind of field that a form can have, all of them needed. */
const dealForm: DealForm = {
  sections: [
    { key: 'standard', label, fields: ['name', 'customerId', 'lines', 'value', 'closeOn', 'territoryId', 'project', 'note'].map(standard) },
    { key: 'own', label, fields: [own('words', 'text'), own('story', 'long_text'), own('count', 'number'), own('budget', 'money'), own('startOn', 'date'), own('route', 'choice'), own('areas', 'multi_choice'), own('papers', 'file'), own('agreed', 'consent')] },
  ],
};

/** What people and attackers put into a field. */
const badValues = {
  'an empty value': '', 'too long a value': 'x'.repeat(5_000), 'a value of another type': { nonsense: true }, 'an unknown choice': 'no_such_choice', 'control characters': 'a\u0007b\u0000c',
  'a bidi override': 'invoice\u202efdp.exe', 'characters of four bytes': '𝒳 😀 𐍈', 'a formula': '=HYPERLINK("https://evil.example";"Click")', 'HTML': '<img src=x onerror="alert(1)">',
  'an enormous number': 1e300, 'a date in year 0': '0000-01-01', 'another programme\'s id': '',
} as const;
type Bad = keyof typeof badValues;

const text: Bad[] = ['an unknown choice', 'characters of four bytes', 'a formula', 'HTML', 'a date in year 0', 'another programme\'s id'];

interface Place {
  pointer: string;
  /** What the form would send with the value in its place. */
  body: (value: unknown) => object;
  /** What is simply text there, and is kept as it is. */
  takes?: readonly Bad[];
  /** Where it is read back. */
  read?: (deal: any) => unknown;
  /** Whose id of another programme is tried. */
  kind?: 'customer' | 'product' | 'territory' | 'member';
}
const at = (key: string, more: Partial<Place> = {}): Place => ({ pointer: `/${key}`, body: (value) => ({ [key]: value }), read: (deal) => deal[key], ...more });
const inLine = (key: string, more: Partial<Place> = {}): Place =>
  ({ pointer: `/lines/0/${key}`, body: (value) => ({ lines: [{ quantity: '1', unitPrice: '1', [key]: value }] }), read: (deal) => deal.lines[0][key], ...more });
/** The programme's own fields take nothing for "not filled in yet". */
const custom = (key: string, more: Partial<Place> = {}): Place =>
  ({ pointer: `/custom/${key}`, body: (value) => ({ custom: { [key]: value } }), read: (deal) => deal.custom[key] ?? null, ...more, takes: [...(more.takes ?? []), 'an empty value'] });

const places: Place[] = [
  at('name', { takes: text }), at('project', { takes: text }), at('note', { takes: [...text, 'a bidi override', 'an empty value'] }), at('closeOn'), at('value'), at('lines'), at('custom'),
  at('customerId', { kind: 'customer' }), at('territoryId', { kind: 'territory' }), at('memberId', { kind: 'member' }),
  { pointer: '/value/amount', body: (amount) => ({ value: { amount, currency: 'EUR' } }) }, { pointer: '/value/currency', body: (currency) => ({ value: { amount: 1, currency } }) },
  inLine('productId', { kind: 'product' }), inLine('description', { takes: text }), inLine('quantity'), inLine('unitPrice'),
  custom('words', { takes: text }), custom('story', { takes: [...text, 'a bidi override'] }), custom('count'), custom('budget'), custom('startOn'), custom('route'), custom('areas'), custom('papers'), custom('agreed'),
];

/** What only one field could be given. */
const particular: [about: string, pointer: string, body: object][] = [
  ['a negative amount', '/value/amount', { value: { amount: -1, currency: 'EUR' } }], ['half a cent', '/value/amount', { value: { amount: 0.5, currency: 'EUR' } }],
  ['another currency', '/value/currency', { value: { amount: 1, currency: 'USD' } }], ['a day that no calendar has', '/closeOn', { closeOn: '2026-02-30' }], ['a day far away', '/closeOn', { closeOn: '9999-12-31' }],
  ['a comma for a point', '/lines/0/quantity', { lines: [{ quantity: '1,5', unitPrice: '1' }] }], ['a negative quantity', '/lines/0/quantity', { lines: [{ quantity: '-1', unitPrice: '1' }] }],
  ['a product of two that is too much', '/lines/0/quantity', { lines: [{ quantity: '999999999999', unitPrice: '999999999999' }] }], ['lines that add up to too much', '/lines', { lines: Array.from({ length: 9 }, () => ({ quantity: '999999999', unitPrice: '99999' })) }],
  ['more lines than a form holds', '/lines', { lines: Array.from({ length: 501 }, () => ({ quantity: '1', unitPrice: '1' })) }],
  ['another currency in an own field', '/custom/budget/currency', { custom: { budget: { amount: 1, currency: 'USD' } } }], ['an enormous amount in an own field', '/custom/budget/amount', { custom: { budget: { amount: 1e30, currency: 'EUR' } } }],
  ['an option twice', '/custom/areas', { custom: { areas: ['one', 'one'] } }], ['an option that is not there', '/custom/areas', { custom: { areas: ['one', 'three'] } }], ['a number as text', '/custom/count', { custom: { count: '7' } }],
  ['a number of nothing', '/custom/count', { custom: { count: -1e16 } }], ['a consent as text', '/custom/agreed', { custom: { agreed: 'yes' } }], ['a file that was never uploaded', '/custom/papers/0', { custom: { papers: [`file_${'0'.repeat(32)}`] } }],
  ['a field that the form has not', '/custom/constructor', { custom: { constructor: 'x' } }], ['a field that no deal has', '', { review: 'approved' }],
];

let tried = 0;

describe('bad input', () => {
  let world: DealWorld;
  let elsewhere: Record<NonNullable<Place['kind']> | 'deal', string>;
  before(async () => {
    world = await startWorld({ settings: { dealForm } });
    const there = await startWorld({}, world.test);
    elsewhere = { customer: await there.addCustomer(there.seller), product: there.productId, territory: there.territoryId, member: there.seller.memberId, deal: (await there.addDraft(there.seller)).id };
  });
  after(() => world?.test.close());

  const stored = async () => {
    const { db } = world.test.database;
    const counted = await Promise.all((['deals', 'deal_lines', 'history', 'outbox'] as const).map((table) => db.selectFrom(table).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()));
    return counted.map(({ count }) => Number(count));
  };
  const send = (body: object): Promise<Answer> => {
    tried += 1;
    return world.as(world.seller).post('/v1/deals', body);
  };
  const assertNamed = (answer: Answer, pointer: string) => {
    assert.deepEqual([answer.status, answer.body.code], [422, 'validation_failed'], JSON.stringify(answer.body));
    const problem = answer.body.errors.find((known: any) => known.pointer === pointer || known.pointer.startsWith(`${pointer}/`));
    assert.ok(problem, `${pointer} is not named: ${JSON.stringify(answer.body.errors)}`);
    assert.match(problem.code, /^[a-z_]+$/);
    assert.ok(problem.message.length > 10 && problem.message !== 'Invalid input', problem.message);
  };

  for (const place of places) {
    it(`in ${place.pointer} is refused by name and nothing is stored, or is text and stays what it is`, async () => {
      for (const [about, given] of Object.entries(badValues) as [Bad, unknown][]) {
        const value = about === 'another programme\'s id' ? elsewhere[place.kind ?? 'deal'] : given;
        const before = await stored();
        const answer = await send(place.body(value));
        if (place.takes?.includes(about)) {
          const deal = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${expectStatus(201, answer).id}`));
          assert.equal(place.read!(deal), value === '' ? null : value, about);
        } else {
          assertNamed(answer, place.pointer);
          assert.deepEqual(await stored(), before, `${about} left something behind`);
        }
      }
    });
  }

  for (const [about, pointer, body] of particular) {
    it(`that is ${about} is refused at ${pointer || 'the whole'}`, async () => {
      const before = await stored();
      assertNamed(await send(body), pointer);
      assert.deepEqual(await stored(), before);
    });
  }

  it('that is missing is named when the deal is submitted, field by field, and nothing changes', async () => {
    const draft = expectStatus(201, await send({}));
    const refused = await world.as(world.seller).post(`/v1/deals/${draft.id}/submit`);
    const expected = dealForm.sections.flatMap(({ fields }) => fields.map(({ key, type }) => (type === 'standard' ? `/${key}` : `/custom/${key}`)));
    assert.deepEqual(refused.body.errors.map(({ pointer, code }: any) => [pointer, code]), expected.map((pointer) => [pointer, 'required']));
    assert.deepEqual(expectStatus(200, await world.as(world.seller).get(`/v1/deals/${draft.id}`)), draft);
  });

  it('changes nothing of a deal that is there already, even beside what is right', async () => {
    const draft = await world.addDraft(world.seller);
    const refused = await world.as(world.seller).patch(`/v1/deals/${draft.id}`, { name: 'Right', note: 'Right', closeOn: '0000-01-01' }, draft.version);
    assertNamed(refused, '/closeOn');
    assert.deepEqual(expectStatus(200, await world.as(world.seller).get(`/v1/deals/${draft.id}`)), draft);
  });

  after(() => console.log(`# bad input: ${tried} tries`));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormField, Review, Stage } from '../../../src/contract/index.js';
import { allowedNames } from '../../../src/server/actions.js';
import { checkComplete, checkCustom } from '../../../src/server/deals/form.js';
import { addDays, addWorkingDays, daysBetween, dealAvailability, protectionOf, refuseStage, type DealState } from '../../../src/server/deals/rules.js';

const deal = (values: Partial<DealState> = {}): DealState => ({ review: 'draft', stage: 'prospect', protection: 'none', winConfirmed: false, leads: true, ...values });

describe('what may be done with a deal', () => {
  const byReview: [Review, string[], string[]][] = [
    ['draft', ['change', 'submit', 'withdraw', 'moveStage'], []],
    ['submitted', ['withdraw', 'moveStage'], ['startReview', 'requestAction', 'approve', 'reject']],
    ['in_review', ['withdraw', 'moveStage'], ['requestAction', 'approve', 'reject']],
    ['action_required', ['change', 'submit', 'withdraw', 'moveStage'], []],
    ['approved', ['moveStage'], []],
    ['rejected', [], []],
    ['withdrawn', [], []],
  ];
  for (const [review, partner, vendor] of byReview) {
    it(`while ${review}: the partner ${partner.join(', ') || 'nothing'}; the vendor ${vendor.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(allowedNames(dealAvailability(deal({ review }), 'partner_seller')), partner);
      assert.deepEqual(allowedNames(dealAvailability(deal({ review }), 'channel_manager')), vendor);
    });
  }

  it('nothing for a co-seller, and every reason says so', () => {
    assert.deepEqual([...new Set(dealAvailability(deal({ leads: false }), 'partner_admin').map((action) => action.reason))], ['not_leading']);
  });

  const wins: [string, Partial<DealState>, boolean][] = [
    ['a claimed win of an approved deal', { review: 'approved', stage: 'closed_won' }, true],
    ['a win that is confirmed', { review: 'approved', stage: 'closed_won', winConfirmed: true }, false],
    ['a deal that is still open', { review: 'approved', stage: 'committed' }, false],
  ];
  for (const [title, values, expected] of wins) {
    it(`${expected ? 'confirms' : 'does not confirm'} ${title}`, () => {
      assert.equal(allowedNames(dealAvailability(deal(values), 'channel_manager')).includes('confirmWin'), expected);
    });
  }
});

describe('moving the stage', () => {
  const moves: [Stage, Stage, Review, string | undefined][] = [
    ['prospect', 'committed', 'draft', undefined],
    ['committed', 'qualified', 'approved', undefined],
    ['prospect', 'prospect', 'draft', 'same_stage'],
    ['committed', 'closed_won', 'submitted', 'win_needs_approval'],
    ['committed', 'closed_won', 'approved', undefined],
    ['prospect', 'closed_lost', 'draft', undefined],
    ['closed_lost', 'closed_won', 'approved', 'already_closed'],
    ['closed_won', 'committed', 'approved', undefined],
  ];
  for (const [from, to, review, refusal] of moves) {
    it(`from ${from} to ${to} while ${review}: ${refusal ?? 'yes'}`, () => assert.equal(refuseStage(deal({ stage: from, review }), to), refusal));
  }
});

describe('days', () => {
  const protections: [string, string, string][] = [
    ['2026-04-30', '2026-03-01', 'active'], ['2026-03-15', '2026-03-01', 'expiring'], ['2026-03-16', '2026-03-01', 'active'],
    ['2026-03-01', '2026-03-01', 'expiring'], ['2026-02-28', '2026-03-01', 'expired'],
  ];
  for (const [endsOn, today, state] of protections) it(`protection to ${endsOn} is ${state} on ${today}`, () => assert.equal(protectionOf(endsOn, today, 14), state));

  const working: [string, number, string[], string][] = [
    ['2026-03-02', 5, [], '2026-03-09'], ['2026-03-06', 1, [], '2026-03-09'], ['2026-03-07', 1, [], '2026-03-09'],
    ['2026-04-02', 1, ['2026-04-03', '2026-04-06'], '2026-04-07'], ['2026-12-31', 1, ['2027-01-01'], '2027-01-04'],
  ];
  for (const [from, days, holidays, to] of working) it(`${days} working days after ${from} is ${to}`, () => assert.equal(addWorkingDays(from, days, holidays), to));

  it('are counted alike across daylight changes and leap days', () => {
    assert.equal(addDays('2026-03-28', 2), '2026-03-30');
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  });
});

describe('the programme\'s form', () => {
  const label = { en: 'Label' };
  const field = (values: Partial<FormField>): FormField => ({ key: 'field', type: 'text', label, required: false, ...values });
  const options = [{ value: 'one', label }, { value: 'two', label }];
  const formOf = (...fields: FormField[]) => ({ sections: [{ key: 'all', label, fields }] });

  const values: [Partial<FormField>, unknown, string | undefined][] = [
    [{ type: 'text' }, 'words', undefined], [{ type: 'text' }, 'two\nlines', 'invalid_format'], [{ type: 'text' }, 7, 'invalid_type'],
    [{ type: 'long_text' }, 'two\nlines', undefined], [{ type: 'long_text' }, 'a\u0000b', 'invalid_format'],
    [{ type: 'number' }, 7.5, undefined], [{ type: 'number' }, '7', 'invalid_type'],
    [{ type: 'money' }, { amount: 1, currency: 'EUR' }, undefined], [{ type: 'money' }, { amount: 1, currency: 'USD' }, 'currency'], [{ type: 'money' }, 1, 'invalid_type'],
    [{ type: 'date' }, '2028-02-29', undefined], [{ type: 'date' }, '2026-02-29', 'invalid_date'], [{ type: 'date' }, 'soon', 'invalid_date'],
    [{ type: 'choice', options }, 'one', undefined], [{ type: 'choice', options }, 'three', 'unknown'],
    [{ type: 'multi_choice', options }, ['two', 'one'], undefined], [{ type: 'multi_choice', options }, ['one', 'one'], 'unknown'], [{ type: 'multi_choice', options }, 'one', 'invalid_type'],
    [{ type: 'consent' }, false, undefined], [{ type: 'consent' }, 'yes', 'invalid_type'],
    [{ type: 'number' }, null, undefined], [{ partnerKinds: ['distributor'] }, 'words', 'unknown'],
  ];
  for (const [spec, value, code] of values) {
    it(`${code ? `refuses (${code})` : 'takes'} ${JSON.stringify(value)} for ${spec.partnerKinds ? 'a field of others' : spec.type}`, () => {
      assert.equal(checkCustom(formOf(field(spec)), 'reseller', { field: value }, 'EUR')[0]?.code, code);
    });
  }

  const empty = { name: '', customerId: null, lines: [], value: null, closeOn: null, territoryId: null, note: null, custom: {} };
  it('names what a submission lacks, standard fields and its own', () => {
    const form = formOf(field({ key: 'lines', type: 'standard', required: true }), field({ key: 'note', type: 'standard' }), field({ key: 'agreed', type: 'consent', required: true }),
      field({ key: 'amount', type: 'number', required: true }), field({ key: 'area', required: true, partnerKinds: ['licensee'] }));
    const pointers = (custom: Record<string, unknown>) => checkComplete(form, 'reseller', { ...empty, custom }, 'EUR').map(({ pointer }) => pointer);
    assert.deepEqual(pointers({}), ['/lines', '/custom/agreed', '/custom/amount']);
    assert.deepEqual(pointers({ agreed: false, amount: 0 }), ['/lines', '/custom/agreed']);
  });

  it('lets a draft keep what the form no longer asks, and not what it now asks otherwise', () => {
    const form = formOf(field({ key: 'kept', type: 'number' }));
    assert.deepEqual(checkComplete(form, 'reseller', { ...empty, custom: { gone: 'x', kept: 'seven' } }, 'EUR').map(({ pointer }) => pointer), ['/custom/kept']);
  });
});

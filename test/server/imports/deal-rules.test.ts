import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../../src/server/programme/defaults.js';
import { circular, repeated } from '../../../src/server/imports/check.js';
import { amountsOf, axesOf, checkDeal, clockOf, valueOf } from '../../../src/server/imports/deal-rules.js';

const rules = { settings: { ...defaultSettings, holidays: ['2026-03-09'] }, currency: 'EUR', today: '2026-03-31' };
const row = (values: Record<string, unknown> = {}) => ({ key: 'D1', partnerKey: 'P1', ...values }) as Parameters<typeof checkDeal>[0];

test('review and stage follow from each other where a row is silent', () => {
  const table: [Record<string, unknown>, string, string][] = [
    [{}, 'draft', 'prospect'], [{ stage: 'qualified' }, 'draft', 'qualified'], [{ stage: 'closed_won' }, 'approved', 'closed_won'],
    [{ stage: 'closed_lost' }, 'draft', 'closed_lost'], [{ review: 'submitted' }, 'submitted', 'prospect'], [{ review: 'rejected', stage: 'committed' }, 'rejected', 'committed'],
  ];
  for (const [values, review, stage] of table) assert.deepEqual(axesOf(row(values)), { review, stage });
});

test('what cannot be is said with its field', () => {
  const table: [Record<string, unknown>, string[]][] = [
    [{ stage: 'closed_won', closedOn: '2026-01-05' }, []],
    [{ stage: 'closed_won' }, ['closedOn required']],
    [{ stage: 'closed_won', closedOn: '2026-01-05', review: 'submitted' }, ['review win_needs_approval']],
    [{ closedOn: '2026-01-05' }, ['closedOn not_closed']],
    [{ stage: 'closed_lost', closedOn: '2026-04-01' }, ['closedOn future']],
    [{ stage: 'closed_lost', stageReason: 'price' }, []],
    [{ stage: 'closed_lost', stageReason: 'weather' }, ['stageReason unknown']],
    [{ stageReason: 'price' }, ['stageReason not_lost']],
    [{ customerKey: 'C', customerName: 'C' }, ['customerName not_both']],
    [{ lines: [{ quantity: '999999999999', unitPrice: '999999999999' }] }, ['lines.0.amount too_big']],
    [{ lines: Array.from({ length: 100 }, () => ({ quantity: '1', unitPrice: '999999999999' })) }, ['value too_big']],
  ];
  for (const [values, expected] of table) assert.deepEqual(checkDeal(row(values), rules).map(({ field, code }) => `${field} ${code}`), expected, JSON.stringify(values).slice(0, 90));
});

test('amounts keep four decimals, and their sum is rounded once, half up', () => {
  const lines = [{ quantity: '3', unitPrice: '0.3350' }, { quantity: '1', unitPrice: '9', amount: '0.01' }, { quantity: '1', unitPrice: '1', amount: '2024.994' }];
  assert.deepEqual(amountsOf(row({ lines })), ['1.0050', '0.0100', '2024.9940']);
  const table: [Record<string, unknown>, string, number | null][] = [
    [{ lines }, 'EUR', 202_601], [{ lines: [{ quantity: '1', unitPrice: '0.0025' }, { quantity: '1', unitPrice: '0.0025' }] }, 'EUR', 1],
    [{ lines: [{ quantity: '1', unitPrice: '0.0049' }] }, 'EUR', 0], [{ value: '10.005' }, 'EUR', 1_001], [{ value: '10.5' }, 'JPY', 11], [{}, 'EUR', null],
    [{ lines: [], value: '5' }, 'EUR', 500], [{ lines: [{ quantity: '1', unitPrice: '2' }], value: '5' }, 'EUR', 200],
  ];
  for (const [values, currency, expected] of table) assert.equal(valueOf(row(values), currency), expected, JSON.stringify(values));
});

test('a deal\'s days are as if it had gone its way here', () => {
  const none = { submittedOn: null, reviewDueOn: null, decidedOn: null, protection: 'none', protectionStartsOn: null, protectionEndsOn: null };
  const table: [Record<string, unknown>, Record<string, unknown>][] = [
    [{}, none],
    [{ stage: 'closed_won', closedOn: '2010-12-29' }, { ...none, submittedOn: '2010-12-29', decidedOn: '2010-12-29' }],
    [{ review: 'submitted', submittedOn: '2026-03-05' }, { ...none, submittedOn: '2026-03-05', reviewDueOn: '2026-03-13' }],
    [{ review: 'rejected' }, { ...none, submittedOn: '2026-03-31', decidedOn: '2026-03-31' }],
    [{ review: 'approved', submittedOn: '2026-03-01' }, { ...none, submittedOn: '2026-03-01', decidedOn: '2026-03-01', protection: 'active', protectionStartsOn: '2026-03-01', protectionEndsOn: '2026-05-30' }],
    [{ review: 'approved', submittedOn: '2026-01-05' }, { ...none, submittedOn: '2026-01-05', decidedOn: '2026-01-05', protection: 'expiring', protectionStartsOn: '2026-01-05', protectionEndsOn: '2026-04-05' }],
    [{ review: 'approved', submittedOn: '2025-06-01' }, { ...none, submittedOn: '2025-06-01', decidedOn: '2025-06-01', protection: 'expired', protectionStartsOn: '2025-06-01', protectionEndsOn: '2025-08-30' }],
  ];
  for (const [values, expected] of table) assert.deepEqual(clockOf(row(values), rules), expected, JSON.stringify(values));
});

test('repetitions and circles within a batch are found', () => {
  assert.deepEqual([...repeated(['a', 'b', 'a', undefined, undefined, 'a'])], [2, 5]);
  const parents = new Map([['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a'], ['e', 'e'], ['f', undefined], ['g', 'outside']]);
  assert.deepEqual([...circular(parents)], ['a', 'b', 'c', 'e']);
});

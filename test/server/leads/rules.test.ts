import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LeadState } from '../../../src/contract/index.js';
import { allowedNames } from '../../../src/server/actions.js';
import { leadAvailability } from '../../../src/server/leads/rules.js';

describe('what may be done with a lead', () => {
  const byState: [LeadState, string[], string[]][] = [
    ['new', ['change', 'offer', 'close'], []],
    ['offered', ['change', 'takeBack', 'close'], ['accept', 'decline']],
    ['accepted', ['change', 'takeBack', 'close'], ['convert', 'close']],
    ['declined', ['change', 'offer', 'close'], []],
    ['expired', ['change', 'offer', 'close'], []],
    ['converted', [], []],
    ['closed', [], []],
  ];
  for (const [state, vendor, partner] of byState) {
    it(`while ${state}: the vendor ${vendor.join(', ') || 'nothing'}; the partner ${partner.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(allowedNames(leadAvailability({ state, dueNow: false }, 'channel_manager')), vendor);
      assert.deepEqual(allowedNames(leadAvailability({ state, dueNow: false }, 'partner_admin')), partner);
    });
  }

  it('is not answered once its time is over, though no job has said so yet', () => {
    const actions = leadAvailability({ state: 'offered', dueNow: true }, 'partner_seller');
    assert.deepEqual(actions.filter(({ name }) => name === 'accept' || name === 'decline').map(({ reason }) => reason), ['answer_overdue', 'answer_overdue']);
  });
});

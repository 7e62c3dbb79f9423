import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MemberRole, Role } from '../../../src/contract/index.js';
import { mayManage, memberAvailability, refuseRole, type MemberState } from '../../../src/server/members/rules.js';

const member = (state: Partial<MemberState> = {}): MemberState => ({ role: 'partner_seller', status: 'active', self: false, lastAdmin: false, ...state });

test('a role manages the people it may have to do with', () => {
  const table: [Role, MemberRole, boolean][] = [
    ['programme_admin', 'programme_admin', true], ['programme_admin', 'channel_manager', true], ['programme_admin', 'partner_admin', true],
    ['secret_key', 'programme_admin', true], ['secret_key', 'partner_seller', true],
    ['channel_manager', 'programme_admin', false], ['channel_manager', 'channel_manager', false], ['channel_manager', 'partner_admin', true],
    ['partner_admin', 'programme_admin', false], ['partner_admin', 'channel_manager', false], ['partner_admin', 'partner_seller', true],
    ['partner_seller', 'partner_seller', false],
  ];
  for (const [caller, role, expected] of table) assert.equal(mayManage(caller, role), expected, `${caller} → ${role}`);
});

test('suspending and reinstating hang on the status, on oneself and on the last admin', () => {
  const table: [Partial<MemberState>, 'suspend' | 'reinstate', string | undefined][] = [
    [{}, 'suspend', undefined],
    [{ status: 'invited' }, 'suspend', undefined],
    [{ status: 'suspended' }, 'suspend', 'status_suspended'],
    [{ self: true }, 'suspend', 'self'],
    [{ role: 'programme_admin', lastAdmin: true }, 'suspend', 'last_admin'],
    [{ status: 'suspended' }, 'reinstate', undefined],
    [{ status: 'active' }, 'reinstate', 'status_active'],
    [{ status: 'invited' }, 'reinstate', 'status_invited'],
  ];
  for (const [state, name, reason] of table) {
    const action = memberAvailability(member(state), 'programme_admin').find((known) => known.name === name)!;
    assert.equal(action.reason, reason, `${name} ${JSON.stringify(state)}`);
    assert.equal(action.allowed, reason === undefined);
  }
  assert.deepEqual(memberAvailability(member(), 'partner_seller'), []);
  assert.deepEqual(memberAvailability(member({ role: 'programme_admin' }), 'channel_manager'), []);
});

test('a new role stays on the member\'s side and within the caller\'s reach', () => {
  const table: [Partial<MemberState>, MemberRole, Role, string | undefined][] = [
    [{}, 'partner_seller', 'partner_admin', undefined],
    [{}, 'partner_admin', 'partner_admin', undefined],
    [{}, 'channel_manager', 'partner_admin', 'role_forbidden'],
    [{}, 'channel_manager', 'programme_admin', 'other_side'],
    [{ role: 'channel_manager' }, 'programme_admin', 'programme_admin', undefined],
    [{ role: 'programme_admin', lastAdmin: true }, 'channel_manager', 'secret_key', 'last_admin'],
  ];
  for (const [state, to, caller, expected] of table) assert.equal(refuseRole(member(state), to, caller), expected, `${caller} → ${to}`);
});

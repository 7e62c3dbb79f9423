import { sql } from 'kysely';
import type { memberOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import { externalKeyFor, referenceRoom, type NamedRow } from '../reference-room.js';
import { invalid, ServiceError } from '../service-error.js';
import { lockAdmins, partnerExists } from './queries.js';
import { isPartnerRole, mayManage, memberAvailability, refuseRole, type MemberState } from './rules.js';

interface MemberRow extends NamedRow {
  email: string;
  role: string;
  status: string;
  partner_id: string | null;
  partner_name: string | null;
  locale: string | null;
  last_admin: boolean;
}

type MemberFields = Pick<MemberRow, 'name' | 'email' | 'role' | 'status' | 'locale'>
  & { partner: { id: string; name: string } | null; externalKey: string | null };

const stateOf = (row: MemberRow, caller: Caller): MemberState => ({ role: row.role, status: row.status, self: row.id === caller.memberId, lastAdmin: row.last_admin });

const members = referenceRoom<MemberRow, MemberFields>({
  kind: 'member',
  table: 'members',
  columns: [
    'email', 'role', 'status', 'partner_id', 'locale',
    sql`(select p.name from partners p where p.programme_id = members.programme_id and p.id = members.partner_id)`.as('partner_name'),
    sql`(members.role = 'programme_admin' and members.status = 'active' and not exists (select from members o where o.programme_id = members.programme_id
      and o.partner_id is null and o.role = 'programme_admin' and o.status = 'active' and o.id <> members.id))`.as('last_admin'),
  ],
  company: 'partner_id',
  filters: { partnerId: 'partner_id', role: 'role', status: 'status' },
  fields: (row, caller) => ({
    name: row.name, email: row.email, role: row.role, status: row.status, locale: row.locale, externalKey: externalKeyFor(row, caller),
    partner: row.partner_id ? { id: row.partner_id, name: row.partner_name! } : null,
  }),
  texts: ({ name, email }) => [name, email],
  actions: (row, caller) => memberAvailability(stateOf(row, caller), caller.role),
  partnerOf: (row) => row.partner_id,
});

type Invitation = Call<(typeof memberOperations)['invite']>;

/** Which company a person is invited into: a partner's admin names its own or none, the vendor the partner of a partner's role. */
async function companyFor({ tx, caller, body: { role, partnerId } }: Invitation): Promise<string | null> {
  if (!mayManage(caller.role, role)) throw new ServiceError('role_forbidden');
  const unknown = invalid('/partnerId', 'unknown', 'There is no such partner.');
  if (!isVendor(caller)) {
    if (partnerId && partnerId !== caller.partnerId) throw unknown;
    return caller.partnerId;
  }
  if (!isPartnerRole(role)) {
    if (partnerId) throw invalid('/partnerId', 'not_allowed', 'The vendor\'s own people have no partner. Leave it out or choose a partner\'s role.');
    return null;
  }
  if (!partnerId) throw invalid('/partnerId', 'required', 'A partner\'s role needs the partner.');
  if (!(await partnerExists(tx, caller.programmeId, partnerId))) throw unknown;
  return partnerId;
}

export const memberRoutes: Handlers<typeof memberOperations> = {
  list: (call) => members.list(call),
  read: (call) => members.read(call, call.params.memberId),

  async invite(call) {
    const { name, email, role, locale, externalKey } = call.body;
    if (externalKey && !isVendor(call.caller)) throw new ServiceError('role_forbidden');
    return members.create(call, { name, email, role, locale, external_key: externalKey, partner_id: await companyFor(call) });
  },

  async change(call) {
    const { role, ...values } = call.body;
    if (role) await lockAdmins(call.tx, call.caller.programmeId);
    return members.change(call, call.params.memberId, (row) => {
      const refusal = role && refuseRole(stateOf(row, call.caller), role, call.caller.role);
      if (refusal === 'role_forbidden') throw new ServiceError('role_forbidden');
      if (refusal === 'last_admin') throw new ServiceError('action_not_allowed', { detail: 'The programme needs an active admin. Make another one first.' });
      if (refusal === 'other_side') throw invalid('/role', 'other_side', 'A person of the vendor takes the vendor\'s roles, a person of a partner the partners\'. Invite the person anew.');
      return { ...values, role };
    });
  },

  async suspend(call) {
    await lockAdmins(call.tx, call.caller.programmeId);
    return members.change(call, call.params.memberId, () => ({ status: 'suspended' }), { action: 'suspend', past: 'suspended' });
  },

  reinstate: (call) => members.change(call, call.params.memberId, () => ({ status: 'active' }), { action: 'reinstate', past: 'reinstated' }),
};

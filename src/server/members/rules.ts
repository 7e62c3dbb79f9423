import type { Action, MemberRole, Role } from '../../contract/index.js';
import { availability, type ActionRule } from '../actions.js';

/** What a rule looks at. */
export interface MemberState {
  role: string;
  status: string;
  /** The caller's own record. */
  self: boolean;
  /** The only active admin that the programme has left. */
  lastAdmin: boolean;
}

const partnerRoles: readonly string[] = ['partner_admin', 'partner_seller'] satisfies MemberRole[];
const managers: readonly Role[] = ['programme_admin', 'channel_manager', 'secret_key', 'partner_admin'];

export const isPartnerRole = (role: string): boolean => partnerRoles.includes(role);

/** Whether somebody may have to do with people of a role. Only the programme's admins with the vendor's own, or a channel manager could make itself one. */
export const mayManage = (caller: Role, role: string): boolean =>
  caller === 'programme_admin' || caller === 'secret_key' || (managers.includes(caller) && isPartnerRole(role));

const memberActions: readonly ActionRule<MemberState, 'change' | 'suspend' | 'reinstate'>[] = [
  { name: 'change', roles: managers, refuse: () => undefined },
  {
    name: 'suspend', roles: managers,
    refuse: (member) => (member.status === 'suspended' ? 'status_suspended' : member.self ? 'self' : member.lastAdmin ? 'last_admin' : undefined),
  },
  { name: 'reinstate', roles: managers, refuse: ({ status }) => (status === 'suspended' ? undefined : `status_${status}`) },
];

export const memberAvailability = (member: MemberState, caller: Role): Action[] =>
  mayManage(caller, member.role) ? availability(memberActions, member, caller) : [];

/** Why a member may not get another role. A person stays on the side, vendor's or partner's, for which it was invited. */
export function refuseRole(member: Pick<MemberState, 'role' | 'lastAdmin'>, to: MemberRole, caller: Role): 'role_forbidden' | 'other_side' | 'last_admin' | undefined {
  if (to === member.role) return undefined;
  if (!mayManage(caller, to)) return 'role_forbidden';
  if (isPartnerRole(to) !== isPartnerRole(member.role)) return 'other_side';
  return member.lastAdmin ? 'last_admin' : undefined;
}

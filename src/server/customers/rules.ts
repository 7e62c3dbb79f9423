import type { Action, Role } from '../../contract/index.js';
import { availability, type ActionRule } from '../actions.js';

const vendorRoles: readonly Role[] = ['programme_admin', 'channel_manager', 'secret_key'];

const customerActions: readonly ActionRule<undefined, 'change' | 'link'>[] = [
  { name: 'change', roles: [...vendorRoles, 'partner_admin', 'partner_seller'], refuse: () => undefined },
  { name: 'link', roles: vendorRoles, refuse: () => undefined },
];

export const customerAvailability = (role: Role): Action[] => availability(customerActions, undefined, role);

/** Why a caller may not name this owner, before anybody asks whether there is one. A seller's customers are the seller's own. */
export const refuseOwner = (caller: { role: Role; memberId: string | null }, ownerId: string | null): 'not_yours' | undefined =>
  caller.role === 'partner_seller' && ownerId !== caller.memberId ? 'not_yours' : undefined;

import type { Role, Whose } from '../contract/index.js';

/** Who sent a request, as the gate found it. Rooms trust it and nothing else about the sender. */
export interface Caller {
  role: Role;
  /** Empty for the operator alone, who stands above programmes. */
  programmeId: string;
  /** The partner a member acts for; `null` for the vendor's side. */
  partnerId: string | null;
  memberId: string | null;
  /** What counts requests and owns idempotency keys: the session's or key's id. */
  credentialId: string;
  /** What idempotency is scoped to: the member, or the key. It outlives a session. */
  subject: string;
  /** `null`: everything the role allows. */
  scopes: string[] | null;
}

/** How far a call reaches: rows of one partner, of one member, or (neither set) of the programme. */
export interface Reach {
  partnerId?: string | undefined;
  memberId?: string | undefined;
}

/** The service's own checker of *whose* data a call may touch. Row-level security checks the same again, on its own. */
export type ReachOf = (caller: Caller, whose: Whose) => Reach;

export const reachOf: ReachOf = (caller, whose) => {
  switch (whose) {
    case 'own':
      return caller.partnerId ? { partnerId: caller.partnerId, memberId: caller.memberId! } : { memberId: caller.memberId! };
    case 'company':
      return { partnerId: caller.partnerId! };
    default:
      return {};
  }
};

/** Whether somebody acts for the vendor: only they learn of accounts, other partners and offers. */
export const isVendor = (caller: Pick<Caller, 'role'>): boolean =>
  caller.role === 'programme_admin' || caller.role === 'channel_manager' || caller.role === 'secret_key';

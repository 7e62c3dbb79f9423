import fc from 'fast-check';
import type { LeadState, Role } from '../../../src/contract/index.js';
import { partners, vendors } from '../deals/deal-model.js';

/** A lead as somebody would explain it on paper. */
export interface ModelLead {
  state: LeadState;
  /** Whose it is: offered to, or accepted by. */
  partner: 'own' | 'rival' | null;
  /** The time to answer is over, and nobody has written it down. */
  overdue: boolean;
}

export const newLead: ModelLead = { state: 'new', partner: null, overdue: false };

export interface LeadAttempt { pick: number; wild: boolean; role: Role; side: 'own' | 'rival' }
export const leadAttempt: fc.Arbitrary<LeadAttempt> = fc.record({
  pick: fc.nat(10_000), wild: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 3), role: fc.constantFrom<Role>('partner_admin', 'partner_seller', 'programme_admin', 'channel_manager', 'secret_key'), side: fc.constantFrom('own', 'rival'),
});

const among = (...states: LeadState[]) => ({ state }: ModelLead) => states.includes(state);
const free = { partner: null, overdue: false } as const;

interface LeadAction {
  roles: readonly Role[];
  may: (lead: ModelLead, role: Role) => boolean;
  take: (lead: ModelLead, attempt: LeadAttempt) => Partial<ModelLead>;
}

export const leadModelActions: Record<string, LeadAction> = {
  change: { roles: vendors, may: among('new', 'offered', 'accepted', 'declined', 'expired'), take: () => ({}) },
  offer: { roles: vendors, may: among('new', 'declined', 'expired'), take: (_lead, { side }) => ({ state: 'offered', partner: side, overdue: false }) },
  takeBack: { roles: vendors, may: among('offered', 'accepted'), take: () => ({ state: 'new', ...free }) },
  accept: { roles: partners, may: (lead) => lead.state === 'offered' && !lead.overdue, take: () => ({ state: 'accepted' }) },
  decline: { roles: partners, may: (lead) => lead.state === 'offered' && !lead.overdue, take: () => ({ state: 'declined' }) },
  convert: { roles: partners, may: among('accepted'), take: () => ({ state: 'converted' }) },
  close: {
    roles: [...vendors, ...partners],
    may: (lead, role) => lead.state === 'accepted' || (vendors.includes(role) && among('new', 'offered', 'declined', 'expired')(lead)),
    take: ({ state, partner }) => ({ state: 'closed', overdue: false, partner: state === 'accepted' ? partner : null }),
  },
};

/** Whether a side still has a lead before it: what it declined or let pass is gone. */
export const seesLead = (lead: ModelLead, role: Role, side: 'own' | 'rival'): boolean =>
  vendors.includes(role) || (lead.partner === side && among('offered', 'accepted', 'converted', 'closed')(lead));

/** What an attempt is for, and who makes it; anything by anybody where it is wild. */
export function leadActionOf(lead: ModelLead, given: LeadAttempt): { action: string; by: Role } {
  const names = Object.keys(leadModelActions);
  const may = (name: string, role: Role) => leadModelActions[name]!.roles.includes(role) && leadModelActions[name]!.may(lead, role);
  const everybody = [...vendors, ...partners];
  const allowed = names.filter((name) => everybody.some((role) => may(name, role)) && (name !== 'close' || given.pick % 5 === 0));
  if (given.wild || !allowed.length) return { action: names[given.pick % names.length]!, by: given.role };
  const action = allowed[given.pick % allowed.length]!;
  const who = everybody.filter((role) => may(action, role));
  return { action, by: who.includes(given.role) ? given.role : who[given.pick % who.length]! };
}

export const leadAllowed = (lead: ModelLead, role: Role): string[] =>
  Object.entries(leadModelActions).filter(([, { roles, may }]) => roles.includes(role) && may(lead, role)).map(([name]) => name);

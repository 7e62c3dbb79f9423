import type { LeadState, Role } from '../../contract/index.js';
import { availability, type ActionRule } from '../actions.js';

/** What a rule looks at. `dueNow`: the answer's time is over, though no job has said so yet. */
export interface LeadFacts {
  state: LeadState;
  dueNow: boolean;
}

export type LeadAction = 'change' | 'offer' | 'takeBack' | 'accept' | 'decline' | 'convert' | 'close';

const partnerRoles: readonly Role[] = ['partner_admin', 'partner_seller'];
const vendorRoles: readonly Role[] = ['programme_admin', 'channel_manager', 'secret_key'];

/** From which states an action may start, and where it leads. */
export const leadSteps = {
  change: { from: ['new', 'offered', 'accepted', 'declined', 'expired'], to: undefined },
  offer: { from: ['new', 'declined', 'expired'], to: 'offered' },
  takeBack: { from: ['offered', 'accepted'], to: 'new' },
  accept: { from: ['offered'], to: 'accepted' },
  decline: { from: ['offered'], to: 'declined' },
  convert: { from: ['accepted'], to: 'converted' },
  close: { from: ['new', 'offered', 'accepted', 'declined', 'expired'], to: 'closed' },
} as const satisfies Record<LeadAction, { from: readonly LeadState[]; to: LeadState | undefined }>;

const step = (name: LeadAction, roles: readonly Role[]): ActionRule<LeadFacts, LeadAction> => ({
  name, roles,
  refuse: ({ state, dueNow }) => {
    if (!(leadSteps[name].from as readonly LeadState[]).includes(state)) return `state_${state}`;
    return dueNow && (name === 'accept' || name === 'decline') ? 'answer_overdue' : undefined;
  },
});

/** Every action on a lead. A partner closes only what it accepted; what it does not want it declines. */
export const leadActions: readonly ActionRule<LeadFacts, LeadAction>[] = [
  step('change', vendorRoles),
  step('offer', vendorRoles),
  step('takeBack', vendorRoles),
  step('accept', partnerRoles),
  step('decline', partnerRoles),
  step('convert', partnerRoles),
  step('close', vendorRoles),
  { name: 'close', roles: partnerRoles, refuse: ({ state }) => (state === 'accepted' ? undefined : `state_${state}`) },
];

export const leadAvailability = (lead: LeadFacts, role: Role) => availability(leadActions, lead, role);

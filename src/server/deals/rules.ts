import { stages, type ProtectionState, type Review, type Role, type Stage } from '../../contract/index.js';
import { availability, type ActionRule } from '../actions.js';

/** What a rule looks at: the three axes of a deal, and nothing it would have to fetch. */
export interface DealState {
  review: Review;
  stage: Stage;
  protection: ProtectionState;
  winConfirmed: boolean;
  /** Whether the caller leads the deal: a co-seller reads it, and no more. */
  leads: boolean;
}

export type DealAction = 'change' | 'submit' | 'withdraw' | 'moveStage' | 'startReview' | 'requestAction' | 'approve' | 'reject' | 'confirmWin';

const partnerRoles: readonly Role[] = ['partner_admin', 'partner_seller'];
const vendorRoles: readonly Role[] = ['programme_admin', 'channel_manager', 'secret_key'];

/** The review axis: from which states an action may start, and where it leads. */
export const reviewSteps = {
  change: { from: ['draft', 'action_required'], to: undefined },
  submit: { from: ['draft', 'action_required'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'in_review', 'action_required'], to: 'withdrawn' },
  startReview: { from: ['submitted'], to: 'in_review' },
  requestAction: { from: ['submitted', 'in_review'], to: 'action_required' },
  approve: { from: ['submitted', 'in_review'], to: 'approved' },
  reject: { from: ['submitted', 'in_review'], to: 'rejected' },
} as const satisfies Record<string, { from: readonly Review[]; to: Review | undefined }>;

const isClosed = (stage: Stage): boolean => stage === 'closed_won' || stage === 'closed_lost';

const step = (name: keyof typeof reviewSteps, roles: readonly Role[]): ActionRule<DealState, DealAction> => ({
  name, roles,
  refuse: (deal) => (!deal.leads ? 'not_leading' : (reviewSteps[name].from as readonly Review[]).includes(deal.review) ? undefined : `review_${deal.review}`),
});

/** Every action on a deal: who may take it, and what stands in its way. */
export const dealActions: readonly ActionRule<DealState, DealAction>[] = [
  step('change', partnerRoles),
  step('submit', partnerRoles),
  step('withdraw', partnerRoles),
  {
    name: 'moveStage', roles: partnerRoles,
    refuse: (deal) => (!deal.leads ? 'not_leading'
      : deal.review === 'rejected' || deal.review === 'withdrawn' ? `review_${deal.review}`
      : deal.winConfirmed ? 'win_confirmed' : undefined),
  },
  step('startReview', vendorRoles),
  step('requestAction', vendorRoles),
  step('approve', vendorRoles),
  step('reject', vendorRoles),
  {
    name: 'confirmWin', roles: vendorRoles,
    refuse: (deal) => (deal.stage !== 'closed_won' || deal.review !== 'approved' ? 'no_win_claimed' : deal.winConfirmed ? 'win_confirmed' : undefined),
  },
];

export const dealAvailability = (deal: DealState, role: Role) => availability(dealActions, deal, role);

/** Which moves the stage axis has: any open stage to any other, closing from any, and reopening what was closed too soon. */
export function refuseStage(deal: DealState, to: Stage): string | undefined {
  if (to === deal.stage) return 'same_stage';
  if (to === 'closed_won' && deal.review !== 'approved') return 'win_needs_approval';
  if (isClosed(deal.stage) && isClosed(to)) return 'already_closed';
  return undefined;
}

/** The stages in their order, the open ones first. */
export const openStages: readonly Stage[] = stages.filter((stage) => !isClosed(stage));

/** Where the clock stands: by the days left, for a deal that was given protection. */
export const protectionOf = (endsOn: string, today: string, expiringDays: number): ProtectionState => {
  const left = daysBetween(today, endsOn);
  return left < 0 ? 'expired' : left <= expiringDays ? 'expiring' : 'active';
};

/** Whole days from one day to another. Days carry no zone, so UTC counts them without daylight changes. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The day `days` working days after `day`: Saturdays, Sundays and the programme's holidays do not count. */
export function addWorkingDays(day: string, days: number, holidays: readonly string[]): string {
  let date = day;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    const weekday = new Date(date).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.includes(date)) left -= 1;
  }
  return date;
}

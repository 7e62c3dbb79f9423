import { stages, type ProtectionState, type Review, type Role, type Stage } from '../../contract/index.js';
import { availability, type ActionRule } from '../actions.js';

/** What a rule looks at: the three axes of a deal, and nothing it would have to fetch. */
export interface DealState {
  review: Review;
  stage: Stage;
  /** As it is today, whether or not the job has written it down yet. */
  protection: ProtectionState;
  winConfirmed: boolean;
  /** Whether an extension was asked for and is not answered yet. */
  extensionRequested: boolean;
  /** How many more the programme would grant. */
  extensionsLeft: number;
  /** Whether the caller leads the deal: a co-seller reads it, and no more. */
  leads: boolean;
  /** Whether a decision waits: a rule's own, one that only waits to be applied, or one to which the caller or others must still agree. None for partners. */
  pending: Pending;
}

export type Pending = 'none' | 'automatic' | 'waiting' | 'agreement' | 'others';

export type DealAction =
  | 'change' | 'submit' | 'withdraw' | 'moveStage' | 'requestExtension' | 'reassign' | 'clone'
  | 'startReview' | 'requestAction' | 'approve' | 'reject' | 'undoDecision' | 'handOver' | 'linkAccount'
  | 'grantExtension' | 'refuseExtension' | 'confirmWin' | 'refuseWin' | 'coSell' | 'sendMessage';

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

type Refuse = ActionRule<DealState>['refuse'];
/** What a co-seller reads and may not touch. */
const leading = (refuse: Refuse = () => undefined): Refuse => (deal) => (deal.leads ? refuse(deal) : 'not_leading');

const step = (name: keyof typeof reviewSteps, roles: readonly Role[]): ActionRule<DealState, DealAction> => ({
  name, roles, refuse: leading((deal) => ((reviewSteps[name].from as readonly Review[]).includes(deal.review) ? undefined : `review_${deal.review}`)),
});

/** Whether somebody of the vendor still has to decide. */
const refuseUndecided = ({ review }: DealState): string | undefined =>
  (review === 'submitted' || review === 'in_review' || review === 'action_required' ? undefined : `review_${review}`);

/** What the vendor decides. A decision that waits for its time to undo, or for others, must be undone first; a rule's own is simply replaced. */
const decision = (name: 'approve' | 'reject' | 'requestAction'): ActionRule<DealState, DealAction> => {
  const { roles, refuse } = step(name, vendorRoles);
  return { name, roles, refuse: (deal) => refuse(deal) ?? (deal.pending === 'waiting' ? 'decision_pending' : deal.pending === 'others' ? 'awaits_others' : undefined) };
};

const refuseExtending: Refuse = ({ review, stage, protection, extensionRequested, extensionsLeft }) => {
  if (review !== 'approved') return `review_${review}`;
  if (isClosed(stage)) return `stage_${stage}`;
  if (protection !== 'active' && protection !== 'expiring') return `protection_${protection}`;
  return extensionRequested ? 'extension_requested' : extensionsLeft > 0 ? undefined : 'no_extensions_left';
};

/** What was asked for before the end is granted after it, too: the partner does not pay for a late answer. */
const refuseGranting: Refuse = ({ review, stage, extensionRequested }) => {
  if (!extensionRequested) return 'no_extension_requested';
  return review !== 'approved' ? `review_${review}` : isClosed(stage) ? `stage_${stage}` : undefined;
};

const refuseWinning: Refuse = ({ review, stage, winConfirmed }) =>
  (stage !== 'closed_won' || review !== 'approved' ? 'no_win_claimed' : winConfirmed ? 'win_confirmed' : undefined);

const handedIn: Refuse = ({ review }) => (review === 'draft' || review === 'rejected' || review === 'withdrawn' ? `review_${review}` : undefined);

/** Every action on a deal: who may take it, and what stands in its way. */
export const dealActions: readonly ActionRule<DealState, DealAction>[] = [
  step('change', partnerRoles),
  step('submit', partnerRoles),
  step('withdraw', partnerRoles),
  {
    name: 'moveStage', roles: partnerRoles,
    refuse: leading((deal) => (deal.review === 'rejected' || deal.review === 'withdrawn' ? `review_${deal.review}` : deal.winConfirmed ? 'win_confirmed' : undefined)),
  },
  { name: 'requestExtension', roles: partnerRoles, refuse: leading(refuseExtending) },
  { name: 'reassign', roles: ['partner_admin'], refuse: leading((deal) => (deal.winConfirmed ? 'win_confirmed' : undefined)) },
  { name: 'clone', roles: partnerRoles, refuse: leading() },
  step('startReview', vendorRoles),
  decision('requestAction'),
  decision('approve'),
  decision('reject'),
  { name: 'undoDecision', roles: vendorRoles, refuse: (deal) => (deal.pending === 'none' ? 'nothing_pending' : undefined) },
  { name: 'handOver', roles: vendorRoles, refuse: refuseUndecided },
  { name: 'linkAccount', roles: vendorRoles, refuse: (deal) => (deal.pending === 'waiting' || deal.pending === 'others' ? 'decision_pending' : refuseUndecided(deal)) },
  { name: 'grantExtension', roles: vendorRoles, refuse: refuseGranting },
  { name: 'refuseExtension', roles: vendorRoles, refuse: (deal) => (deal.extensionRequested ? undefined : 'no_extension_requested') },
  { name: 'confirmWin', roles: vendorRoles, refuse: refuseWinning },
  { name: 'refuseWin', roles: vendorRoles, refuse: refuseWinning },
  { name: 'coSell', roles: vendorRoles, refuse: handedIn },
  { name: 'sendMessage', roles: [...partnerRoles, ...vendorRoles], refuse: leading() },
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

/**
 * Whoever loses a deal sets its account free at once and for good. Otherwise a deal that is opened again would tell, by its protection, whether
 * somebody else came since.
 */
export const endsProtection = ({ stage, protection }: DealState, to: Stage): boolean =>
  (to === 'closed_lost' || stage === 'closed_lost') && (protection === 'active' || protection === 'expiring');

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

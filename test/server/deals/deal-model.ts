import fc from 'fast-check';
import { stages, type ProtectionState, type Review, type Role, type Stage } from '../../../src/contract/index.js';

/** A deal as somebody would explain it on paper. It knows nothing of how the service does it. */
export interface ModelDeal {
  review: Review;
  stage: Stage;
  /** Where the deal stood when its win was claimed. */
  stageBeforeWin: Stage;
  winConfirmed: boolean;
  /** Days until the last protected one; none without protection. */
  daysLeft: number | null;
  /** Protection was ended before its time: the deal was lost. */
  ended: boolean;
  /** Days asked for and not answered. */
  asked: number | null;
  granted: number;
  /** Whether the seller or the colleague has it. */
  member: 'seller' | 'colleague';
  /** What the vendor decided and may still take back. */
  waiting: 'approve' | 'reject' | 'requestAction' | null;
}

export const newDeal: ModelDeal = { review: 'draft', stage: 'prospect', stageBeforeWin: 'prospect', winConfirmed: false, daysLeft: null, ended: false, asked: null, granted: 0, member: 'seller', waiting: null };

/** As the programme has it: see the defaults. */
const expiringDays = 14;
const maxExtensions = 2;
export const protectionDays = 90;

export const protectionOfModel = ({ daysLeft, ended }: ModelDeal): ProtectionState =>
  (daysLeft === null ? 'none' : ended || daysLeft < 0 ? 'expired' : daysLeft <= expiringDays ? 'expiring' : 'active');

const isProtected = (deal: ModelDeal) => ['active', 'expiring'].includes(protectionOfModel(deal));
const isOpen = ({ stage }: ModelDeal) => stage !== 'closed_won' && stage !== 'closed_lost';
const undecided = ({ review }: ModelDeal) => review === 'submitted' || review === 'in_review' || review === 'action_required';
const waits = ({ review }: ModelDeal) => review === 'submitted' || review === 'in_review';
const isPartners = ({ review }: ModelDeal) => review === 'draft' || review === 'action_required';
const winWaits = ({ review, stage, winConfirmed }: ModelDeal) => review === 'approved' && stage === 'closed_won' && !winConfirmed;

/** What somebody tries, with all that any action could need; each takes its part. */
export interface Attempt {
  /** Which of those that may be taken now, by one who may; anything by anybody where `wild` is set. */
  pick: number;
  wild: boolean;
  role: Role;
  stage: Stage;
  days: number;
}

export const attempt: fc.Arbitrary<Attempt> = fc.record({
  pick: fc.nat(10_000), wild: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 3), role: fc.constantFrom<Role>('partner_admin', 'partner_seller', 'programme_admin', 'channel_manager', 'secret_key'),
  stage: fc.constantFrom(...stages), days: fc.integer({ min: 1, max: 30 }),
});

export const partners: readonly Role[] = ['partner_admin', 'partner_seller'];
export const vendors: readonly Role[] = ['programme_admin', 'channel_manager', 'secret_key'];

export interface ModelAction {
  roles: readonly Role[];
  may: (deal: ModelDeal) => boolean;
  /** A stage that cannot be reached from here, though the stage may be moved. */
  reaches?: (deal: ModelDeal, attempt: Attempt) => boolean;
  take: (deal: ModelDeal, attempt: Attempt) => Partial<ModelDeal>;
}

/** What may be done with a deal by whom, when, and what becomes of it. */
export const modelActions: Record<string, ModelAction> = {
  change: { roles: partners, may: isPartners, take: () => ({}) },
  submit: { roles: partners, may: isPartners, take: () => ({ review: 'submitted' }) },
  withdraw: { roles: partners, may: (deal) => isPartners(deal) || waits(deal), take: () => ({ review: 'withdrawn', waiting: null }) },
  moveStage: {
    roles: partners,
    may: ({ review, winConfirmed }) => review !== 'rejected' && review !== 'withdrawn' && !winConfirmed,
    reaches: (deal, { stage }) => stage !== deal.stage && (isOpen(deal) || isOpen({ ...deal, stage })) && (stage !== 'closed_won' || deal.review === 'approved'),
    take: (deal, { stage }) => ({
      stage, ...(stage === 'closed_won' && { stageBeforeWin: deal.stage }),
      ...((stage === 'closed_lost' || deal.stage === 'closed_lost') && isProtected(deal) && { daysLeft: 0, ended: true }),
    }),
  },
  requestExtension: {
    roles: partners,
    may: (deal) => deal.review === 'approved' && isOpen(deal) && isProtected(deal) && deal.asked === null && deal.granted < maxExtensions,
    take: (_deal, { days }) => ({ asked: days }),
  },
  reassign: { roles: ['partner_admin'], may: ({ winConfirmed }) => !winConfirmed, take: ({ member }) => ({ member: member === 'seller' ? 'colleague' : 'seller' }) },
  clone: { roles: partners, may: () => true, take: () => ({}) },
  startReview: { roles: vendors, may: ({ review }) => review === 'submitted', take: () => ({ review: 'in_review' }) },
  requestAction: { roles: vendors, may: (deal) => waits(deal) && !deal.waiting, take: () => ({ waiting: 'requestAction' }) },
  approve: { roles: vendors, may: (deal) => waits(deal) && !deal.waiting, take: () => ({ waiting: 'approve' }) },
  reject: { roles: vendors, may: (deal) => waits(deal) && !deal.waiting, take: () => ({ waiting: 'reject' }) },
  undoDecision: { roles: vendors, may: ({ waiting }) => waiting !== null, take: () => ({ waiting: null }) },
  handOver: { roles: vendors, may: undecided, take: () => ({}) },
  linkAccount: { roles: vendors, may: (deal) => undecided(deal) && !deal.waiting, take: () => ({}) },
  grantExtension: {
    roles: vendors, may: (deal) => deal.review === 'approved' && isOpen(deal) && deal.asked !== null,
    take: ({ asked, granted, daysLeft }) => ({ asked: null, granted: granted + 1, daysLeft: daysLeft! + asked!, ended: false }),
  },
  refuseExtension: { roles: vendors, may: ({ asked }) => asked !== null, take: () => ({ asked: null }) },
  confirmWin: { roles: vendors, may: winWaits, take: () => ({ winConfirmed: true }) },
  refuseWin: { roles: vendors, may: winWaits, take: ({ stageBeforeWin }) => ({ stage: stageBeforeWin }) },
  coSell: { roles: vendors, may: ({ review }) => !['draft', 'rejected', 'withdrawn'].includes(review), take: () => ({}) },
  sendMessage: { roles: [...partners, ...vendors], may: () => true, take: () => ({}) },
};

/** What becomes of a deal once the time to undo is over. */
export const applied = (deal: ModelDeal): ModelDeal => ({
  ...deal, waiting: null,
  ...(deal.waiting === 'approve' ? { review: 'approved', daysLeft: protectionDays } : deal.waiting === 'reject' ? { review: 'rejected' } : deal.waiting && { review: 'action_required' }),
});

/** What ends a life, or leaves it as it is: tried less often, so that most lives go far. */
const rare = ['withdraw', 'reject', 'change', 'clone', 'sendMessage', 'coSell', 'reassign', 'handOver', 'linkAccount'];

/** What an attempt is for, and who makes it. */
export function actionOf(deal: ModelDeal, given: Attempt): { action: string; by: Role } {
  const names = Object.keys(modelActions);
  const allowed = names.filter((name) => modelActions[name]!.may(deal) && (modelActions[name]!.reaches?.(deal, given) ?? true) && (given.pick % 5 === 0 || !rare.includes(name)));
  if (given.wild || !allowed.length) return { action: names[given.pick % names.length]!, by: given.role };
  const action = allowed[given.pick % allowed.length]!;
  const { roles } = modelActions[action]!;
  return { action, by: roles.includes(given.role) ? given.role : roles[given.pick % roles.length]! };
}

/** What the model would let a role do, in the words of a record's `actions`. */
export const allowedByModel = (deal: ModelDeal, role: Role): string[] =>
  Object.entries(modelActions).filter(([, { roles, may }]) => roles.includes(role) && may(deal)).map(([name]) => name);

/** Why a deal can never look like this, whatever was done to it. */
export function illegal(deal: { review: Review; stage: Stage; protection: ProtectionState; winConfirmed: boolean; extensionRequested: boolean; extensionsLeft: number }): string | undefined {
  if (deal.stage === 'closed_won' && deal.review !== 'approved') return 'a win that was not approved';
  if (deal.winConfirmed && deal.stage !== 'closed_won') return 'a confirmed win that is none';
  if (deal.protection !== 'none' && deal.review !== 'approved') return 'protection without approval';
  if (deal.review === 'approved' && deal.protection === 'none') return 'approval without protection';
  if (deal.extensionRequested && deal.review !== 'approved') return 'an extension of nothing';
  if (deal.extensionsLeft < 0) return 'more extensions than the programme has';
  return undefined;
}

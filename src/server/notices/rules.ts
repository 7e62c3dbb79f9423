import type { NoticeKind } from '../../contract/index.js';

/** Whom a notice is for, of those who may see the record. */
export type Audience =
  /** The vendor's channel managers; its admins where there are none. */
  | 'managers'
  /** The deal's own seller and the partner's admins. */
  | 'partner'
  /** The member that a lead is offered to and the partner's admins; the whole company where nobody is named. */
  | 'offered'
  /** The managers hear of what a partner said, and the partner of what the vendor said. */
  | 'other_side';

type Changes = Record<string, { from: unknown; to: unknown }>;

export interface NoticeRule {
  kind: NoticeKind;
  to: Audience;
  /** Only where the change was of this sort. */
  when?: (changes: Changes) => boolean;
  /** Whoever did it is told as well: it turned out otherwise than it looked. */
  alsoActor?: true;
}

/** Which events are told, as what, and to whom. An event that is not named here is nobody's notice. */
export const noticeRules: Readonly<Record<string, readonly NoticeRule[]>> = {
  'deal.submitted': [{ kind: 'deal_submitted', to: 'managers' }],
  'deal.action_requested': [{ kind: 'deal_action_required', to: 'partner' }],
  'deal.approved': [{ kind: 'deal_approved', to: 'partner' }],
  'deal.rejected': [{ kind: 'deal_rejected', to: 'partner' }],
  // The vendor has never seen a draft.
  'deal.withdrawn': [{ kind: 'deal_withdrawn', to: 'managers', when: ({ review }) => review?.from !== 'draft' }],
  'deal.message_sent': [{ kind: 'deal_message', to: 'other_side' }],
  'deal.extension_requested': [{ kind: 'extension_requested', to: 'managers' }],
  'deal.extension_granted': [{ kind: 'extension_granted', to: 'partner' }],
  'deal.extension_refused': [{ kind: 'extension_refused', to: 'partner' }],
  'deal.win_claimed': [{ kind: 'win_claimed', to: 'managers' }],
  'deal.win_confirmed': [{ kind: 'win_confirmed', to: 'partner' }],
  'deal.protection_ends': [{ kind: 'protection_ends', to: 'partner' }],
  'deal.protection_expired': [{ kind: 'protection_expired', to: 'partner' }],
  'deal.review_due': [{ kind: 'review_due', to: 'managers' }],
  'deal.reassigned': [{ kind: 'deal_reassigned', to: 'partner' }],
  'deal.decision_conflicted': [{ kind: 'decision_conflict', to: 'managers', alsoActor: true }],
  'lead.offered': [{ kind: 'lead_offered', to: 'offered' }],
  'lead.answer_due': [{ kind: 'lead_answer_due', to: 'offered' }],
  'lead.expired': [{ kind: 'lead_expired', to: 'offered' }, { kind: 'lead_expired', to: 'managers' }],
  'lead.declined': [{ kind: 'lead_declined', to: 'managers' }],
};

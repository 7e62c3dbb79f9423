import type { Deal, nextSteps, ProtectionState, Review, Stage } from '../../contract/index.js';

/** What the best next step hangs on. `allowed` are the actions that the caller may take now: nothing else is ever advised. */
export interface NextStepFacts {
  allowed: readonly string[];
  review: Review;
  stage: Stage;
  protection: ProtectionState;
  protectionEndsOn: string | null;
  closeOn: string | null;
  reviewDueOn: string | null;
  today: string;
}

interface Advice {
  code: (typeof nextSteps)[number];
  /** The action that takes it. */
  by: string;
  when?: (facts: NextStepFacts) => boolean;
  due?: (facts: NextStepFacts) => string | null;
}

/** What is worth doing, the more pressing first. */
const advice: readonly Advice[] = [
  { code: 'answer', by: 'submit', when: ({ review }) => review === 'action_required' },
  { code: 'update_close', by: 'change', when: ({ closeOn, today }) => closeOn !== null && closeOn < today, due: ({ closeOn }) => closeOn },
  { code: 'submit', by: 'submit' },
  { code: 'ask_extension', by: 'requestExtension', when: ({ protection }) => protection === 'expiring', due: ({ protectionEndsOn }) => protectionEndsOn },
  { code: 'claim_win', by: 'moveStage', when: ({ review, stage }) => review === 'approved' && stage === 'committed', due: ({ closeOn }) => closeOn },
  { code: 'move_stage', by: 'moveStage', when: ({ review, stage }) => review === 'approved' && stage !== 'closed_won' && stage !== 'closed_lost', due: ({ closeOn }) => closeOn },
  { code: 'decide', by: 'approve', due: ({ reviewDueOn }) => reviewDueOn },
  { code: 'decide_extension', by: 'grantExtension', due: ({ protectionEndsOn }) => protectionEndsOn },
  { code: 'confirm_win', by: 'confirmWin' },
];

/** What the caller would best do with a deal now, and until when; nothing where it is somebody else's turn. */
export function nextStepOf(facts: NextStepFacts): Deal['nextStep'] {
  const best = advice.find(({ by, when }) => facts.allowed.includes(by) && (when?.(facts) ?? true));
  return best ? { code: best.code, dueOn: best.due?.(facts) ?? null } : null;
}

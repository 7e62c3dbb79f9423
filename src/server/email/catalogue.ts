import type { NoticeKind } from '../../contract/index.js';

/** A sentence, or one for each number of `days`: `zero` is the last day, the others are the language's own plural forms. */
export type Sentence = string | { zero: string; one?: string; two?: string; few?: string; many?: string; other: string };

/** What e-mails say in one language. `{name}` is the record's name in quotation marks, or `unnamed` where the reader may not see it. */
export interface EmailWords {
  quotes: readonly [string, string];
  unnamed: { deal: string; lead: string };
  /** `subject` stands before the record's name, and alone where there is none. */
  kinds: Readonly<Record<NoticeKind, { subject: string; text: Sentence }>>;
  /** For a kind that is newer than this catalogue. */
  other: { subject: string; text: string };
  greeting: string;
  lastDay: string;
  open: string;
  why: string;
  unsubscribe: string;
  page: {
    title: string; ask: string; stopKind: string; stopAll: string; doneKind: string; doneAll: string; back: string;
    invalid: string; invalidText: string;
  };
}

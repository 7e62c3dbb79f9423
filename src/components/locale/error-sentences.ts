import type { TranslateShared } from './shared-words.js';

/** An error in the reader's words. */
export interface ErrorSentence {
  readonly text: string;
  /** For support: the service's request id. */
  readonly reference?: string;
  /** Whether trying again may help. */
  readonly retryable: boolean;
}

interface Known {
  readonly name?: string;
  readonly code?: string;
  readonly requestId?: string;
  readonly retryable?: boolean;
  readonly fields?: readonly FieldProblem[];
}

/** One field's problem, as the service names it or as a schema does. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
}

/** What to tell somebody about an error: by its code, never by a message that was meant for a log. */
export function errorSentence(t: TranslateShared, error: unknown): ErrorSentence {
  const { name, code, requestId, retryable } = (error ?? {}) as Known;
  const say = t as unknown as (key: string) => string;
  const key = name === 'ConnectionError' ? 'error.connection' : `error.${code}`;
  return {
    text: say(code !== undefined || name === 'ConnectionError' ? (t.has(key) ? key : 'error.unknown') : 'error.unknown'),
    ...(requestId && { reference: requestId }),
    retryable: retryable ?? name === 'ConnectionError',
  };
}

/** The fields of a refused form: RFC 6901 pointer (`/customerId`) → sentence. */
export function fieldSentences(t: TranslateShared, error: unknown): ReadonlyMap<string, string> {
  const { fields } = (error ?? {}) as Known;
  return new Map((fields ?? []).map(({ pointer, code }) => [pointer, fieldSentence(t, { code })]));
}

/** A zod issue, as far as a sentence needs it. */
export interface Issue {
  readonly code?: string | undefined;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly input?: unknown;
  readonly path?: readonly PropertyKey[];
  /** A check of the contract's own says its code here. */
  readonly params?: { readonly code?: string } | undefined;
}

/** What is wrong with one field. zod/mini has no sentences of its own, so its codes become the catalogue's. */
export function fieldSentence(t: TranslateShared, issue: Issue): string {
  const { origin, format, minimum, maximum } = issue;
  const code = issue.code === 'custom' ? (issue.params?.code ?? issue.code) : issue.code;
  const empty = issue.input === undefined || issue.input === null || issue.input === '';
  switch (code) {
    case 'required':
      return t('field.required');
    case 'invalid_type':
      return 'input' in issue && !empty && origin !== undefined ? t('field.invalid') : t('field.required');
    case 'too_small': {
      const limit = Number(minimum);
      if (minimum === undefined || (origin === 'string' && limit <= 1)) return t('field.required');
      if (origin === 'string') return t('field.too_short', { limit });
      return t(origin === 'array' ? 'field.too_few' : 'field.too_small', { limit });
    }
    case 'too_big': {
      if (maximum === undefined) return t('field.invalid');
      const limit = Number(maximum);
      if (origin === 'string') return t('field.too_long', { limit });
      return t(origin === 'array' ? 'field.too_many' : 'field.too_big', { limit });
    }
    case 'invalid_format':
      return format === 'email' || format === 'url' || format === 'date' ? t(`field.${format}`) : t('field.invalid');
    case 'invalid_value':
      return t('field.choice');
    default: {
      const key = `field.${code}`;
      return t.has(key) ? (t as unknown as (key: string) => string)(key) : t('field.invalid');
    }
  }
}

/** A schema's issues by RFC 6901 pointer; the first of a field stands. */
export function issueSentences(t: TranslateShared, issues: readonly Issue[]): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const issue of issues) {
    const pointer = `/${(issue.path ?? []).map(String).join('/')}`;
    if (!sentences.has(pointer)) sentences.set(pointer, fieldSentence(t, issue));
  }
  return sentences;
}

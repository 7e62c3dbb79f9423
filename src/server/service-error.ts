import { errors, type ErrorCode, type FieldProblem } from '../contract/index.js';

interface Details {
  /** What exactly, in a sentence; never another's data. */
  detail?: string;
  fields?: FieldProblem[];
  /** With `precondition_failed`: the record as it is now. */
  current?: unknown;
  headers?: Record<string, string>;
}

/** A refusal that the caller may read. Anything else that is thrown becomes `internal_error`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(errors[code].title);
    this.code = code;
    this.details = details;
  }
}

/** One field is wrong: `invalid('/customerId', 'unknown', 'There is no such customer.')`. */
export const invalid = (pointer: string, code: string, message: string): ServiceError =>
  new ServiceError('validation_failed', { fields: [{ pointer, code, message }] });

export const notFound = (): ServiceError => new ServiceError('not_found');

/** The record is there, or the caller may not know that it is. */
export function found<T>(record: T | undefined | null): T {
  if (record === undefined || record === null) throw notFound();
  return record;
}

/** Holds a record's version against If-Match. `current` is called only when they differ. */
export async function requireVersion(record: { version: number }, ifMatch: number | undefined, current: () => Promise<unknown>): Promise<void> {
  if (ifMatch !== undefined && ifMatch !== record.version) throw new ServiceError('precondition_failed', { current: await current() });
}

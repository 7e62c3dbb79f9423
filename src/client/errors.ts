import type { ErrorCode, FieldProblem } from '../contract/errors.js';

export interface ErrorDetails {
  code: ErrorCode | ClientErrorCode | (string & {});
  retryable?: boolean | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  fields?: FieldProblem[] | undefined;
  cause?: unknown;
}

/** Codes of what goes wrong on this side of the wire; all others are the service's. */
export type ClientErrorCode = 'unreachable' | 'timeout' | 'unexpected_answer' | 'session_unavailable' | 'other_person' | 'client_closed' | 'secret_key_in_browser';

/** Everything the client throws, but for an abort (the signal's own reason) and a caller's mistake (a TypeError). */
export class PrmError extends Error {
  override readonly name: string = 'PrmError';
  /** What happened, for programs and catalogues. */
  readonly code: ErrorDetails['code'];
  /** Whether the very same call may succeed when it is made again. */
  readonly retryable: boolean;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** What to quote to whoever runs the service. */
  readonly requestId: string | undefined;
  /** Which fields are at fault, by JSON pointer. */
  readonly fields: readonly FieldProblem[];

  constructor(message: string, details: ErrorDetails) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = details.code;
    this.retryable = details.retryable ?? false;
    this.status = details.status;
    this.requestId = details.requestId;
    this.fields = details.fields ?? [];
  }
}

/** The service answered, and the answer was no. */
export class ApiError extends PrmError {
  override readonly name: string = 'ApiError';
  declare readonly status: number;
  /** Seconds to wait before the next call, where the service said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, details: ErrorDetails & { retryAfter?: number | undefined }) {
    super(message, details);
    this.retryAfter = details.retryAfter;
  }
}

/** 401: there is no session, or the host could not open one. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/** 403: the caller is known and may not. */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
}

/** 404: there is no such record, or the caller may not see it. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** 422: `fields` tells which are missing or wrong. */
export class ValidationError extends ApiError {
  override readonly name = 'ValidationError';
}

/** 409: the record's state does not allow it, or it exists already. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
}

/** 412: somebody changed the record meanwhile. */
export class PreconditionFailedError extends ApiError {
  override readonly name = 'PreconditionFailedError';
  /** The record as it is now, if the caller may see it. */
  readonly current: unknown;

  constructor(message: string, details: ErrorDetails & { retryAfter?: number | undefined; current?: unknown }) {
    super(message, details);
    this.current = details.current;
  }
}

/** 429: too many requests; `retryAfter` says until when. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
}

/** 5xx: something went wrong on the service's side. */
export class ServerError extends ApiError {
  override readonly name = 'ServerError';
}

/** No answer: the service, or the host's session endpoint, could not be reached, or not in time. */
export class ConnectionError extends PrmError {
  override readonly name = 'ConnectionError';
}

/** An answer that is none of this service's: a proxy's page, cut-off JSON, missing fields. */
export class ResponseShapeError extends PrmError {
  override readonly name = 'ResponseShapeError';
}

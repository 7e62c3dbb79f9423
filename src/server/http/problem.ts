import { errors, type ErrorCode, type Problem } from '../../contract/index.js';
import { ServiceError } from '../service-error.js';
import { neverKept } from './cors.js';

/** Any thrown thing as the caller may see it: a `ServiceError` as it is, PostgreSQL's refusals as what they mean, the rest as one fixed sentence. */
export function toServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown;
  switch (sqlStateOf(thrown)) {
    case '23505':
      return new ServiceError('already_exists');
    // A policy refused the write: to this caller, what it named is not there.
    case '42501':
    case '23503':
      return new ServiceError('not_found');
    // Raised by the database's own guard: see guard_protection.
    case 'PRM01':
      return new ServiceError('account_protected');
    case '22P05':
    case '22021':
      return new ServiceError('validation_failed', { detail: 'The text holds characters that cannot be stored.' });
    default:
      return new ServiceError('internal_error');
  }
}

/** The SQLSTATE of an error that PostgreSQL raised. */
export const sqlStateOf = (thrown: unknown): string | undefined => {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
};

export function problemResponse(error: ServiceError, requestId: string): Response {
  const { status, title } = errors[error.code];
  const { detail, fields, current, headers } = error.details;
  const body: Problem = {
    type: `about:blank#${error.code}`,
    title,
    status,
    code: error.code,
    requestId,
    ...(detail && { detail }),
    ...(fields && { errors: fields }),
    ...(current !== undefined && { current }),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...neverKept, ...headers } });
}

export const problem = (code: ErrorCode, requestId: string): Response => problemResponse(new ServiceError(code), requestId);

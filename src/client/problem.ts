import type { Problem } from '../contract/errors.js';
import {
  ApiError, AuthenticationError, ConflictError, NotFoundError, PermissionDeniedError, PreconditionFailedError, RateLimitError, ServerError,
  ValidationError,
} from './errors.js';
import { retryAfterSeconds } from './retry-after.js';

const errorClasses: Record<number, typeof ApiError> = {
  401: AuthenticationError, 403: PermissionDeniedError, 404: NotFoundError, 409: ConflictError, 412: PreconditionFailedError,
  422: ValidationError, 429: RateLimitError,
};

/** The problem document in an answer; what a proxy says instead of the service is none. */
export function readProblem(text: string): Partial<Problem> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

const codeOf = (status: number): string =>
  status === 429 ? 'rate_limited' : status === 408 || (status >= 502 && status <= 504) ? 'unavailable' : `http_${status}`;

/** Whether the same call may succeed later: the service was busy, broken or still at it. */
const isRetryable = (status: number, code: string): boolean =>
  status === 408 || status === 429 || status >= 500 || code === 'request_in_flight';

/** What an answer other than success means. `call` is method and path, without the query, which may name people. */
export function apiError(call: string, response: Response, text: string): ApiError {
  const { status, headers } = response;
  const problem = readProblem(text);
  const code = problem.code ?? codeOf(status);
  const sentence = problem.detail ?? problem.title ?? (response.statusText || 'The service, or something before it, refused.');
  const ErrorClass = errorClasses[status] ?? (status >= 500 ? ServerError : ApiError);
  const details = {
    code,
    status,
    retryable: isRetryable(status, code),
    requestId: problem.requestId ?? headers.get('request-id') ?? undefined,
    fields: problem.errors,
    current: problem.current,
    retryAfter: retryAfterSeconds(headers),
  };
  return new ErrorClass(`${call} answered ${status} ${code}: ${sentence}`, details);
}

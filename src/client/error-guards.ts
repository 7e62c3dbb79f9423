import type {
  ApiError, AuthenticationError, ConflictError, ConnectionError, NotFoundError, PermissionDeniedError, PreconditionFailedError, PrmError,
  RateLimitError, ResponseShapeError, ServerError, ValidationError,
} from './errors.js';

// By name, not by class: an error may come from a second copy of this package. `retryable` tells it from a DOMException of the same name.
const isNamed = <E extends PrmError>(...names: string[]) => (error: unknown): error is E =>
  typeof error === 'object' && error !== null && 'retryable' in error && names.includes((error as unknown as Error).name);

const apiErrors = [
  'ApiError', 'AuthenticationError', 'PermissionDeniedError', 'NotFoundError', 'ValidationError', 'ConflictError',
  'PreconditionFailedError', 'RateLimitError', 'ServerError',
];

export const isPrmError = isNamed<PrmError>('PrmError', 'ConnectionError', 'ResponseShapeError', ...apiErrors);
export const isApiError = isNamed<ApiError>(...apiErrors);
export const isAuthenticationError = isNamed<AuthenticationError>('AuthenticationError');
export const isPermissionDeniedError = isNamed<PermissionDeniedError>('PermissionDeniedError');
export const isNotFoundError = isNamed<NotFoundError>('NotFoundError');
export const isValidationError = isNamed<ValidationError>('ValidationError');
export const isConflictError = isNamed<ConflictError>('ConflictError');
export const isPreconditionFailedError = isNamed<PreconditionFailedError>('PreconditionFailedError');
export const isRateLimitError = isNamed<RateLimitError>('RateLimitError');
export const isServerError = isNamed<ServerError>('ServerError');
export const isConnectionError = isNamed<ConnectionError>('ConnectionError');
export const isResponseShapeError = isNamed<ResponseShapeError>('ResponseShapeError');

/**
 * Every error the service can answer with: code → status and sentence. The sentence says what failed and what to do;
 * widgets translate by code, and show this one only for a code they do not know.
 */
export const errors = {
  malformed_request: { status: 400, title: 'The request could not be read. Send valid JSON and well-formed parameters.' },
  token_missing: { status: 401, title: 'No token was sent. Send a session token or a secret key as a bearer token.' },
  token_invalid: { status: 401, title: 'The token is not valid here. Ask for a new session.' },
  token_expired: { status: 401, title: 'The session has ended. Ask for a new session and send the request again.' },
  session_revoked: { status: 401, title: 'The session was revoked. Sign in again.' },
  role_forbidden: { status: 403, title: 'Your role does not allow this.' },
  scope_missing: { status: 403, title: 'The session was opened without the scope that this needs.' },
  origin_forbidden: { status: 403, title: 'The session may not be used from this origin. Name the origin when the session is created.' },
  secret_key_in_browser: { status: 403, title: 'A secret key was sent from a browser. Revoke it, and use session tokens there.' },
  member_suspended: { status: 403, title: 'This member or partner is suspended. Ask the programme to reinstate it.' },
  not_found: { status: 404, title: 'There is no such record, or you may not see it.' },
  route_not_found: { status: 404, title: 'There is no operation at this address.' },
  method_not_allowed: { status: 405, title: 'This address does not take this method.' },
  action_not_allowed: { status: 409, title: 'The record is not in a state that allows this. Load it again and look at its actions.' },
  account_protected: { status: 409, title: 'Another deal is protected at this account, or about to be. Look at its conflicts and decide again.' },
  already_exists: { status: 409, title: 'A record with this key exists already.' },
  request_in_flight: { status: 409, title: 'A request with this Idempotency-Key is still running. Try again shortly.' },
  precondition_failed: { status: 412, title: 'Somebody changed the record meanwhile. Load it again and repeat your change.' },
  payload_too_large: { status: 413, title: 'The request body is too large.' },
  unsupported_media_type: { status: 415, title: 'Send the body as application/json, or raw bytes as application/octet-stream where an operation takes those.' },
  validation_failed: { status: 422, title: 'Some fields are missing or not valid.' },
  content_mismatch: { status: 422, title: 'What came is not what was declared: the size or the hash differs. Send the whole file again.' },
  file_type_refused: { status: 422, title: 'The content is not of the type that was declared, so the file was refused and its content deleted.' },
  file_infected: { status: 422, title: 'The malware scanner found something, so the file was refused and its content deleted.' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used for another request. Make a new one for each call.' },
  precondition_required: { status: 428, title: 'Send the version you changed as If-Match.' },
  quota_exceeded: { status: 429, title: 'Your company has asked as often as the programme allows in a day. Ask again tomorrow, or register the deal.' },
  rate_limited: { status: 429, title: 'Too many requests. Wait as long as Retry-After says.' },
  internal_error: { status: 500, title: 'Something went wrong on our side. Try again; if it stays, quote the request id.' },
  unavailable: { status: 503, title: 'The service is not ready. Try again shortly.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errors;

/** One field's problem. `pointer` is an RFC 6901 path into the body, or `?name` for a query parameter. */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

/** The body of every error: application/problem+json (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode | (string & {});
  detail?: string;
  requestId: string;
  errors?: FieldProblem[];
  /** With `precondition_failed`: the record as it is now, if the caller may see it. */
  current?: unknown;
}

// A preflight carries no token, so it is answered alike to all; the origin is held against the token on the request itself.
const allowed = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match, request-id',
  'access-control-max-age': '7200',
};
const exposed = 'content-disposition, date, etag, location, idempotency-replayed, ratelimit, ratelimit-policy, retry-after, request-id, vary';

/** The answer to a preflight. */
export const preflight = (): Response =>
  new Response(null, { status: 204, headers: { ...allowed, 'access-control-allow-origin': '*' } });

// No cookie is ever read, so `*` gives away nothing that a token did not open.
export function allowOrigin(headers: Headers): void {
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', exposed);
}

/**
 * For every answer to a caller: no cache may keep it. `vary: *` is for a page's service worker that puts whatever passes
 * into its own cache and never reads `cache-control`: a browser refuses to put such an answer there, as long as it may see the header.
 */
export const neverKept = { 'cache-control': 'no-store', vary: '*' };

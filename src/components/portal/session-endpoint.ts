import { AuthenticationError, ConnectionError, type SessionCallback } from '../../client/index.js';

/**
 * A session callback that asks the site's own back end: `POST url` with its cookies, answered by `{ token, expiresIn }`,
 * the seconds it lives. 401 and 403 mean that nobody is signed in; other failures may pass.
 */
export const sessionEndpoint =
  (url: string): SessionCallback =>
  async ({ signal }) => {
    const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers: { accept: 'application/json' }, signal });
    const { status } = response;
    if (status === 401 || status === 403) {
      throw new AuthenticationError(`POST ${url} answered ${status}: nobody is signed in.`, { code: 'session_unavailable', status, retryable: false });
    }
    if (!response.ok) throw new ConnectionError(`POST ${url} answered ${status} in place of a session.`, { code: 'unreachable', retryable: true });
    return response.json();
  };

/** A session of the site's own, and the service asked with it: what a page without prmkit would do. */
const session = fetch('/session', { method: 'POST' }).then((response) => response.json());

export async function ask(path) {
  const { token } = await session;
  return (await fetch(path, { headers: { authorization: `Bearer ${token}` } })).json();
}

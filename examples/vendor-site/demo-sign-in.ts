/**
 * The demonstration's stand-in for a site's own accounts: three people to choose from, no password. A real site
 * replaces this file by its sign-in and keeps `whoIsSignedIn`.
 */
import { Hono, type Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { demoPeople, type DemoPerson } from './demo-people.js';

const cookie = 'demo-person';

export async function whoIsSignedIn(c: Context, secret: string): Promise<DemoPerson | undefined> {
  const id = await getSignedCookie(c, secret, cookie);
  return demoPeople.find((person) => person.id === id);
}

export function demoSignIn(secret: string): Hono {
  const demo = new Hono();

  demo.post('/sign-in', async (c) => {
    const { person, next } = await c.req.parseBody();
    if (demoPeople.some(({ id }) => id === person)) {
      await setSignedCookie(c, cookie, String(person), secret, { path: '/', httpOnly: true, sameSite: 'Lax' });
    }
    return c.redirect(withinPartnerArea(next), 303);
  });

  demo.post('/sign-out', (c) => {
    deleteCookie(c, cookie, { path: '/' });
    return c.redirect('/partners/', 303);
  });

  return demo;
}

/** One button for each person, for the bar on top of the partner area and for the panel of those who are signed out. */
export const peopleSwitch = (current: DemoPerson | undefined, next: string) => html`
  <form class="people" method="post" action="/demo/sign-in">
    <input type="hidden" name="next" value="${next}">
    ${demoPeople.map(({ id, name, company, job }) => html`
      <button name="person" value="${id}" aria-pressed="${String(id === current?.id)}">
        <span class="people-name">${name}</span>
        <span class="people-company">${company}</span>
        <span class="people-job">${job}</span>
      </button>`)}
  </form>`;

const withinPartnerArea = (path: unknown) => (typeof path === 'string' && /^\/partners\/[a-z]*$/.test(path) ? path : '/partners/');

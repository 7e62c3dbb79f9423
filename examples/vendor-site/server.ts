/**
 * The back end of a vendor's web site, whole: it serves the pages, knows who is signed in, and mints a session for
 * that person's widgets. The secret key stays in this process; everything else, the widgets ask the service itself.
 */
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { raw } from 'hono/html';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';
import { createPortalClient, isPermissionDeniedError, isValidationError } from 'prmkit/client';
import { demoSignIn, peopleSwitch, whoIsSignedIn } from './demo-sign-in.js';
import { german } from './german.js';
import { pageExists, renderPage } from './pages.js';

export interface SiteOptions {
  /** Where this site is reached, as browsers see it: sessions are good for this origin only. */
  origin: string;
  /** Where the prmkit service is reached, by this server and by browsers. */
  serviceUrl: string;
  secretKey: string;
  /** Signs the cookie that says who is signed in. */
  cookieSecret: string;
  /** The folder of the widgets' CDN build, served under /prmkit/. */
  widgets?: string;
  /** More of a page's head and more places to connect to, for development. */
  development?: { head: (nonce: string) => string; connect: string[] };
}

type Env = { Variables: SecureHeadersVariables };

const here = fileURLToPath(new URL('.', import.meta.url));

export function createSite(options: SiteOptions): Hono<Env> {
  const { origin, serviceUrl, secretKey, cookieSecret, widgets, development } = options;
  const prmkit = createPortalClient({ baseUrl: serviceUrl, secretKey });
  const site = new Hono<Env>();

  // One name for the site: sessions made for 127.0.0.1 are no good to a page opened as localhost.
  site.use(async (c, next) => {
    const { host, pathname, search } = new URL(c.req.url);
    return c.req.method === 'GET' && host !== new URL(origin).host ? c.redirect(origin + pathname + search, 302) : next();
  });
  site.use(compress());
  site.use(csrf({ origin }));
  site.use(secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", serviceUrl, ...(development?.connect ?? [])],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['lit-html', "'allow-duplicates'"],
    },
    strictTransportSecurity: origin.startsWith('https:'),
  }));

  // Fonts never change, and the widgets stand in a folder of their version; all else is asked for again and mostly answered by 304.
  const onFound = (path: string, c: Context) =>
    c.header('cache-control', /\/(fonts|\d+\.\d+\.\d+[^/]*)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  site.use('/assets/*', etag(), serveStatic({ root: here, onFound }));
  if (widgets) site.use('/prmkit/*', etag(), serveStatic({ root: widgets, onFound, rewriteRequestPath: (path) => path.slice('/prmkit'.length) }));

  async function show(c: Context<Env>, page: string, { status = 200 as 200 | 404, locale = 'en' } = {}): Promise<Response> {
    const person = await whoIsSignedIn(c, cookieSecret);
    const nonce = c.get('secureHeadersNonce') ?? '';
    const values: Record<string, unknown> = {
      'lang': locale,
      'theme': getCookie(c, 'theme') ?? 'auto',
      'nonce': nonce,
      'development': raw(development?.head(nonce) ?? ''),
      'service-url': serviceUrl,
      'path': c.req.path,
      'person.id': person?.id,
      'person.name': person?.name,
      'person.company': person?.company,
      'people': peopleSwitch(person, c.req.path),
      'open.deal': c.req.query('deal'),
      'open.draft': c.req.query('draft'),
      'open.lead': c.req.query('lead'),
    };
    const isHere = (path: string) => (c.req.path === path ? 'page' : String(path !== '/partners/' && c.req.path.startsWith(path)));
    const fill = (key: string) =>
      key.startsWith('at ') ? isHere(key.slice(3)) : key in values ? values[key] : locale === 'de' ? german[key] ?? key : key;
    return c.html(await renderPage(page, fill), status, { 'cache-control': 'no-store' });
  }

  site.get('/', (c) => show(c, 'home'));
  site.get('/products', (c) => show(c, 'products'));

  site.get('/partners', (c) => c.redirect('/partners/', 301));
  site.get('/partners/:page{[a-z]*}', async (c) => {
    const chosen = c.req.query('lang');
    if (chosen === 'en' || chosen === 'de') {
      setCookie(c, 'language', chosen, { path: '/partners', sameSite: 'Lax', maxAge: 365 * 86_400 });
      return c.redirect(c.req.path, 303);
    }
    const person = await whoIsSignedIn(c, cookieSecret);
    const page = person ? `partners/${person.side}/${c.req.param('page') || 'overview'}` : 'partners/signed-out';
    if (!pageExists(page)) return c.redirect('/partners/', 303);
    return show(c, page, { locale: getCookie(c, 'language') === 'de' ? 'de' : 'en' });
  });

  // The one thing prmkit asks of a site: a session for whoever is signed in, and for nobody else.
  site.post('/partners/session', async (c) => {
    const person = await whoIsSignedIn(c, cookieSecret);
    // The page says whom it was made for: once somebody else has signed in elsewhere, it must not go on under the old name.
    if (!person || person.id !== c.req.query('as')) return c.json({ error: 'signed out' }, 401);
    try {
      const { token, expiresIn } = await prmkit.sessions.create({ email: person.email, origins: [origin] });
      return c.json({ token, expiresIn }, 200, { 'cache-control': 'no-store' });
    } catch (error) {
      // Not a member of the programme, or suspended. Whatever else went wrong may pass, and the widget tries again.
      const refused = isValidationError(error) || isPermissionDeniedError(error);
      if (!refused) console.error(String(error));
      return c.json({ error: refused ? 'no access' : 'not now' }, refused ? 403 : 503);
    }
  });

  site.route('/demo', demoSignIn(cookieSecret));
  site.notFound((c) => show(c, 'not-found', { status: 404 }));
  return site;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { PRMKIT_URL, PRMKIT_SECRET_KEY, COOKIE_SECRET, SITE_ORIGIN = 'http://127.0.0.1:4300' } = process.env;
  if (!PRMKIT_URL || !PRMKIT_SECRET_KEY || !COOKIE_SECRET) throw new Error('Set PRMKIT_URL, PRMKIT_SECRET_KEY and COOKIE_SECRET.');
  const site = createSite({ origin: SITE_ORIGIN, serviceUrl: PRMKIT_URL, secretKey: PRMKIT_SECRET_KEY, cookieSecret: COOKIE_SECRET, widgets: 'dist/cdn' });
  serve({ fetch: site.fetch, hostname: '127.0.0.1', port: Number(new URL(SITE_ORIGIN).port) });
}

import type { Hono } from 'hono';
import { sql, type Kysely } from 'kysely';
import type { NoticeKind } from '../../contract/index.js';
import type { Database } from '../database/schema.js';
import { escapeHtml, plainLine } from './plain-text.js';
import { readUnsubscribing, type Unsubscribing } from './unsubscribe-links.js';
import { fill, isolated, langAndDir, languageOf, wordsFor } from './words.js';

/** Of which the member wants no more: the kind that the e-mail was of, or any. */
type Scope = 'kind' | 'all';

const headers = {
  'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex',
  'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
};

const page = (language: string, title: string, body: string, status = 200): Response => new Response(
  `<!doctype html>\n<html ${langAndDir(language)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>\n<body><main><h1>${escapeHtml(title)}</h1>\n${body}\n</main></body></html>\n`,
  { status, headers },
);

const notValid = (): Response => {
  const { page: { invalid, invalidText } } = wordsFor('en');
  return page('en', invalid, `<p>${escapeHtml(invalidText)}</p>`, 404);
};

/**
 * Where the links in e-mails lead. Opening one asks what to stop and stops nothing, since mail programs open links to look at them; the
 * button of a mail program posts at once (RFC 8058) and stops all of the programme's e-mails, for to that program they are one list.
 */
export function addUnsubscribing(app: Hono, db: Kysely<Database>): void {
  app.get('/unsubscribe/:token', async (context) => {
    const reader = await readReader(db, context.req.param('token'));
    if (!reader) return notValid();
    const { language, words, names } = reader;
    const choice = (scope: Scope, text: string) => `<form method="post"><button name="stop" value="${scope}">${escapeHtml(fill(text, names))}</button></form>`;
    return page(language, words.page.title, [
      `<p>${escapeHtml(words.page.ask)}</p>`, choice('kind', words.page.stopKind), choice('all', words.page.stopAll), `<p>${escapeHtml(words.page.back)}</p>`,
    ].join('\n'));
  });

  app.post('/unsubscribe/:token', async (context) => {
    const reader = await readReader(db, context.req.param('token'));
    if (!reader) return notValid();
    const scope: Scope = (await readStop(context.req.raw)) === 'kind' ? 'kind' : 'all';
    await stopEmails(db, reader, scope);
    const { language, words, names } = reader;
    return page(language, words.page.title, `<p>${escapeHtml(fill(scope === 'kind' ? words.page.doneKind : words.page.doneAll, names))}</p>\n<p>${escapeHtml(words.page.back)}</p>`);
  });
}

async function readStop(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > 1_000) return null;
  return new URLSearchParams((await request.text()).slice(0, 1_000)).get('stop');
}

async function readReader(db: Kysely<Database>, token: string) {
  const unsubscribing = await readUnsubscribing(db, token);
  const row = unsubscribing && await db.selectFrom('members as m').innerJoin('programmes as g', 'g.id', 'm.programme_id').select(['m.locale', 'g.name'])
    .where('m.programme_id', '=', unsubscribing.programmeId).where('m.id', '=', unsubscribing.memberId).executeTakeFirst();
  if (!unsubscribing || !row) return undefined;
  const language = languageOf(row.locale);
  const words = wordsFor(language);
  const { subject } = words.kinds[unsubscribing.kind as NoticeKind] ?? words.other;
  return { ...unsubscribing, language, words, names: { kind: subject, programme: isolated(plainLine(row.name), language) } };
}

/** `*` stands for every kind, those to come as well; what the member chooses later for one kind goes before it. */
async function stopEmails(db: Kysely<Database>, { programmeId, memberId, kind }: Unsubscribing, scope: Scope): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (scope === 'all') await tx.deleteFrom('notice_preferences').where('programme_id', '=', programmeId).where('member_id', '=', memberId).execute();
    await tx.insertInto('notice_preferences').values({ programme_id: programmeId, member_id: memberId, kind: scope === 'all' ? '*' : kind, email: false })
      .onConflict((conflict) => conflict.columns(['programme_id', 'member_id', 'kind']).doUpdateSet({ email: sql`excluded.email` })).execute();
  });
}

import type { NoticeKind } from '../../contract/index.js';
import { escapeHtml, linkless, plainLine } from './plain-text.js';
import { fill, isolated, langAndDir, sentence, wordsFor } from './words.js';

/** What an e-mail tells of, and to whom. */
export interface Told {
  noticeId: string;
  kind: string;
  recordType: string;
  recordId: string;
  /** As the reader may see it; `null` for none. */
  recordName: string | null;
  params: Readonly<Record<string, string | number>>;
  language: string;
  member: { name: string; address: string };
  programmeName: string;
  /** The address of the programme's logo. */
  logo: string | null;
  /** One click on it and nothing else comes. */
  unsubscribeUrl: string;
}

/** Where an e-mail comes from and leads to. */
export interface Places {
  /** `Varnholt Partners <partners@varnholt.example>` */
  from: string;
  /** The vendor's site. `{recordType}` and `{recordId}` in it are filled in. */
  portalUrl: string;
}

export interface Message {
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
}

/** The address's domain, for ids that are unique in the world. */
const domainOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'prmkit.invalid';

const portalLink = (portalUrl: string, { recordType, recordId }: Told): string =>
  fill(portalUrl, { recordType: encodeURIComponent(recordType), recordId: encodeURIComponent(recordId) });

const dayWords = (day: string, language: string): string => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));

/** A notice as an e-mail, in text and simple HTML. The same notice has the same Message-ID, so that one that comes twice is seen to. */
export function renderMessage(told: Told, { from, portalUrl }: Places): Message {
  const { language, recordType, params } = told;
  const words = wordsFor(language);
  const { subject, text } = Object.hasOwn(words.kinds, told.kind) ? words.kinds[told.kind as NoticeKind] : words.other;
  const name = told.recordName === null ? '' : plainLine(told.recordName);
  const days = Number(params.days ?? 0);
  const said = fill(sentence(text, language, days), {
    name: name ? words.quotes.join(isolated(linkless(name), language)) : words.unnamed[recordType === 'lead' ? 'lead' : 'deal'],
    days: new Intl.NumberFormat(language).format(days),
  });
  const greeting = fill(words.greeting, { member: isolated(linkless(told.member.name), language) });
  const lastDay = typeof params.dueOn === 'string' ? fill(words.lastDay, { day: dayWords(params.dueOn, language) }) : undefined;
  const why = fill(words.why, { programme: isolated(linkless(told.programmeName), language) });
  const link = portalLink(portalUrl, told);
  return {
    from,
    to: { name: plainLine(told.member.name), address: told.member.address },
    subject: name ? `${subject}: ${isolated(name, language)}` : subject,
    messageId: `<${told.noticeId}@${domainOf(from)}>`,
    headers: {
      'List-Unsubscribe': `<${told.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    text: [greeting, said, ...(lastDay ? [lastDay] : []), `${words.open}: ${link}`, '--', why, `${words.unsubscribe}: ${told.unsubscribeUrl}`].join('\n\n'),
    html: `<!doctype html>
<html ${langAndDir(language)}><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:32em">${told.logo ? `\n<p><img src="${escapeHtml(told.logo)}" alt="${escapeHtml(plainLine(told.programmeName))}" height="32"></p>` : ''}
<p>${escapeHtml(greeting)}</p>
<p>${escapeHtml(said)}</p>${lastDay ? `\n<p>${escapeHtml(lastDay)}</p>` : ''}
<p><a href="${escapeHtml(link)}">${escapeHtml(words.open)}</a></p>
<hr style="border:0;border-top:1px solid #8888">
<p style="font-size:13px">${escapeHtml(why)} <a href="${escapeHtml(told.unsubscribeUrl)}">${escapeHtml(words.unsubscribe)}</a></p>
</div></body></html>
`,
  };
}

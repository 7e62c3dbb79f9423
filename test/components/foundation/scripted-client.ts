import type { PortalClient } from '../../../src/client/index.js';

type Answer = unknown | (() => unknown);
const answered = async (answer: Answer) => (typeof answer === 'function' ? (answer as () => unknown)() : answer);

export const seller = {
  id: 'ses_1',
  programmeId: 'prg_1',
  member: { id: 'mem_1', name: 'Ada', email: 'ada@example.com', role: 'partner_seller', locale: null },
  partner: { id: 'ptn_1', name: 'Nord', kind: 'reseller' },
  scopes: [],
  expiresAt: '2030-01-01T00:00:00Z',
};

/** A client whose answers a test decides; what it changes is told by `changed`. */
export function scriptedClient(script: { session?: Answer; programme?: Answer; deals?: Answer } = {}) {
  const watchers = new Set<() => void>();
  const client = {
    sessions: { read: () => answered(script.session ?? seller) },
    programme: { read: () => answered(script.programme ?? { id: 'prg_1', name: 'Programme', currency: 'EUR', timeZone: 'Europe/Berlin', settings: {} }) },
    deals: { list: () => answered(script.deals ?? { data: [{ name: 'One' }, { name: 'Two' }], hasMore: false, nextCursor: null }) },
    watch: (_: unknown, callback: () => void) => (watchers.add(callback), () => watchers.delete(callback)),
    close: () => {},
  };
  return { client: client as unknown as PortalClient, script, watchers, changed: () => watchers.forEach((tell) => tell()) };
}

export const failure = (name: string, code: string, more = {}) => Object.assign(new Error(code), { name, code, ...more });

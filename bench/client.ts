import ky from 'ky';
import { createPortalClient } from '../src/client/index.js';
import { held, median, rounded, type Row } from './row.js';

const rounds = 9;
const callsPerRound = 400;
const warmUpCalls = 2_000;
const url = 'https://prm.example.com/v1/deals?stage=committed&limit=100';

/** Answers without a network, so that what is left is what client and platform cost. */
const answering = (text: string) => async () => new Response(text, { headers: { 'content-type': 'application/json' } });
const identity = () => `deal_${crypto.randomUUID().replaceAll('-', '')}`;
const row = (index: number) => ({
  id: identity(), version: 3, createdAt: '2026-01-12T08:30:00.000Z', updatedAt: '2026-02-12T08:30:00.000Z',
  name: `Line ${index}, packaging hall`, customer: { id: identity(), name: 'Nordhafen Kontor' }, partner: { id: identity(), name: 'Alpenwerk Handel' },
  member: { id: identity(), name: 'Ines Moreau' }, review: 'approved', stage: 'committed',
  protection: { state: 'active', startsOn: '2026-01-12', endsOn: '2026-04-12', daysLeft: 41 }, value: { amount: 1_250_000 + index, currency: 'EUR' },
  closeOn: '2026-03-31', closedOn: null, winConfirmedAt: null, submittedAt: '2026-01-10T08:30:00.000Z', reviewDueOn: null, actions: ['moveStage', 'read'],
});
const page = (length: number) => JSON.stringify({ data: Array.from({ length }, (_, index) => row(index)), hasMore: false, nextCursor: null });

async function cpuMicroseconds(call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < callsPerRound; index++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / callsPerRound;
}

/** Medians over rounds in which each contender takes its turn, so that what the machine does meanwhile hits all alike. */
async function compare<K extends string>(contenders: Record<K, () => Promise<unknown>>): Promise<Record<K, number>> {
  const names = Object.keys(contenders) as K[];
  for (const name of names) for (let index = 0; index < warmUpCalls; index++) await contenders[name]();
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) measured[name].push(await cpuMicroseconds(contenders[name]));
  return Object.fromEntries(names.map((name) => [name, median(measured[name])])) as Record<K, number>;
}

function contenders(text: string) {
  const fetch = answering(text);
  const headers = { accept: 'application/json', authorization: 'Bearer token' };
  const client = createPortalClient({ baseUrl: 'https://prm.example.com', session: async () => ({ token: 'token', expiresIn: 86_400 }), fetch });
  return {
    bare: async () => (await (fetch as typeof globalThis.fetch)(new Request(url, { headers }))).json(),
    ky: () => ky(url, { headers, fetch }).json(),
    client: () => client.deals.list({ stage: 'committed', limit: 100 }),
  };
}

/** CPU time of the client's calls above a bare `fetch` with the same headers and a parsed answer. */
export async function run(): Promise<Row[]> {
  const one = await compare(contenders(page(1)));
  const hundred = await compare(contenders(page(100)));
  const overhead = rounded(one.client - one.bare);
  const ratio = rounded(hundred.client / hundred.bare, 2);
  return [
    held('client: CPU of a call above bare fetch', overhead, 'µs', 100, `bare ${rounded(one.bare)} µs, ky alone +${rounded(one.ky - one.bare)} µs`),
    held('client: CPU of a page of 100 against bare fetch', ratio, '×', 1.3, `bare ${rounded(hundred.bare)} µs, ky alone ${rounded(hundred.ky / hundred.bare, 2)} ×`),
  ];
}

/**
 * What the service would answer a partner's seller, by path: the widget and what is written by hand are given the same. Held
 * against the contract's own types, so that it stays what the service says.
 */
import type { Dashboard, DealRow, FormField, Product, Programme, Results, SessionInfo, Territory } from '../src/contract/index.js';
import { defaultSettings } from '../src/server/programme/defaults.js';

const record = (prefix: string, index: number) => ({
  id: `${prefix}_${String(index).padStart(32, '0')}` as never, version: 1, createdAt: '2026-01-12T08:30:00.000Z', updatedAt: '2026-02-12T08:30:00.000Z',
});
const reference = (prefix: string, index: number, name: string) => ({ id: record(prefix, index).id, name });
const partner = reference('par', 1, 'Nordwind');
const seller = reference('mem', 1, 'Sven Seller');

const session: SessionInfo = {
  id: record('ses', 1).id, programmeId: record('prg', 1).id, scopes: [], expiresAt: '2036-01-01T00:00:00.000Z',
  partner: { ...partner, kind: 'reseller' }, member: { ...seller, email: 'sven@nordwind.example', role: 'partner_admin', locale: null },
};

const own = (key: string, type: FormField['type'], en: string, more: Partial<FormField> = {}): FormField => ({ key, type, label: { en }, required: false, ...more });
const choices = (...words: string[]) => words.map((en) => ({ value: en.toLowerCase().replaceAll(' ', '_'), label: { en } }));

/** Fourteen fields: of the programme's own kinds, those that a page of native HTML has, too. */
const fields: FormField[] = [
  own('name', 'standard', 'Name of the deal', { required: true, help: { en: 'What you would call it among colleagues.' } }),
  own('value', 'standard', 'Value', { required: true }),
  own('closeOn', 'standard', 'Expected close', { required: true }),
  own('territoryId', 'standard', 'Territory'),
  own('project', 'standard', 'Project'),
  own('competitor', 'text', 'Competitor'),
  own('contact', 'text', 'Contact at the customer', { required: true }),
  own('role', 'text', 'Role of the contact'),
  own('source', 'choice', 'How it began', { options: choices('Trade fair', 'Own customer', 'Campaign', 'Referral') }),
  own('solution', 'choice', 'Solution', { options: choices('New plant', 'Retrofit', 'Service') }),
  own('units', 'number', 'Units'),
  own('budget', 'money', 'Customer’s budget'),
  own('decidesOn', 'date', 'Customer decides on'),
  own('note', 'standard', 'Note', { help: { en: 'Whatever helps the vendor to decide.' } }),
];

const programme: Programme = {
  ...record('prg', 1), name: 'Varnholt', currency: 'EUR', timeZone: 'Europe/Berlin', today: '2026-03-01', actions: [],
  settings: { ...defaultSettings, dealForm: { sections: [{ key: 'deal', label: { en: 'The deal' }, fields: fields.slice(0, 7) }, { key: 'more', label: { en: 'What is behind it' }, fields: fields.slice(7) }] } },
};

const stages = ['prospect', 'qualified', 'technical_validation', 'business_validation', 'committed'] as const;
const deal = (index: number): DealRow => ({
  ...record('deal', index), name: `Line ${index} retrofit`, customer: reference('cus', index, `Customer ${index}`), partner, member: seller, review: index % 3 ? 'approved' : 'submitted', stage: stages[index % stages.length]!,
  protection: index % 3 ? { state: 'active', startsOn: '2026-01-15', endsOn: '2026-04-15', daysLeft: 45 } : { state: 'none', startsOn: null, endsOn: null, daysLeft: null },
  value: { amount: 1_250_000 + index * 1_000, currency: 'EUR' }, closeOn: '2026-05-31', closedOn: null, nextStep: index % 3 ? { code: 'move_stage', dueOn: null } : null,
  winConfirmedAt: null, submittedAt: '2026-01-14T08:30:00.000Z', reviewDueOn: '2026-01-21', actions: ['read', 'change'],
});
const deals = Array.from({ length: 100 }, (_, index) => deal(index));
const whole = <Row>(data: Row[]) => ({ data, hasMore: false, nextCursor: null });

const territories: Territory[] = ['Hamburg', 'Lower Saxony', 'Schleswig-Holstein'].map((name, index) => ({ ...record('ter', index), name, region: null, country: 'DE', actions: [] }) as unknown as Territory);
const products: Product[] = [];

const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
const dashboard: Dashboard = {
  from: months[0]!, to: months[11]!, currency: 'EUR', asOf: '2026-03-01T08:30:00.000Z',
  figures: [
    { key: 'won_value', unit: 'money', value: 184_250_000, before: 151_900_000 }, { key: 'won_count', unit: 'count', value: 41, before: 41 },
    { key: 'registered_count', unit: 'count', value: 96, before: 71 }, { key: 'win_rate', unit: 'ratio', value: 0.62, before: 0.55 },
    { key: 'open_value', unit: 'money', value: 93_120_000, before: null }, { key: 'open_count', unit: 'count', value: 27, before: null },
    { key: 'lead_answer_rate', unit: 'ratio', value: 0.91, before: 0.94 },
  ],
  months: months.map((month, index) => ({ month, wonValue: ((index * 7) % 12) * 2_500_000 + 1_000_000, wonCount: (index % 5) + 1, registeredCount: index + 3 })),
  funnel: [...stages, 'closed_won' as const, 'closed_lost' as const].map((stage, index) => ({ stage, count: 14 - index, value: (9 - index) * 11_000_000 })),
  attention: Array.from({ length: 5 }, (_, index) => ({ kind: 'protection_expiring' as const, recordId: deal(index).id, title: deal(index).name, dueAt: null, dueOn: `2026-03-0${index + 2}` })),
  attentionTotal: 5,
};
const results: Results = {
  from: dashboard.from, to: dashboard.to, currency: 'EUR', total: { amount: 184_250_000, currency: 'EUR' },
  data: ['Pump P2', 'Valve V8', 'Drive D1', 'Control C5', 'Filter F3', 'Seal S9'].map((name, index) => ({ product: reference('prod', index, name), value: { amount: (7 - index) * 8_000_000, currency: 'EUR' }, count: 7 - index })),
};

export const answers: Readonly<Record<string, unknown>> = {
  '/v1/session': { ...session, programme },
  '/v1/programme': programme,
  '/v1/deals': { ...whole(deals), total: deals.length, anchors: [] },
  '/v1/views': { data: [] },
  '/v1/products': whole(products),
  '/v1/territories': whole(territories),
  '/v1/dashboard': dashboard,
  '/v1/dashboard/results': results,
  '/v1/changes': { cursor: '0', resources: [], data: [] },
};

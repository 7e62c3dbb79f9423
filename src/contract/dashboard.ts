import * as z from 'zod/mini';
import { id } from './identity.js';
import { currency, money } from './money.js';
import { operation } from './operation.js';
import { reference } from './record.js';
import { everyone } from './roles.js';
import { stages } from './deals.js';
import { known, oneOf } from './text.js';
import { day, instant, month } from './time.js';

/**
 * The key figures, each over the period unless said:
 * - `won_value`, `won_count`: approved deals closed as won on a day of the period, claimed or confirmed.
 * - `registered_count`: deals submitted in the period.
 * - `win_rate`: won ÷ (won + lost), of approved deals closed in the period; none where nothing closed.
 * - `open_value`, `open_count`: approved deals neither won nor lost, now.
 * - `lead_answer_rate`: offers answered in time ÷ offers whose answer was due in the period.
 */
export const figureKeys = ['won_value', 'won_count', 'registered_count', 'win_rate', 'open_value', 'open_count', 'lead_answer_rate'] as const;
export type FigureKey = (typeof figureKeys)[number];

const figure = z.object({
  key: known(figureKeys),
  /** Money in minor units, a count, or a ratio of 0 to 1; none where it has no meaning. */
  unit: known(['money', 'count', 'ratio']),
  value: z.nullable(z.number()),
  /** The same over the period of equal length before; none for figures of now. */
  before: z.nullable(z.number()),
});

/** What needs somebody now, the most urgent first. */
export const attentionKinds = ['lead_answer_due', 'deal_action_required', 'protection_expiring', 'draft_idle', 'review_due', 'win_to_confirm', 'lead_unassigned'] as const;
const attention = z.object({
  kind: known(attentionKinds),
  recordId: z.string(),
  title: z.string(),
  dueAt: z.nullable(instant),
  dueOn: z.nullable(day),
});

export const dashboard = z.object({
  from: month,
  to: month,
  currency,
  asOf: instant,
  figures: z.array(figure),
  months: z.array(z.object({ month, wonValue: z.number(), wonCount: z.int(), registeredCount: z.int() })),
  /** Approved deals, still open or closed in the period, by the furthest stage they stand in. */
  funnel: z.array(z.object({ stage: known(stages), count: z.int(), value: z.number() })),
  attention: z.array(attention),
  attentionTotal: z.int(),
});
export type Dashboard = z.infer<typeof dashboard>;

const period = {
  /** First and last month, inclusive; at most 36 of them. The last twelve unless said. */
  from: z.optional(month),
  to: z.optional(month),
  /** The vendor may look at one partner. */
  partnerId: z.optional(id('partner')),
};

/** Won value of the period by one dimension: sums of deals, or for products sums of lines, rounded once. */
export const results = z.object({
  from: month,
  to: month,
  currency,
  data: z.array(z.object({
    partner: z.optional(reference('partner')),
    product: z.optional(z.nullable(reference('product'))),
    month: z.optional(month),
    value: money,
    count: z.int(),
  })),
  total: money,
});
export type Results = z.infer<typeof results>;

export const dashboardOperations = {
  read: operation({
    summary: 'Reads the dashboard: key figures, months, funnel, and what needs attention. A seller\'s, a company\'s, or the programme\'s.',
    method: 'GET',
    path: '/v1/dashboard',
    who: everyone,
    query: z.strictObject(period),
    answer: dashboard,
  }),
  results: operation({
    summary: 'Adds up won deals of a period by partner, product, month, or partner and month; the largest first, months in order.',
    method: 'GET',
    path: '/v1/dashboard/results',
    who: everyone,
    query: z.strictObject({ ...period, by: oneOf(['partner', 'product', 'month', 'partner_month']) }),
    answer: results,
  }),
};

import { minorDigits, type DealRow, type dealOperations, type Money, type QueryOf } from '../../contract/index.js';
import type { Call } from '../call.js';
import { readPage } from '../keyset.js';
import { readProgramme } from '../programme/queries.js';
import type { Column } from '../sheets/sheet.js';
import { presentRow } from './present.js';
import { filteredDeals, orderOf, selectRow } from './queries.js';

/** What a table of deals is headed with. */
export interface ExportWords {
  name: string; customer: string; partner: string; member: string; review: string; stage: string; value: string; currency: string; closeOn: string; closedOn: string;
  protection: string; protectionEndsOn: string; submittedAt: string; reviewDueOn: string; winConfirmedAt: string; updatedAt: string; id: string;
  /** The programme's or the language's word for a state; the state itself where there is none. */
  state: (of: 'review' | 'stage' | 'protection', state: string) => string;
}

const decimalOf = (money: Money | null): string | null => money && (money.amount / 10 ** minorDigits(money.currency)).toFixed(minorDigits(money.currency));

/** The columns of deals as the caller sees them: what a row of the list holds, and no more. */
export const dealColumns = (words: ExportWords): Column<DealRow>[] => [
  { head: words.name, width: 40, of: ({ name }) => ({ text: name }) },
  { head: words.customer, width: 32, of: ({ customer }) => ({ text: customer?.name ?? null }) },
  { head: words.partner, width: 28, of: ({ partner }) => ({ text: partner.name }) },
  { head: words.member, width: 24, of: ({ member }) => ({ text: member?.name ?? null }) },
  { head: words.review, of: ({ review }) => ({ text: words.state('review', review) }) },
  { head: words.stage, width: 22, of: ({ stage }) => ({ text: words.state('stage', stage) }) },
  { head: words.value, of: ({ value }) => ({ decimal: decimalOf(value) }) },
  { head: words.currency, width: 10, of: ({ value }) => ({ text: value?.currency ?? null }) },
  { head: words.closeOn, of: ({ closeOn }) => ({ day: closeOn }) },
  { head: words.closedOn, of: ({ closedOn }) => ({ day: closedOn }) },
  { head: words.protection, of: ({ protection }) => ({ text: words.state('protection', protection.state) }) },
  { head: words.protectionEndsOn, of: ({ protection }) => ({ day: protection.endsOn }) },
  { head: words.submittedAt, width: 26, of: ({ submittedAt }) => ({ text: submittedAt }) },
  { head: words.reviewDueOn, of: ({ reviewDueOn }) => ({ day: reviewDueOn }) },
  { head: words.winConfirmedAt, width: 26, of: ({ winConfirmedAt }) => ({ text: winConfirmedAt }) },
  { head: words.updatedAt, width: 26, of: ({ updatedAt }) => ({ text: updatedAt }) },
  { head: words.id, width: 40, of: ({ id }) => ({ text: id }) },
];

type Filters = Omit<NonNullable<QueryOf<(typeof dealOperations)['list']>>, 'cursor' | 'limit' | 'include'>;

/** All deals that a list with these filters would show, in its order, read page by page. */
export async function* readDeals(call: Pick<Call, 'tx' | 'caller' | 'reach'>, filters: Filters): AsyncGenerator<DealRow> {
  const programme = await readProgramme(call.tx, call.caller.programmeId);
  const order = orderOf(call, filters.sort ?? '-updatedAt');
  let cursor: string | null | undefined;
  do {
    const page = await readPage(call.tx, filteredDeals(call, filters), selectRow, order, { limit: 200, cursor: cursor ?? undefined }, presentRow(call.caller, programme));
    yield* page.data;
    cursor = page.nextCursor;
  } while (cursor);
}

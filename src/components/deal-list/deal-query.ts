import type { PortalClient } from '../../client/index.js';

/** What narrows and orders the list: as the service takes it, several values of one axis being any of them. */
export interface DealQuery {
  search: string;
  sort: string;
  review: readonly string[];
  stage: readonly string[];
  protection: readonly string[];
}
export type Axis = 'review' | 'stage' | 'protection';
export type Look = 'list' | 'board';

export const emptyQuery: DealQuery = { search: '', sort: '-updatedAt', review: [], stage: [], protection: [] };
export const reviews = ['draft', 'submitted', 'in_review', 'action_required', 'approved', 'rejected', 'withdrawn'] as const;
export const stages = ['prospect', 'qualified', 'technical_validation', 'business_validation', 'committed', 'closed_won', 'closed_lost'] as const;
export const protections = ['active', 'expiring', 'expired', 'none'] as const;
export const sorts = ['-updatedAt', 'updatedAt', 'name', '-value', 'closeOn'] as const;
export const axes = { review: reviews, stage: stages, protection: protections } as const;

/** The reviews that are asked for most, by one press. */
export const presets = { all: [], open: ['draft', 'action_required'], review: ['submitted', 'in_review'], approved: ['approved'] } as const;
export type Preset = keyof typeof presets;

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((value) => other.includes(value));

/** The preset that shows what is shown; none where it is narrowed otherwise. */
export const presetOf = ({ review }: DealQuery): Preset | '' => (Object.keys(presets) as Preset[]).find((name) => same(presets[name], review)) ?? '';

/** How many axes are narrowed beside what a preset says. */
export const narrowed = (query: DealQuery): number => Number(presetOf(query) === '') + Number(query.stage.length > 0) + Number(query.protection.length > 0);

export const isNarrowed = (query: DealQuery): boolean => query.search !== '' || narrowed(query) > 0 || query.review.length > 0;

type ListQuery = NonNullable<Parameters<PortalClient['deals']['list']>[0]>;

/** As the client's list takes it; axes that narrow nothing are left out. */
export const asked = (query: DealQuery): ListQuery => ({
  sort: query.sort as ListQuery['sort'],
  ...(query.search && { search: query.search }),
  ...Object.fromEntries((Object.keys(axes) as Axis[]).filter((axis) => query[axis].length > 0).map((axis) => [axis, query[axis]])),
});

/** As saved under a name: text by key. */
export const toView = (query: DealQuery, look: Look): Record<string, string> =>
  Object.fromEntries([['look', look], ['search', query.search], ['sort', query.sort], ...(Object.keys(axes) as Axis[]).map((axis) => [axis, query[axis].join()])].filter(([, value]) => value) as [string, string][]);

/** As it was saved; what this version does not know narrows nothing. */
export function fromView(view: Readonly<Record<string, string>>): { query: DealQuery; look: Look } {
  const values = (axis: Axis) => (view[axis] ?? '').split(',').filter((value) => (axes[axis] as readonly string[]).includes(value));
  const sort = (sorts as readonly string[]).includes(view['sort'] ?? '') ? view['sort']! : emptyQuery.sort;
  return {
    query: { search: view['search'] ?? '', sort, review: values('review'), stage: values('stage'), protection: values('protection') },
    look: view['look'] === 'board' ? 'board' : 'list',
  };
}

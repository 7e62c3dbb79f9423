export type Filter = 'all' | 'open' | 'review' | 'approved';
type Review = 'draft' | 'submitted' | 'in_review' | 'action_required' | 'approved';

const reviewsOf: Record<Filter, readonly Review[] | undefined> = {
  all: undefined, open: ['draft', 'action_required'], review: ['submitted', 'in_review'], approved: ['approved'],
};

/** What each side of the programme chooses from. */
export const filtersOf = (vendor: boolean): readonly Filter[] => (vendor ? ['all', 'review', 'approved'] : ['all', 'open', 'review', 'approved']);

/** A filter as the service is asked. */
export function reviewQuery(filter: Filter): { review?: Review[] } {
  const reviews = reviewsOf[filter];
  return reviews ? { review: [...reviews] } : {};
}

export type Filter = 'open' | 'accepted' | 'waiting' | 'all';
type State = 'new' | 'offered' | 'accepted' | 'declined' | 'expired';

const statesOf: Record<Filter, readonly State[] | undefined> = { open: ['offered'], accepted: ['accepted'], waiting: ['new', 'declined', 'expired'], all: undefined };

/** What each side of the programme chooses from, the first of all first. */
export const filtersOf = (vendor: boolean): readonly Filter[] => (vendor ? ['waiting', 'open', 'accepted', 'all'] : ['open', 'accepted', 'all']);

/** A filter as the service is asked. */
export function stateQuery(filter: Filter): { state?: State[] } {
  const states = statesOf[filter];
  return states ? { state: [...states] } : {};
}

/** What an event of ours says, without what every event has. */
export const fieldsOf = (event: Event): Record<string, unknown> =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));

/** Makes what is dear once for each locale or zone, when it is needed first: a page has one or two of them, so nothing needs to be dropped. */
export function onceFor<Kind>(make: (name: string) => Kind): (name: string) => Kind {
  const kept = new Map<string, Kind>();
  return (name) => {
    let one = kept.get(name);
    if (one === undefined) kept.set(name, (one = make(name)));
    return one;
  };
}

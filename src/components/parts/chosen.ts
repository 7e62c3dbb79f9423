/** What a page chooses of a widget's columns or fields, and in which order: `columns="name value review"`. */
export const namesIn = (text: string | null): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean);

/** What the page chose, as far as there is such; all of it where it chose nothing. */
export const chosenOf = <Name extends string>(all: readonly Name[], chosen: readonly string[] | undefined): readonly Name[] => {
  const known = chosen?.filter((name): name is Name => (all as readonly string[]).includes(name));
  return known?.length ? known : all;
};

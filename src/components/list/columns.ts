/** Which columns of a list a page shows, and in which order: `columns="name value review"`. */
export const columnNames = (text: string | null): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean);

/** The columns that the page chose, as far as there are such; all of them where it chose none. */
export const columnsOf = <Column extends string>(all: readonly Column[], chosen: readonly string[] | undefined): readonly Column[] => {
  const known = chosen?.filter((name): name is Column => (all as readonly string[]).includes(name));
  return known?.length ? known : all;
};

const known = new Map<string, { value: string; label: string }[]>();

/** Every country by its name in the reader's language, made once for each language. */
export function countries(locale: string, current = ''): { value: string; label: string }[] {
  let list = known.get(locale);
  if (!list) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
    list = letters.flatMap((one) => letters.map((two) => one + two))
      .map((value) => ({ value, label: notACountry.has(value) ? undefined : names.of(value) }))
      .filter((country): country is { value: string; label: string } => country.label !== undefined)
      .sort((one, other) => one.label.localeCompare(other.label, locale));
    known.set(locale, list);
  }
  return current && !list.some(({ value }) => value === current) ? [{ value: current, label: current }, ...list] : list;
}

/** Codes that CLDR names and nobody lives in, or that an older code stands for. */
const notACountry = new Set(
  'AC,AN,BU,CP,CQ,CS,CT,DD,DG,DY,EA,EU,EZ,FQ,FX,HV,IC,JT,MI,NH,NQ,NT,PC,PU,PZ,QO,QU,RH,SU,TA,TP,UK,UN,VD,WK,XA,XB,YD,YU,ZR,ZZ'.split(','),
);

/** A country's name in the reader's language. */
export const countryName = (locale: string, code: string | null): string | undefined =>
  code ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) : undefined;

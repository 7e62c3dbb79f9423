/** The catalogue's word for a code from the wire, or the code itself where a newer service says one that is not known here. */
export function codeWord(t: { has(key: string): boolean }, group: string, code: string): string {
  const key = `${group}.${code}`;
  return t.has(key) ? (t as unknown as (key: string) => string)(key) : code;
}

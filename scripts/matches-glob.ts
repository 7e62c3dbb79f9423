/** Whether a path matches a pattern with `*` (within a folder) and `**` (across folders); Node 20 has none of its own. */
export function matchesGlob(path: string, pattern: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/|\*\*|\*|\?/g, (wild) =>
    wild === '**/' ? '(?:.*/)?' : wild === '**' ? '.*' : wild === '*' ? '[^/]*' : '[^/]');
  return new RegExp(`^${source}$`).test(path);
}

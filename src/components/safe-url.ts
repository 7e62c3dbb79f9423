const allowed = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * A link target from data, or undefined where its scheme could run script (`javascript:`, `data:`, `blob:` …) or it is
 * no absolute URL. Every `href` that does not come from our own code goes through here.
 */
export function safeUrl(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text);
    return allowed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A web address as people write it, `example.com/shop` included. */
export const safeWebsite = (text: string | null | undefined): string | undefined =>
  text ? safeUrl(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`) : undefined;

/** A programme's own word in several languages: BCP 47 tag → text. */
export type LocalText = Readonly<Record<string, string>>;

/** The text in a locale, in its language, in English, or in whatever there is. */
export const localText = (text: LocalText | undefined, locale: string): string | undefined =>
  text && (text[locale] ?? text[locale.split('-')[0]!] ?? text['en'] ?? Object.values(text)[0]);

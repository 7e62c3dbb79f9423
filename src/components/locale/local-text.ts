/** A programme's own word in several languages: BCP 47 tag → text. */
export type LocalText = Readonly<Record<string, string>>;

/** The text in a locale, in its language, in English, or in whatever there is. */
export const localText = (text: LocalText | undefined, locale: string): string | undefined =>
  text && (text[locale] ?? text[languageOf(locale)] ?? text[Object.keys(text).find((tag) => languageOf(tag) === languageOf(locale)) ?? 'en'] ?? Object.values(text)[0]);

const languageOf = (tag: string): string => tag.split('-')[0]!;

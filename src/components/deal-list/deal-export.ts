import type { ExportLanguage, PortalClient } from '../../client/index.js';
import { languageIn } from '../locale/language.js';
import { saveContent } from '../parts/save-file.js';
import { asked, type DealQuery } from './deal-query.js';

const languages: Readonly<Record<ExportLanguage, true>> = { en: true, de: true, fr: true, es: true, pt: true, ja: true, zh: true, ar: true };

export type ExportFormat = 'csv' | 'xlsx';

/** Saves what the list shows as a file: all of it, as the service writes it, and not only what is loaded. */
export async function exportDeals(client: PortalClient, query: DealQuery, format: ExportFormat, locale: string, name: string): Promise<void> {
  const content = await client.deals.export({ ...asked(query), format, locale: languageIn(languages, locale) as ExportLanguage });
  saveContent(content, `${name}.${format}`);
}

import type { PortalClient } from '../../client/index.js';
import { saveContent } from '../parts/save-file.js';
import { asked, type DealQuery } from './deal-query.js';

export type ExportFormat = 'csv' | 'xlsx';

/** Saves what the list shows as a file: all of it, as the service writes it, and not only what is loaded. */
export async function exportDeals(client: PortalClient, query: DealQuery, format: ExportFormat, locale: string, name: string): Promise<void> {
  const content = await client.deals.export({ ...asked(query), format, locale: locale.startsWith('de') ? 'de' : 'en' });
  saveContent(content, `${name}.${format}`);
}

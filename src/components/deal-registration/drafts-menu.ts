import { nothing, type TemplateResult } from 'lit';
import type { DealRow } from '../../client/index.js';
import { iconPencil } from '../parts/icons.js';
import { menu } from '../parts/menu.js';
import type { RegistrationTranslate } from './registration-fields.js';

/** The drafts that wait to be gone on with; `open` is told the one chosen, or none for a new deal. */
export function draftsMenu(t: RegistrationTranslate, drafts: readonly DealRow[], here: string | undefined, open: (dealId: string | undefined) => void): TemplateResult | typeof nothing {
  const others = drafts.filter(({ id }) => id !== here);
  if (others.length === 0) return nothing;
  return menu({
    id: 'drafts', label: t('drafts.label'), text: t('drafts.open', { count: others.length }), icon: iconPencil,
    items: () => [
      ...(here ? [{ label: t('drafts.new'), choose: () => open(undefined) }] : []),
      ...others.map(({ id, name }) => ({ label: name || t('unnamed'), choose: () => open(id) })),
    ],
  });
}

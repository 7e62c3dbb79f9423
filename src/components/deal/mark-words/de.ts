import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': 'Entwurf',
  'review.submitted': 'Eingereicht',
  'review.in_review': 'In Prüfung',
  'review.action_required': 'Antwort nötig',
  'review.approved': 'Genehmigt',
  'review.rejected': 'Abgelehnt',
  'review.withdrawn': 'Zurückgezogen',
  'stage.prospect': 'Interessent',
  'stage.qualified': 'Qualifiziert',
  'stage.technical_validation': 'Technische Prüfung',
  'stage.business_validation': 'Kaufmännische Prüfung',
  'stage.committed': 'Zugesagt',
  'stage.closed_won': 'Gewonnen',
  'stage.closed_lost': 'Verloren',
  'protection.left': { one: 'Noch {count} Tag', other: 'Noch {count} Tage' },
  'protection.last': 'Läuft heute ab',
  'protection.expired': 'Abgelaufen',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

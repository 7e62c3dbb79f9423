import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': 'Brouillon',
  'review.submitted': 'Soumis',
  'review.in_review': 'En cours d’examen',
  'review.action_required': 'Réponse attendue',
  'review.approved': 'Approuvé',
  'review.rejected': 'Refusé',
  'review.withdrawn': 'Retiré',
  'stage.prospect': 'Prospect',
  'stage.qualified': 'Qualifié',
  'stage.technical_validation': 'Validation technique',
  'stage.business_validation': 'Validation commerciale',
  'stage.committed': 'Engagé',
  'stage.closed_won': 'Gagné',
  'stage.closed_lost': 'Perdu',
  'protection.left': { one: '{count} jour restant', other: '{count} jours restants' },
  'protection.last': 'Expire aujourd’hui',
  'protection.expired': 'Expirée',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

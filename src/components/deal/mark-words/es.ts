import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': 'Borrador',
  'review.submitted': 'Enviado',
  'review.in_review': 'En revisión',
  'review.action_required': 'Respuesta pendiente',
  'review.approved': 'Aprobado',
  'review.rejected': 'Rechazado',
  'review.withdrawn': 'Retirado',
  'stage.prospect': 'Prospección',
  'stage.qualified': 'Cualificado',
  'stage.technical_validation': 'Validación técnica',
  'stage.business_validation': 'Validación comercial',
  'stage.committed': 'Comprometido',
  'stage.closed_won': 'Ganado',
  'stage.closed_lost': 'Perdido',
  'protection.left': { one: '{count} día restante', other: '{count} días restantes' },
  'protection.last': 'Caduca hoy',
  'protection.expired': 'Caducada',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

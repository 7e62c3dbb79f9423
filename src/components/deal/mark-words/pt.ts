import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': 'Rascunho',
  'review.submitted': 'Enviado',
  'review.in_review': 'Em análise',
  'review.action_required': 'Aguardando resposta',
  'review.approved': 'Aprovado',
  'review.rejected': 'Rejeitado',
  'review.withdrawn': 'Retirado',
  'stage.prospect': 'Prospecção',
  'stage.qualified': 'Qualificado',
  'stage.technical_validation': 'Validação técnica',
  'stage.business_validation': 'Validação comercial',
  'stage.committed': 'Comprometido',
  'stage.closed_won': 'Ganho',
  'stage.closed_lost': 'Perdido',
  'protection.left': { one: '{count} dia restante', other: '{count} dias restantes' },
  'protection.last': 'Expira hoje',
  'protection.expired': 'Expirada',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

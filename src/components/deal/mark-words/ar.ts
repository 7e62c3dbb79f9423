import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': 'مسودة',
  'review.submitted': 'تم التقديم',
  'review.in_review': 'قيد المراجعة',
  'review.action_required': 'مطلوب رد',
  'review.approved': 'تمت الموافقة',
  'review.rejected': 'تم الرفض',
  'review.withdrawn': 'تم السحب',
  'stage.prospect': 'محتملة',
  'stage.qualified': 'مؤهلة',
  'stage.technical_validation': 'التحقق التقني',
  'stage.business_validation': 'التحقق التجاري',
  'stage.committed': 'التزام مؤكد',
  'stage.closed_won': 'فوز',
  'stage.closed_lost': 'خسارة',
  'protection.left': { zero: 'المتبقي: {count} يوم', one: 'المتبقي: يوم واحد', two: 'المتبقي: يومان', few: 'المتبقي: {count} أيام', many: 'المتبقي: {count} يومًا', other: 'المتبقي: {count} يوم' },
  'protection.last': 'تنتهي اليوم',
  'protection.expired': 'منتهية',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

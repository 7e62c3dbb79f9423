import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': '下書き',
  'review.submitted': '申請済み',
  'review.in_review': '審査中',
  'review.action_required': '要回答',
  'review.approved': '承認済み',
  'review.rejected': '却下',
  'review.withdrawn': '取り下げ',
  'stage.prospect': '見込み',
  'stage.qualified': '有望',
  'stage.technical_validation': '技術検証',
  'stage.business_validation': 'ビジネス検証',
  'stage.committed': '確約',
  'stage.closed_won': '受注',
  'stage.closed_lost': '失注',
  'protection.left': { other: '残り {count} 日' },
  'protection.last': '本日終了',
  'protection.expired': '期限切れ',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

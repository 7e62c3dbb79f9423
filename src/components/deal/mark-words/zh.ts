import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'review.draft': '草稿',
  'review.submitted': '已提交',
  'review.in_review': '审核中',
  'review.action_required': '待补充',
  'review.approved': '已批准',
  'review.rejected': '已驳回',
  'review.withdrawn': '已撤回',
  'stage.prospect': '潜在',
  'stage.qualified': '需求确认',
  'stage.technical_validation': '技术验证',
  'stage.business_validation': '商务验证',
  'stage.committed': '已承诺',
  'stage.closed_won': '赢单',
  'stage.closed_lost': '输单',
  'protection.left': { other: '剩余 {count} 天' },
  'protection.last': '今天到期',
  'protection.expired': '已到期',
  'protection.none': '–',
} satisfies TranslationOf<typeof en>;

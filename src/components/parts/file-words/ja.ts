import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'file.choose': 'ファイルを選択、またはここにドロップ',
  'file.accepts': 'PDF、画像、Office ファイル、CSV、テキスト（1 ファイル {limit} まで）。',
  'file.list': 'ファイル',
  'file.progress': '「{name}」をアップロード中',
  'file.waiting': '待機中…',
  'file.checking': '確認中…',
  'file.cancel': '「{name}」をキャンセル',
  'file.retry': '「{name}」を再試行',
  'file.remove': '「{name}」を削除',
  'file.dismiss': '「{name}」を一覧から外す',
  'file.save': '「{name}」をダウンロード',
  'file.started': { other: '{count} 件のファイルをアップロード中' },
  'file.added': '「{name}」をアップロードしました',
  'file.cancelled': '「{name}」をキャンセルしました',
  'file.removed': '「{name}」を削除しました',
  'file.error.kind': 'この種類のファイルは受け付けていません。',
  'file.error.name': 'ファイル名を変更してください。スラッシュは使わず、種類に合った拡張子にしてください。',
  'file.error.empty': 'このファイルは空です。',
  'file.error.large': 'このファイルは {limit} を超えています。',
  'file.error.many': 'ファイルは {limit} 件までです。',
  'file.error.unreadable': 'このファイルを読み取れません。移動または削除されていないかご確認ください。',
  'file.error.interrupted': 'アップロードが中断されました。',
  'file.error.gone': 'ページが閉じられる前に届きませんでした。もう一度選択してください。',
} satisfies TranslationOf<typeof en>;

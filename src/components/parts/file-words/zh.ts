import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'file.choose': '选择文件，或拖放到此处',
  'file.accepts': '支持 PDF、图片、Office 文件、CSV 或文本，每个不超过 {limit}。',
  'file.list': '文件',
  'file.progress': '正在上传“{name}”',
  'file.waiting': '等待中…',
  'file.checking': '正在检查…',
  'file.cancel': '取消“{name}”',
  'file.retry': '重试“{name}”',
  'file.remove': '移除“{name}”',
  'file.dismiss': '从列表中移除“{name}”',
  'file.save': '下载“{name}”',
  'file.started': { other: '正在上传 {count} 个文件' },
  'file.added': '“{name}”已上传',
  'file.cancelled': '“{name}”已取消',
  'file.removed': '“{name}”已移除',
  'file.error.kind': '不支持此类文件。',
  'file.error.name': '请更改文件名：不要包含斜杠，并使用与类型相符的扩展名。',
  'file.error.empty': '此文件为空。',
  'file.error.large': '此文件超过 {limit}。',
  'file.error.many': '最多 {limit} 个文件。',
  'file.error.unreadable': '无法读取此文件，请确认它是否仍然存在。',
  'file.error.interrupted': '上传已中断。',
  'file.error.gone': '页面关闭前未能上传完成，请重新选择。',
} satisfies TranslationOf<typeof en>;

import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'file.choose': 'اختر ملفات أو أفلتها هنا',
  'file.accepts': 'ملفات PDF أو صور أو ملفات Office أو CSV أو نص، حتى {limit} لكل ملف.',
  'file.list': 'الملفات',
  'file.progress': 'جارٍ رفع {name}',
  'file.waiting': 'قيد الانتظار…',
  'file.checking': 'جارٍ الفحص…',
  'file.cancel': 'إلغاء {name}',
  'file.retry': 'إعادة محاولة {name}',
  'file.remove': 'إزالة {name}',
  'file.dismiss': 'إزالة {name} من القائمة',
  'file.save': 'تنزيل {name}',
  'file.started': { zero: 'لا ملفات للرفع', one: 'جارٍ رفع ملف واحد', two: 'جارٍ رفع ملفين', few: 'جارٍ رفع {count} ملفات', many: 'جارٍ رفع {count} ملفًا', other: 'جارٍ رفع {count} ملف' },
  'file.added': 'تم رفع {name}',
  'file.cancelled': 'تم إلغاء {name}',
  'file.removed': 'تمت إزالة {name}',
  'file.error.kind': 'هذا النوع من الملفات غير مقبول.',
  'file.error.name': 'غيّر اسم الملف: من دون شرطات مائلة، وبامتداد يوافق نوعه.',
  'file.error.empty': 'هذا الملف فارغ.',
  'file.error.large': 'هذا الملف أكبر من {limit}.',
  'file.error.many': 'الحد الأقصى لعدد الملفات {limit}.',
  'file.error.unreadable': 'تتعذر قراءة هذا الملف. هل لا يزال موجودًا؟',
  'file.error.interrupted': 'انقطع الرفع.',
  'file.error.gone': 'لم يصل قبل إغلاق الصفحة. اختره مرة أخرى.',
} satisfies TranslationOf<typeof en>;

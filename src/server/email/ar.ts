import type { EmailWords } from './catalogue.js';

export const ar: EmailWords = {
  quotes: ['«', '»'],
  unnamed: { deal: 'إحدى صفقاتك', lead: 'أحد عملائك المحتملين' },
  kinds: {
    deal_submitted: { subject: 'صفقة للمراجعة', text: '{name}: تم التقديم، وبانتظار قرارك.' },
    deal_withdrawn: { subject: 'سحب صفقة', text: '{name}: تم السحب من قِبل الشريك، ولم يعد هناك ما يلزم القرار بشأنه.' },
    deal_message: { subject: 'رسالة جديدة', text: '{name}: وصلت رسالة جديدة.' },
    extension_requested: { subject: 'طلب تمديد', text: '{name}: يطلب الشريك تمديد الحماية.' },
    win_claimed: { subject: 'فوز بانتظار التأكيد', text: '{name}: أبلغ الشريك عن الفوز. نرجو التأكيد.' },
    review_due: {
      subject: 'اقتراب موعد المراجعة',
      text: {
        zero: '{name}: يلزم القرار اليوم.', one: '{name}: يلزم القرار خلال يوم واحد.', two: '{name}: يلزم القرار خلال يومين.',
        few: '{name}: يلزم القرار خلال {days} أيام.', many: '{name}: يلزم القرار خلال {days} يومًا.', other: '{name}: يلزم القرار خلال {days} يوم.',
      },
    },
    lead_declined: { subject: 'اعتذار عن عميل محتمل', text: '{name}: تم الاعتذار، ويمكن العرض على شريك آخر.' },
    decision_conflict: { subject: 'نرجو القرار من جديد', text: '{name}: تعذّر تنفيذ قرارك لأن قرارًا آخر اتُّخذ في الوقت نفسه. نرجو المراجعة من جديد.' },
    deal_action_required: { subject: 'نرجو الاستكمال', text: '{name}: مطلوب منك المزيد قبل اتخاذ القرار.' },
    deal_approved: { subject: 'الموافقة على صفقة', text: '{name}: تمت الموافقة وبدأت الحماية.' },
    deal_rejected: { subject: 'عدم الموافقة على صفقة', text: '{name}: لم تتم الموافقة. تجد السبب في البوابة.' },
    extension_granted: { subject: 'منح التمديد', text: '{name}: تم تمديد الحماية كما طلبت.' },
    extension_refused: { subject: 'عدم منح التمديد', text: '{name}: بقيت الحماية كما هي. تجد السبب في البوابة.' },
    win_confirmed: { subject: 'تأكيد الفوز', text: '{name}: تم تأكيد الفوز. تهانينا!' },
    protection_ends: {
      subject: 'اقتراب نهاية الحماية',
      text: {
        zero: '{name}: تنتهي الحماية الليلة.', one: '{name}: تنتهي الحماية خلال يوم واحد.', two: '{name}: تنتهي الحماية خلال يومين.',
        few: '{name}: تنتهي الحماية خلال {days} أيام.', many: '{name}: تنتهي الحماية خلال {days} يومًا.', other: '{name}: تنتهي الحماية خلال {days} يوم.',
      },
    },
    protection_expired: { subject: 'انتهاء الحماية', text: '{name}: انتهت الحماية.' },
    lead_offered: { subject: 'عميل محتمل جديد', text: '{name}: عُرض عليك. نرجو القبول في الموعد أو الاعتذار.' },
    lead_answer_due: {
      subject: 'عميل محتمل بانتظار ردّك',
      text: {
        zero: '{name}: يلزم الرد اليوم.', one: '{name}: يلزم الرد خلال يوم واحد.', two: '{name}: يلزم الرد خلال يومين.',
        few: '{name}: يلزم الرد خلال {days} أيام.', many: '{name}: يلزم الرد خلال {days} يومًا.', other: '{name}: يلزم الرد خلال {days} يوم.',
      },
    },
    lead_expired: { subject: 'انتهاء مهلة عميل محتمل', text: '{name}: لم يتم الرد في الموعد.' },
    deal_reassigned: { subject: 'إسناد صفقة إلى مندوب آخر', text: '{name}: تم تعيين مندوب مبيعات آخر.' },
  },
  other: { subject: 'مستجدات', text: '{name}: لديك مستجدات.' },
  greeting: 'مرحبًا {member}،',
  lastDay: 'آخر يوم: {day}',
  open: 'فتح البوابة',
  why: 'تصلك هذه الرسالة لأنك عضو في {programme}. يمكنك تحديد الرسائل التي تصلك من الجرس في البوابة.',
  unsubscribe: 'إلغاء الاشتراك',
  page: {
    title: 'إلغاء الاشتراك',
    ask: 'ما الرسائل التي لا تريدها بعد الآن؟ ستظل الإشعارات تظهر في البوابة.',
    stopKind: 'رسائل «{kind}»',
    stopAll: 'جميع رسائل {programme}',
    doneKind: 'لن تصلك رسائل «{kind}» بعد الآن.',
    doneAll: 'لن تصلك رسائل من {programme} بعد الآن.',
    back: 'يمكنك تغيير ذلك في أي وقت من الجرس في البوابة.',
    invalid: 'هذا الرابط غير صالح',
    invalidText: 'ربما نُسخ ناقصًا. انسخ الرابط كاملًا من الرسالة، أو غيّر رسائلك من الجرس في البوابة.',
  },
};

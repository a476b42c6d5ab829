import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const forms: LanguageLexicon['forms'] = {
  question: list(`^ (كيف|أين|متى|كم|من|ما|هل|أي) ~1`),
  request: list(
    `(أريد|نريد|أرغب|أود) ~1 (نقل|تأجيل|تغيير|معرفة|تحديث|حجز), (من فضلك|رجاء|يرجى|أرجو|لو سمحت*) ~1, (هل يمكن*|ممكن) ~1, اتصلوا بي`,
  ),
  thanks: list(`شكرا, ممتن*, أشكر*`),
  annoyed: list(`كيف لي أن أعرف, من أين لي أن أعرف`),
  wrong: list(`خطأ, شكوى, أصلحوا, غير (مقبول|معقول), هذه مشكلة`),
};

import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`توصيل, شحن*, الطرد, مندوب`),
  billing: list(`فاتورة, الفاتورة, رسوم, خصم*`),
  app: list(`تطبيق*`),
  website: list(`موقع, الموقع`),
  'call-centre': list(`خدمة العملاء, مركز الاتصال, على الخط`),
  store: list(`متجر, محل, فرع`),
  boarding: list(`الصعود`),
  'check-in': list(`الاستقبال`),
  installation: list(`فني, تركيب`),
  baggage: list(`حقيبت*, أمتعة, حقائب`),
};

export const currencies: LanguageLexicon['currencies'] = {
  SAR: list(`ريال*`),
  AED: list(`درهم*`),
  EGP: list(`جنيه*`),
  USD: list(`دولار*`),
  EUR: list(`يورو`),
  KWD: list(`دينار*`),
};

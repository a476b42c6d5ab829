import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`توصيل*, شحن*, طرد*, شحنة, شحنتي, مندوب*, دليفري, أوردر`),
  checkout: list(`سلة, كاشير*, الدفع, السلة, صندوق الدفع`),
  billing: list(`فاتور*, فواتير*, رسوم*, خصم*, خصمتم, سحبتوا, سداد, قسط, كشف الحساب`),
  app: list(`تطبيق*, أبلكيشن, برنامجكم`),
  website: list(`موقعكم, الموقع, موقع, صفحة, منصة, بوابة`),
  'call-centre': list(
    `خدمة العملاء, مركز الاتصال, على الخط, ع الخط, كول سنتر, الرقم الموحد, الخط الساخن, الدعم الفني, موسيقى`,
  ),
  chat: list(`شات, محادثة, الدردشة, واتس*, بوت, روبوت`),
  store: list(`متجر*, محل*, معرض*, مول, سوبرماركت`),
  branch: list(`فرع*, شباك*, صراف, بنك`),
  boarding: list(`الصعود, بوابة الصعود, البوردنق`),
  'check-in': list(`الاستقبال, ريسبشن, تسجيل الدخول للفندق, كاونتر`),
  'car-bluetooth': list(`بلوتوث, كاربلاي, أندرويد أوتو, السيارة`),
  baggage: list(`حقيبت*, أمتعة, أمتعت*, حقائب*, شنط*, عفش*`),
  installation: list(`فني, تركيب*`),
  appointment: list(`موعد*, عيادة*, عملية, مستوصف, مستشفى, كشفية`),
  returns: list(`إرجاع, استرجاع, استرداد*, استبدال, مرتجع`),
  renewal: list(`تجديد*, نجدد, أجدد`),
};

export const currencies: LanguageLexicon['currencies'] = {
  SAR: list(`ريال*, ريالات`),
  AED: list(`درهم*, دراهم`),
  EGP: list(`جنيه*`),
  USD: list(`دولار*`),
  EUR: list(`يورو`),
  KWD: list(`دينار*, دنانير`),
  QAR: list(`ريال قطري`),
  JOD: list(`دينار أردني`),
  SYP: list(`ليرة*`),
};

import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`จัดส่ง, ขนส่ง, พัสดุ, ไรเดอร์`),
  billing: list(`บิล, ใบแจ้งหนี้, ค่าบริการ, หักเงิน`),
  app: list(`แอป`),
  website: list(`เว็บ`),
  'call-centre': list(`คอลเซ็นเตอร์, สายด่วน`),
  store: list(`ร้าน, สาขา`),
  'check-in': list(`เช็คอิน`),
  boarding: list(`ขึ้นเครื่อง`),
  'after-sales': list(`หลังการขาย`),
};

export const currencies: LanguageLexicon['currencies'] = {
  THB: list(`บาท`),
  USD: list(`ดอลลาร์, เหรียญ`),
  EUR: list(`ยูโร`),
};

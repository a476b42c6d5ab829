import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`จัดส่ง, ขนส่ง, พัสดุ, ไรเดอร์, ส่งของ, คนส่ง, รอบส่ง, เลขแทร็ก`),
  billing: list(
    `บิล, ใบแจ้งหนี้, ค่าบริการ, หักเงิน, ตัดบัตร, ตัดเงิน, ใบแจ้งยอด, ยอดเงิน, ค่าธรรมเนียม, เงินคืน, คืนเงิน`,
  ),
  app: list(`แอป, แอพ`),
  website: list(`เว็บ, หน้าเว็บ`),
  'call-centre': list(`คอลเซ็นเตอร์, คอลเซนเตอร์, สายด่วน, ถือสาย, รับสาย`),
  store: list(`ร้าน, สาขา, ช็อป, เคาน์เตอร์, หน้าร้าน`),
  'check-in': list(`เช็คอิน, เช็กอิน`),
  boarding: list(`ขึ้นเครื่อง, บอร์ดดิ้ง`),
  'after-sales': list(`หลังการขาย, ศูนย์ซ่อม, ส่งซ่อม, ประกันสินค้า`),
};

export const currencies: LanguageLexicon['currencies'] = {
  THB: list(`บาท`),
  USD: list(`ดอลลาร์, เหรียญ, ดอล`),
  EUR: list(`ยูโร`),
};

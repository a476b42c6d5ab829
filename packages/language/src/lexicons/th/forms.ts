import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const forms: LanguageLexicon['forms'] = {
  question: list(`(อย่างไร|ยังไง|เมื่อไหร่|ที่ไหน|เท่าไหร่|ไหม|มั้ย|หรือเปล่า|ได้ไหม)`),
  request: list(`(ช่วย|กรุณา|รบกวน) ~1, ขอ (ดู|สอบถาม|ให้|ทราบ), อยากจะขอ, โทรกลับ ~1`),
  thanks: list(`ขอบคุณ, ขอบใจ`),
  annoyed: list(`จะรู้ได้ไง, จะไปรู้ได้ยังไง`),
  wrong: list(`ผิดพลาด, ร้องเรียน, ไม่ถูกต้อง, รายงานหัวหน้า`),
};

import type { LanguageLexicon, TimeLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const contacts: LanguageLexicon['contacts'] = {
  counted: list(`(ครั้งที่|รอบที่) #, (โทร|แจ้ง|ติดต่อ|ทัก|ร้องเรียน) ~4 # (ครั้ง|รอบ|สาย)`),
  byCompany: list(`โทรมา ~3 # (ครั้ง|รอบ|สาย), ส่งมา ~2 # (ครั้ง|ข้อความ)`),
};

export const time: TimeLexicon = {
  minute: list(`นาที`),
  hour: list(`ชั่วโมง, ชม`),
  day: list(`วัน`),
  week: list(`สัปดาห์, อาทิตย์`),
  fixed: [
    ['ครึ่งชั่วโมง', 30],
    ['ชั่วโมงครึ่ง', 90],
  ],
  range: ['ถึง', 'หรือ'],
  elapsed: list(`หลังจาก, มา, กว่า, รอ, นาน`),
  spent: list(`รอ, ถือสาย, คุย, อธิบาย, ต่อคิว, โทร`),
};

import type { LanguageLexicon } from '../../lexicon.ts';

export const groups: LanguageLexicon['groups'] = {
  staff: 'พนักงาน|เจ้าหน้าที่|ผู้จัดการ|คนขับ|ไรเดอร์|หมอ|พยาบาล|แอดมิน',
};

export const numbers: LanguageLexicon['numbers'] = {
  cardinals: [
    ['หนึ่ง', 1],
    ['สอง', 2],
    ['สาม', 3],
    ['สี่', 4],
    ['ห้า', 5],
    ['หก', 6],
    ['เจ็ด', 7],
    ['แปด', 8],
    ['เก้า', 9],
    ['สิบ', 10],
    ['ยี่สิบ', 20],
    ['ร้อย', 100],
  ],
  ordinals: [
    ['(ครั้งที่|รอบที่) สอง', 2],
    ['(ครั้งที่|รอบที่) สาม', 3],
    ['(ครั้งที่|รอบที่) สี่', 4],
    ['(ครั้งที่|รอบที่) ห้า', 5],
  ],
  ordinalSuffixes: ['º'],
  joiners: [],
};

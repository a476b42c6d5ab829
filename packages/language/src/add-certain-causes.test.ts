import { describe, expect, it } from '@jest/globals';
import type { RootCause } from '@redress/contracts';
import { understand } from './understand.ts';

const causesOf = (text: string, language: string): readonly RootCause[] =>
  understand({ text, language }).causes.map(({ id }) => id);

/** Promises told and told as broken. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  en: [
    'You promised to call me back and nobody did.',
    'They said the parts would come on Monday and they never came.',
    'I was promised a refund last week and still nothing.',
  ],
  pl: [
    'Obiecaliście oddzwonić i nikt nie oddzwonił.',
    'Mieli przyjechać w poniedziałek i nikt nie przyjechał.',
    'Obiecali zwrot w zeszłym tygodniu, a pieniędzy nadal nie ma.',
  ],
  ru: [
    'Обещали перезвонить, и никто не перезвонил.',
    'Мастер должен был прийти в понедельник и не пришёл.',
    'Обещали вернуть деньги на прошлой неделе, но до сих пор ничего.',
  ],
  ar: [
    'وعدتوني تتصلون ولم يتصل أحد.',
    'قالوا الفني يجي الاثنين وما جا.',
    'وعدوني باسترداد المبلغ الأسبوع الماضي ولم يصل شيء.',
  ],
  th: [
    'รับปากว่าจะโทรกลับแต่ไม่โทรกลับเลย',
    'บอกว่าช่างจะมาวันจันทร์ แต่ไม่มา',
    'สัญญาว่าจะคืนเงินอาทิตย์ที่แล้ว จนป่านนี้ยังไม่ได้',
  ],
};

/** Three contacts or more of the customer, with their number. */
const REPEATED: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  en: [
    ['This is the fourth time I am calling about the same bill.', 4],
    ['I have written to you three times and it is still wrong.', 3],
  ],
  pl: [
    ['Dzwonię już czwarty raz w sprawie tego samego rachunku.', 4],
    ['Pisałam do Was trzy razy i dalej jest źle.', 3],
  ],
  ru: [
    ['Звоню уже четвёртый раз по одному и тому же счёту.', 4],
    ['Я писала вам три раза, и всё равно неправильно.', 3],
  ],
  ar: [
    ['هذه رابع مرة أتصل بخصوص نفس الفاتورة.', 4],
    ['كتبت لكم ثلاث مرات وما زال الخطأ موجودا.', 3],
  ],
  th: [
    ['โทรมาเป็นครั้งที่สี่แล้วเรื่องบิลเดิม', 4],
    ['เขียนไปสามครั้งแล้วก็ยังผิดอยู่', 3],
  ],
};

/** Calls and messages of the company. */
const PESTERED: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Your people call me ten times a day to sell me insurance.',
    'You have texted me six times this week with offers.',
  ],
  pl: [
    'Wasi konsultanci dzwonią do mnie dziesięć razy dziennie z ofertą ubezpieczenia.',
    'W tym tygodniu dostałem od was sześć SMS-ów z ofertami.',
  ],
  ru: [
    'Ваши сотрудники звонят мне десять раз в день, предлагают страховку.',
    'На этой неделе вы прислали мне шесть смс с предложениями.',
  ],
  ar: ['موظفوكم يتصلون بي عشر مرات في اليوم لبيع التأمين.', 'أرسلتم لي ست رسائل عروض هذا الأسبوع.'],
  th: ['พนักงานของคุณโทรมาขายประกันวันละสิบครั้ง', 'อาทิตย์นี้ส่งข้อความโปรโมชั่นมาหกครั้ง'],
};

describe.each(Object.keys(BROKEN))('what follows from what is stated in %s', (language) => {
  it.each(BROKEN[language] ?? [])('is a broken promise: %s', (text) => {
    expect(causesOf(text, language)).toContain('broken-promise');
  });

  it.each(REPEATED[language] ?? [])('is repeated contact: %s', (text, contacts) => {
    expect(understand({ text, language }).contacts).toBe(contacts);
    expect(causesOf(text, language)).toContain('repeat-contact');
  });

  it.each(PESTERED[language] ?? [])('is too much from the company, and no contact: %s', (text) => {
    const said = understand({ text, language });
    expect(said.contacts).toBeNull();
    expect(said.causes.map(({ id }) => id)).toContain('communication-overload');
    expect(said.causes.map(({ id }) => id)).not.toContain('repeat-contact');
  });
});

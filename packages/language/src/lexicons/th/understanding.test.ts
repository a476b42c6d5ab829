import { describe, expect, it } from '@jest/globals';
import type { PromiseDue, Turn, Understanding } from '@redress/contracts';
import type { UnderstandInput } from '../../understand-input.ts';
import { understand } from '../../understand.ts';

/** What a message must show; what is not named is not looked at. `causes` are all of them but for `or`. */
interface Wanted {
  /** Known to be read wrong: what is wanted stands here all the same, and the test fails once it is read right. */
  readonly misread?: true;
  readonly causes: readonly string[];
  readonly or?: readonly string[];
  readonly form?: readonly Understanding['form'][];
  readonly churn?: Understanding['churn']['level'];
  readonly exposure?: Understanding['exposure']['level'];
  readonly due?: PromiseDue | null;
  readonly outcome?: Understanding['promiseOutcome'];
  readonly contacts?: number | null;
  readonly minutes?: number | null;
  readonly recovery?: Understanding['recovery']['level'];
}

type Message = readonly [said: UnderstandInput, wanted: Wanted];

const customer = (text: string): Turn => ({ who: 'customer', text });
const agent = (text: string): Turn => ({ who: 'agent', text });

function check([input, wanted]: Message): void {
  const said = understand(input);
  const causes = said.causes
    .filter((each) => each.probability >= 0.5 && each.id !== 'other')
    .map((each) => each.id);
  const allowed = [...wanted.causes, ...(wanted.or ?? [])];
  expect(causes).toEqual(expect.arrayContaining([...wanted.causes]));
  expect(causes.filter((cause) => !allowed.includes(cause))).toEqual([]);
  if (wanted.form !== undefined) expect(wanted.form).toContain(said.form);
  if (wanted.form?.includes('grievance') === false && input.score === undefined)
    expect(said.detractor.probability).toBeLessThan(0.3);
  if (wanted.form?.includes('grievance') === true) expect(said.detractor.flag).toBe(true);
  expect(said.churn.level).toBe(wanted.churn ?? 'none');
  expect(said.exposure.level).toBe(wanted.exposure ?? 'none');
  if (wanted.recovery !== undefined) expect(said.recovery.level).toBe(wanted.recovery);
  expect(said.promises.map((promise) => promise.due)).toEqual(
    wanted.due === undefined ? [] : [wanted.due],
  );
  if (wanted.outcome !== undefined) expect(said.promiseOutcome).toBe(wanted.outcome);
  if (wanted.contacts !== undefined) expect(said.contacts).toBe(wanted.contacts);
  if (wanted.minutes !== undefined) expect(said.minutes).toBe(wanted.minutes);
}

const STORIES: Readonly<Record<string, readonly Message[]>> = {
  'a trial month of a language school': [
    [
      { text: 'สวัสดีค่ะ ได้โค้ดทดลองเรียน ๓๐ วันจากงานหนังสือ ต้องกรอกตรงไหนคะ' },
      { causes: [], form: ['question'] },
    ],
    [
      {
        text: 'ก็โอเคนะ ครูสอนสนุกดี แต่ขอลองเรียนเองก่อน ยังไม่สะดวกคุยครับ ขอบคุณครับ',
        score: { kind: 'nps', value: 7 },
      },
      { causes: [], form: ['thanks', 'remark'] },
    ],
    [
      {
        turns: [
          customer(
            'คือ... เอ่อ โค้ดเรียนฟรีของคุณอ่ะ กดแล้วเจอแต่ฟอร์มให้ทิ้งเบอร์ ตั้งแต่วันนั้นโทรมาวันละหกรอบ อีเมลอีกวันละสี่ฉบับ บอกน้องไปแล้วว่าหยุดเถอะก็ไม่หยุด รำคาญมากค่ะ',
          ),
          agent('ขอโทษด้วยค่ะ ดิฉันจะถอนชื่อคุณออกจากรายการภายใน 2 ชั่วโมงค่ะ'),
          customer('ค่ะ จะคอยดูนะ'),
        ],
      },
      {
        causes: ['communication-overload'],
        or: ['broken-promise'],
        form: ['grievance'],
        due: { minutes: 120 },
        contacts: null,
      },
    ],
    [
      {
        text: 'เมื่อวานรับปากว่าจะหยุดโทรภายในสองชั่วโมง วันนี้โทรมาอีกสามสาย คำพูดลมๆ แล้งๆ ขอยกเลิกทั้งคอร์สทดลองและคอร์สปัจจุบันค่ะ',
      },
      {
        causes: ['broken-promise', 'communication-overload'],
        form: ['grievance'],
        churn: 'stated',
        due: { minutes: 120 },
        outcome: 'broken',
        contacts: null,
      },
    ],
    [
      {
        text: 'เรียนฟรี 30 วันที่ว่าเนี่ย คือโดนเซลส์โทรตามวันละหกสายจนกว่าจะยอมแพ้ หนีไปค่ะทุกคน',
        score: { kind: 'stars', value: 1, max: 5 },
      },
      { causes: ['communication-overload'], or: ['broken-promise'], form: ['grievance'] },
    ],
  ],
  'a wallet that was closed': [
    [
      { text: 'โอนไวดีครับ ใช้มาสี่ปีไม่เคยมีปัญหา', score: { kind: 'nps', value: 9 } },
      { causes: [], form: ['thanks', 'remark'] },
    ],
    [
      {
        text: 'เช้านี้กระเป๋าเงินของร้านถูกระงับโดยไม่มีคำอธิบายใดๆ เข้าบัญชีไม่ได้ มีเงินอยู่ข้างใน ๖๒,๐๐๐ บาท ต้องจ่ายค่าของพรุ่งนี้ เดือดร้อนมากครับ',
      },
      {
        causes: ['outage-access'],
        or: ['no-human-reachable', 'policy-refusal'],
        form: ['grievance'],
      },
    ],
    [
      {
        turns: [
          customer('บอตส่งลิงก์เดิมมาเป็นครั้งที่สามแล้ว มีคนจริงๆ ให้คุยด้วยมั้ยเนี่ย'),
          agent('ส่งเรื่องให้ฝ่ายตรวจสอบแล้วค่ะ เจ้าหน้าที่จะติดต่อกลับภายใน 24 ชั่วโมงค่ะ'),
          customer('ครับ รออยู่'),
        ],
      },
      {
        causes: ['no-human-reachable'],
        or: ['repeat-contact'],
        due: { minutes: 1440 },
      },
    ],
    [
      {
        text: 'ไหนบอกจะติดต่อกลับใน 24 ชั่วโมง นี่สองวันแล้วเงียบสนิท โทรไปถือสายสี่สิบห้านาทีสายก็ตัด ไม่มีใครรับผิดชอบเลย',
      },
      {
        causes: ['broken-promise', 'no-human-reachable'],
        or: ['delay-waiting', 'outage-access'],
        form: ['grievance'],
        due: { minutes: 1440 },
        outcome: 'broken',
        minutes: 45,
      },
    ],
    [
      {
        text: 'โพสต์ลงพันทิปแล้วนะครับ คนโดนแบบเดียวกันเป็นพัน บัญชีถูกปิดแล้วติดต่อใครไม่ได้สักคน อย่าเอาเงินไปฝากไว้กับเจ้านี้เด็ดขาด',
      },
      {
        causes: ['no-human-reachable', 'outage-access'],
        form: ['grievance'],
        exposure: 'public',
      },
    ],
    [
      { text: 'คุณโอ๋โทรมาเมื่อเช้า ตรวจเอกสารแป๊บเดียวปลดล็อกให้เรียบร้อยแล้ว ขอบคุณมากครับ' },
      { causes: [], form: ['thanks'], recovery: 'solved' },
    ],
  ],
  'two branches of one dental clinic': [
    [
      { text: 'รบกวนด้วยค่ะ จะย้ายไปหาหมออีกสาขา แนบใบยินยอมมาให้แล้ว ขาดอะไรแจ้งได้เลยนะคะ' },
      { causes: [], form: ['request'] },
    ],
    [
      {
        text: 'อยู่ห้องหมอแล้ว หมอถามว่าเคยแพ้ยาชาตัวไหน จะไปรู้ได้ยังไงคะ ในระบบไม่มีเหรอ',
      },
      { causes: ['handoff-disconnect'], form: ['question', 'remark'] },
    ],
    [
      {
        text: 'เซ็นใบยินยอมไปตั้งแต่สองเดือนก่อน วันนี้เพิ่งมาบอกว่าใบนั้นใช้ได้แค่สาขาเก่า สาขาใหม่ต้องกรอกใหม่อีกใบ คลินิกเดียวกันแท้ๆ ไม่มีใครบอกสักคำว่าต้องเซ็นสองใบ สรุปต้องลางานมาอีกวัน',
      },
      { causes: ['handoff-disconnect'], or: ['policy-refusal'], form: ['grievance'] },
    ],
    [
      {
        text: 'คุณหมอมือเบา พูดดี แต่เอกสารของสองสาขาเหมือนอยู่คนละโลก',
        score: { kind: 'nps', value: 6 },
      },
      { causes: ['handoff-disconnect'] },
    ],
  ],
  'an air conditioner and six promises': [
    [
      {
        text: 'ขอเลื่อนวันติดตั้งแอร์ออกไปสิบวันค่ะ คุยโทรศัพท์ครึ่งชั่วโมงกว่าจะได้วัน น้องก็บอกไม่มีปัญหา สนใจโปรล้างแอร์ไหม ไม่เอาค่ะ',
      },
      { misread: true, causes: [], form: ['request', 'question', 'remark'] },
    ],
    [
      {
        text: 'ถึงวันนัดช่างไม่มา โทรไปบอกว่าจะมาถึงภายในบ่ายวันนี้ พอเย็นบอกพรุ่งนี้เช้าแทน',
      },
      {
        causes: ['broken-promise'],
        or: ['delay-waiting', 'cancellation-change', 'repeat-contact'],
        form: ['grievance'],
        due: { days: 1, localTime: '08:00' },
      },
    ],
    [
      {
        text: 'โทรครั้งที่สี่แล้วนะคะ เล่าใหม่ทุกรอบเพราะเปลี่ยนคนรับสายตลอด คนหนึ่งบอกระบบปกติดี อีกคนบอกไม่เห็นใบงาน',
      },
      {
        causes: ['repeat-contact', 'handoff-disconnect'],
        form: ['grievance'],
        contacts: 4,
      },
    ],
    [
      {
        turns: [
          customer('เคยได้ยินแบบนี้มาแล้วครับ ขอยกเลิกใบสั่งซื้อทั้งหมด คืนเงินมาเถอะ'),
          agent('ผมคุยกับหัวหน้าแล้ว ช่างจะเข้าไปภายในสี่ชั่วโมงครับ'),
        ],
      },
      {
        causes: ['broken-promise'],
        or: ['billing-amount'],
        form: ['grievance'],
        churn: 'stated',
        due: { minutes: 240 },
        outcome: 'broken',
      },
    ],
    [
      {
        text: 'โทรหกสายในสองวัน ได้แต่คำสัญญา วันนี้ไปซื้อร้านคู่แข่งแล้ว ติดเสร็จในบ่ายเดียว แต่งนิยายยังไม่ได้ขนาดนี้',
      },
      {
        causes: ['repeat-contact', 'broken-promise'],
        form: ['grievance'],
        churn: 'stated',
        contacts: 6,
      },
    ],
  ],
  'a nurse who forgot to hang up': [
    [
      { text: 'สวัสดีครับ ผม... เอ่อ... จะถามเรื่อง... เรื่องผลเลือดน่ะครับ ถ้า... ถ้าได้แล้วช่วยโทรกลับด้วยนะครับ' },
      { causes: [], form: ['request'] },
    ],
    [
      {
        text: 'พยาบาลที่โทรมาเมื่อกี้ลืมวางสาย แล้วหันไปเลียนแบบเสียงพูดติดอ่างของผมให้เพื่อนฟัง ขำกันสนุกเลย ผมนั่งฟังจนจบครับ อายมาก',
      },
      { causes: ['staff-conduct'], form: ['grievance'] },
    ],
    [
      {
        text: 'ดิฉันเป็นภรรยาคนไข้ ฟังคลิปแล้วรับไม่ได้จริงๆ ต้องการให้เอาคนนี้ออกจากเคส และขอทราบว่าใครจะดูแลต่อ [หัวหน้าแผนก: ขอโทษแทนทีมด้วยค่ะ จะแจ้งชื่อพยาบาลคนใหม่ภายในพรุ่งนี้เช้าค่ะ] ค่ะ',
      },
      {
        misread: true,
        causes: ['staff-conduct'],
        form: ['grievance'],
        due: { days: 1, localTime: '08:00' },
      },
    ],
    [
      { text: 'คุณรัตนาโทรมาแนะนำตัวก่อนเวลาที่บอกไว้ เริ่มงานกับเราได้เลยค่ะ' },
      { causes: [], form: ['thanks', 'request', 'remark'], outcome: 'kept' },
    ],
    [
      {
        text: 'ต่อสัญญาดูแลอีกปีค่ะ เพราะรับฟังและทำตามที่พูด',
        score: { kind: 'nps', value: 9 },
      },
      { causes: [], form: ['thanks', 'remark'], recovery: 'renewed' },
    ],
  ],
  'a hotel that answers by script': [
    [
      {
        text: 'จองห้องคืนละ 1,850 บาท แต่บัตรโดนตัดไป 18,500 บาท น่าจะใส่ศูนย์เกิน ช่วยแก้ไขด้วยครับ',
      },
      { causes: ['billing-amount'], contacts: null },
    ],
    [
      {
        text: 'ติดต่อเป็นครั้งที่สองครับ คำตอบคือคืนเงินไม่ได้เพราะเข้าพักแล้ว ผมไม่ได้ขอคืนค่าห้อง ผมถามเรื่องยอด 18,500!',
      },
      {
        causes: ['policy-refusal', 'billing-amount'],
        form: ['grievance'],
        contacts: 2,
      },
    ],
    [
      {
        text: 'ร้องเรียนรอบที่ ๓ จดหมายฉบับเดิมเป๊ะ เปลี่ยนแค่ชื่อคนเซ็น ส่งจากอีกเมลเผื่อจะมีใครอ่าน',
      },
      {
        causes: ['repeat-contact'],
        or: ['no-human-reachable', 'policy-refusal'],
        form: ['grievance'],
        contacts: 3,
      },
    ],
    [
      {
        text: 'ครั้งที่สี่ ถ้าไม่มีใครออกจากสคริปต์ได้ก็จะไปร้อง สคบ. และหาที่อื่นพักแทนครับ เก่งกันจริงๆ',
      },
      {
        causes: ['repeat-contact'],
        or: ['no-human-reachable', 'policy-refusal'],
        form: ['grievance'],
        churn: 'risk',
        exposure: 'threatened',
        contacts: 4,
      },
    ],
    [
      {
        text: 'สามเดือนกว่าเงินถึงเข้า ได้คืนแล้วครับ เสียดายที่ต้องออกข่าวก่อน',
        score: { kind: 'nps', value: 2 },
      },
      { causes: [], or: ['delay-waiting'], exposure: 'public', recovery: 'solved' },
    ],
  ],
};

describe.each(Object.entries(STORIES))('the story of %s', (_, messages) => {
  for (const [index, message] of messages.entries())
    (message[1].misread === true ? it.failing : it)(
      `is understood at message ${String(index)}`,
      () => {
        check(message);
      },
    );
});

describe('Thai', () => {
  it.each([
    'ส่งถึงเกาะสมุยไหมคะ',
    'รบกวนขอใบเสร็จเดือนที่แล้วด้วยค่ะ',
    'รับทราบค่ะ ขอบคุณค่ะ',
    'นัดบ่ายสามวันพุธนะครับ',
  ])('stays calm at %s', (text) => {
    const said = understand({ text });
    expect(said.causes).toEqual([]);
    expect(said.detractor.probability).toBeLessThan(0.3);
  });

  it('reads compound numbers in words', () => {
    expect(understand({ text: 'โทรไปทั้งหมดสิบสองครั้งแล้วค่ะ' }).contacts).toBe(12);
    expect(understand({ text: 'ถือสายรออยู่หนึ่งร้อยห้าสิบนาที' }).minutes).toBe(150);
  });

  it('negates what stands against the negator alone', () => {
    expect(understand({ text: 'ไม่แพง อร่อย' }).sentiment.label).toBe('positive');
    expect(understand({ text: 'ติดต่อไม่ได้ แย่มาก' }).sentiment.label).toBe('negative');
  });

  it('takes absence for none only where it stands against the evidence', () => {
    const causes = (text: string): string[] => understand({ text }).causes.map((each) => each.id);
    expect(causes('ไม่มีดีเลย์ ออกตรงเวลา')).toEqual([]);
    expect(causes('ไม่มีป้ายเตือน ลื่นล้มหัวแตก')).toContain('cleanliness-safety');
  });

  it('does not take a second party for a complaint', () => {
    expect(understand({ text: 'พาร่างสองชั้นมาให้ดูครั้งที่สอง สวยมากค่ะ' }).causes).toEqual([]);
  });
});

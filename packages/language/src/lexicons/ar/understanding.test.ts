import { describe, expect, it } from '@jest/globals';
import type { RootCause, Understanding } from '@redress/contracts';
import type { UnderstandInput } from '../../understand-input.ts';
import { understand } from '../../understand.ts';

interface Told {
  /** Known to be read wrong: what is wanted stands here all the same, and the test fails once it is read right. */
  readonly misread?: true;
  readonly said: UnderstandInput;
  /** Must be found. */
  readonly causes?: readonly RootCause[];
  /** May be found as well; any other is wrong. */
  readonly also?: readonly RootCause[];
  readonly form?: Understanding['form'];
  readonly churn?: Understanding['churn']['level'];
  readonly exposure?: Understanding['exposure']['level'];
  readonly recovery?: Understanding['recovery']['level'];
  readonly outcome?: Understanding['promiseOutcome'];
  readonly contacts?: number | null;
  readonly minutes?: number | null;
  readonly promises?: readonly (Understanding['promises'][number]['due'] | null)[];
  /** No alarm: the probability of a detractor stays under 0.3. */
  readonly calm?: boolean;
}

const STORIES: readonly (readonly [string, readonly Told[]])[] = [
  [
    'a trial that became sales calls',
    [
      {
        said: {
          text: 'السلام عليكم، سجلت في منصة تعليم اللغات بكود تجربة مجانية لثلاثين يوماً، كيف أفعّل الكود؟',
        },
        form: 'question',
        calm: true,
      },
      {
        said: {
          text: 'الإعلان يقول تجربة مجانية بدون أي التزام، لكن عند تفعيل الكود أجبروني على مكالمة مع مندوب المبيعات قبل أن يفتح الحساب.',
        },
        causes: ['broken-promise', 'communication-overload'],
        form: 'grievance',
      },
      {
        said: {
          text: 'من يوم ما سجلت وأنتم تتصلون ست مرات في اليوم وترسلون أربع رسائل يومياً! قلت لكم مو مهتم.',
        },
        causes: ['communication-overload'],
        contacts: null,
      },
      {
        said: { text: 'ألغيت التجربة وحذفت التطبيق. بطلوا اتصالات وبطلوا إيميلات.' },
        causes: ['communication-overload'],
        churn: 'stated',
      },
    ],
  ],
  [
    'a shop closed with nobody to reach',
    [
      {
        said: { text: 'صباح الخير، متى تُحوَّل أرباح المبيعات عادة؟' },
        form: 'question',
        calm: true,
      },
      {
        said: {
          text: 'أغلقتم متجري على المنصة من غير أي إنذار، وكل ما أراسلكم يرد علي بوت بنفس القالب. هل عندكم إنسان أكلمه؟',
        },
        causes: ['outage-access', 'no-human-reachable'],
        form: 'grievance',
      },
      {
        said: { text: 'هذه رسالتي الخامسة ولم يرد أحد. حسابي مغلق ورصيدي محجوز عندكم.' },
        causes: ['repeat-contact', 'no-human-reachable', 'outage-access'],
        also: ['billing-amount'],
        contacts: 5,
      },
      {
        said: { text: 'ألف وخمسمئة شكوى علنية على صفحتكم من بائعين مثلي ولا موظف يجيب.' },
        causes: ['no-human-reachable'],
        exposure: 'public',
        contacts: null,
      },
      {
        said: { text: 'انتقلت إلى منصة منافسة، والموضوع صار عند المحامي.' },
        churn: 'stated',
        exposure: 'threatened',
        also: ['other'],
      },
    ],
  ],
  [
    'figures a client disputes',
    [
      {
        said: { text: 'أرفقت لكم جدول الاجتماع القادم، أرجو تأكيد الموعد.' },
        form: 'request',
        calm: true,
      },
      {
        said: {
          text: 'أرقام التقرير الربعي غير دقيقة، هامش الخطأ ستة بالمئة وقلتم في العرض إنه لا يتجاوز اثنين.',
        },
        causes: ['product-defect'],
        also: ['broken-promise'],
        form: 'grievance',
      },
      {
        said: {
          text: 'هذا ثاني تقرير فيه أرقام خاطئة. [مدير الحساب: سأراجع العينة وسأرسل لكم تقريراً مصححاً خلال يومين] سنرى.',
        },
        causes: ['product-defect'],
        promises: [{ days: 2, localTime: '18:00' }],
      },
      {
        said: { text: 'نحن نعيد النظر في التعاقد، وبدأنا نقارن مع وكالة أخرى.' },
        churn: 'risk',
        also: ['other'],
      },
    ],
  ],
  [
    'two clinics and their forms',
    [
      {
        said: {
          text: 'نقلنا ملف والدتي إلى عيادة الأسنان الجديدة ووقّعنا نموذج الموافقة. هل ينقص شيء؟',
        },
        form: 'question',
        calm: true,
      },
      {
        said: {
          text: 'الدكتور يسألني متى كانت آخر أشعة، وأنا إيش عرفني؟ مو موجودة عندكم بالنظام؟',
        },
        also: ['handoff-disconnect'],
        form: 'question',
      },
      {
        said: {
          text: 'وقّعت الموافقة قبل شهرين، والحين يقولون هذي كانت لملف العيادة القديمة ولازم نموذج ثاني! ما أحد قال لنا، وهي نفس العيادة.',
        },
        causes: ['handoff-disconnect'],
        form: 'grievance',
        contacts: null,
      },
      {
        said: { text: 'الدكتورة لطيفة وشاطرة، بس أوراقكم بين العيادتين ضايعة.' },
        causes: ['handoff-disconnect'],
      },
    ],
  ],
  [
    'a caller mocked on a voicemail',
    [
      {
        said: {
          text: 'ألو، معكم... آه... معكم أم خالد، كنت... يعني... كنت حابة أستفسر عن... عن نتيجة التحليل، لو سمحتوا كلموني لما تقدروا.',
          channel: 'voicemail',
        },
        form: 'request',
        calm: true,
      },
      {
        said: {
          text: 'سمعت الرسالة الصوتية اللي تركتها الممرضة عندكم. كانت فاكرة إنها قفلت الخط، وقعدت تقلد تلعثمي وتضحك هي وزميلتها. بكيت.',
          channel: 'voicemail',
        },
        causes: ['staff-conduct'],
        form: 'grievance',
      },
      {
        said: {
          turns: [
            {
              who: 'customer',
              text: 'نريد إبعاد هذه الممرضة عن ملف والدتي. من يتابع حالتها بعد اليوم؟',
            },
            {
              who: 'agent',
              text: 'أعتذر لكم، سأتصل بكم صباح الغد باسم الممرضة الجديدة.',
            },
            { who: 'customer', text: 'طيب.' },
          ],
        },
        also: ['staff-conduct', 'other'],
        promises: [{ days: 1, localTime: '08:00' }],
      },
      {
        said: { text: 'وصلني الاتصال قبل الدوام كما وعدتم، شكراً.' },
        form: 'thanks',
        outcome: 'kept',
        promises: [],
        calm: true,
      },
      {
        misread: true,
        said: { text: 'سنجدد الاشتراك السنوي معكم لأنكم سمعتونا.' },
        form: 'thanks',
        recovery: 'renewed',
        calm: true,
      },
    ],
  ],
  [
    'a refund refused by script',
    [
      {
        said: {
          text: 'طلبت دفاتر بمبلغ 96 ريال وخصمتم من بطاقتي 8200 ريال رسوم شحن. واضح أنه خطأ، أرجو التصحيح.',
        },
        causes: ['billing-amount'],
        form: 'grievance',
      },
      {
        said: {
          text: 'أكتب للمرة الثانية. ردكم أن الاسترداد مرفوض لأن الشحنة وصلت سليمة وفي موعدها. أنا أتكلم عن 8200 ريال!',
        },
        causes: ['policy-refusal'],
        also: ['billing-amount'],
        contacts: 2,
      },
      {
        misread: true,
        said: { text: 'الشكوى الثالثة ونفس الرد المنسوخ: تم التسليم في الموعد بدون أضرار.' },
        causes: ['repeat-contact', 'no-human-reachable'],
        contacts: 3,
      },
      {
        said: { text: 'الرابعة، من بريد آخر، لعل أحداً يقرأ هذا.' },
        causes: ['repeat-contact'],
        contacts: 4,
      },
      {
        said: { text: 'سجلت لقاء مع القناة المحلية، وقصة الشحن بثمانية آلاف صارت ترند.' },
        exposure: 'public',
        also: ['other', 'price-value', 'billing-amount'],
      },
      {
        said: { text: 'بعد شهرين رجع المبلغ. كان لازم التلفزيون.' },
        recovery: 'solved',
        also: ['other', 'delay-waiting'],
      },
    ],
  ],
  [
    'small annoyances before the renewal',
    [
      {
        said: {
          text: 'تطبيق الأناشيد ممتاز، بس كل ما أشبك بلوتوث السيارة يطلع إعلان ولازم أقفله قبل ما يشتغل. مزعج شوي.',
          score: { kind: 'stars', value: 4, max: 5 },
        },
        causes: ['communication-overload'],
        also: ['usability'],
      },
      {
        said: {
          text: 'وصلني تنبيه التجديد، وفي نفس اليوم طلع لي إعلان ثاني قبل ما يشتغل شي. مو كافي عشان ألغي، بس بديت أدور على بديل.',
        },
        causes: ['communication-overload'],
        churn: 'risk',
      },
    ],
  ],
  [
    'one promise after the other',
    [
      {
        misread: true,
        said: { text: 'قالوا الفني بيوصل خلال ساعتين.' },
        promises: [{ minutes: 120 }],
      },
      {
        said: { text: 'النت مقطوع من الصبح، وقيل لي من 20 إلى 30 دقيقة.' },
        causes: ['outage-access'],
        also: ['delay-waiting'],
        promises: [{ minutes: 30 }],
      },
      {
        said: { text: 'وعدوني يكلموني بكرة الصبح.' },
        promises: [{ days: 1, localTime: '08:00' }],
      },
      {
        said: { text: 'سمعنا هالكلام من قبل، ولا حد كلمنا.' },
        also: ['broken-promise', 'no-human-reachable', 'other'],
        outcome: 'broken',
      },
      {
        said: {
          text: 'قضيت ربع ساعة على الهاتف عشان أغير العنوان، والموظفة قالت تمام وعرضت علي باقة، قلت لا شكراً.',
        },
        minutes: 15,
        calm: true,
      },
      {
        said: { text: 'طابور الجوازات ثلاث ساعات والناس تصرخ وما حدا فاهم شي.' },
        causes: ['delay-waiting'],
      },
    ],
  ],
];

describe.each(STORIES)('Arabic, %s', (_, messages) => {
  for (const [index, told] of messages.entries())
    (told.misread === true ? it.failing : it)(`understands message ${String(index)}`, () => {
      const said = understand(told.said);
      const found = said.causes.map((cause) => cause.id);
      const allowed = [...(told.causes ?? []), ...(told.also ?? [])];
      expect(found).toEqual(expect.arrayContaining([...(told.causes ?? [])]));
      expect(found.filter((cause) => !allowed.includes(cause))).toEqual([]);
      expect(said.churn.level).toBe(told.churn ?? 'none');
      expect(said.exposure.level).toBe(told.exposure ?? 'none');
      expect(said.recovery.level).toBe(told.recovery ?? 'none');
      if (told.form !== undefined) expect(said.form).toBe(told.form);
      if (told.outcome !== undefined) expect(said.promiseOutcome).toBe(told.outcome);
      if (told.contacts !== undefined) expect(said.contacts).toBe(told.contacts);
      if (told.minutes !== undefined) expect(said.minutes).toBe(told.minutes);
      if (told.promises !== undefined)
        expect(said.promises.map((each) => each.due)).toEqual(told.promises);
      if (told.calm === true) expect(said.detractor.probability).toBeLessThan(0.3);
    });
});

describe('Arabic numbers', () => {
  it.each([
    ['انتظرت خمساً وعشرين دقيقة على الخط', 25],
    ['قضيت ساعة ونصف في الطابور', 90],
    ['ظليت ع الخط تلت ساعات', 180],
  ])('are read in %s', (text, minutes) => {
    expect(understand({ text }).minutes).toBe(minutes);
  });
});

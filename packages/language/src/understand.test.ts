import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@redress/contracts';
import { understand } from './understand.ts';

function causesOf(text: string): string[] {
  return understand({ text }).causes.map((cause) => cause.id);
}

describe('spans', () => {
  it.each([
    ['Hello! My parcel was never delivered, and “nobody answers” the phone.'],
    ['مرحباً، سَمِعتُ هذا مِن قَبل. الإنترنـــت لا يعمل.'],
    ['สวัสดีค่ะ รอ ๓ ชั่วโมงแล้ว พนักงานหยาบคายมาก'],
    ['Ещё раз: деньги списали дважды, очередь два часа.'],
  ])('point at the original words of %s', (text) => {
    const said = understand({ text });
    const spans: Evidence[] = [
      ...said.causes.flatMap((cause) => cause.evidence),
      ...said.amounts,
      ...said.promises,
    ];
    expect(spans.length).toBeGreaterThan(0);
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  });
});

describe('sentiment', () => {
  it('turns with a negation', () => {
    expect(understand({ text: 'The food was good.' }).sentiment.label).toBe('positive');
    expect(understand({ text: 'The food was not good at all.' }).sentiment.label).toBe('negative');
  });

  it('takes a phrase for all the words in it', () => {
    expect(understand({ text: 'ما عندي أي شكوى.' })).toMatchObject({
      sentiment: { label: 'positive' },
      detractor: { flag: false },
    });
  });

  it('weighs what follows a contrast more', () => {
    const ending = understand({ text: 'Nice room, but the service was bad.' }).sentiment;
    const opening = understand({ text: 'The service was bad, but a nice room.' }).sentiment;
    expect(ending.negative).toBeGreaterThan(opening.negative);
  });

  it('sums to one and is unknown for nothing', () => {
    const { sentiment } = understand({ text: 'Great, but expensive.' });
    expect(sentiment.negative + sentiment.neutral + sentiment.positive).toBeCloseTo(1, 6);
    expect(understand({ text: '' }).sentiment.label).toBe('unknown');
  });
});

describe('causes', () => {
  it('show what is complained about and not what is absent or asked', () => {
    expect(causesOf('The courier lost my parcel.')).toEqual(['lost-damaged']);
    expect(causesOf('No delays at all, smooth from check-in to landing.')).toEqual([]);
    expect(causesOf('How long does a refund usually take?')).toEqual([]);
  });

  it('take a leaving customer for churn alone', () => {
    const said = understand({ text: 'Please cancel my subscription today.' });
    expect(said.churn.level).toBe('stated');
    expect(said.causes.map((cause) => cause.id)).not.toContain('cancellation-change');
  });

  it('do not count the agent’s words', () => {
    const turns = [
      { who: 'agent' as const, text: 'Our staff were rude and your parcel is lost.' },
      { who: 'customer' as const, text: 'Thanks for telling me.' },
    ];
    expect(understand({ turns }).causes).toEqual([]);
  });
});

describe('promises', () => {
  it('fall due at the later end and the last of several times', () => {
    expect(
      understand({ text: 'I was told 15-20 minutes.' }).promises.map((each) => each.due),
    ).toEqual([{ minutes: 20 }]);
    expect(
      understand({ text: 'They said 15 minutes, then 30 minutes.' }).promises.map(
        (each) => each.due,
      ),
    ).toEqual([{ minutes: 30 }]);
  });

  it('end with a day where days are named, on the minute where hours are', () => {
    const dues = (text: string): unknown[] =>
      understand({ turns: [{ who: 'agent', text }] }).promises.map((each) => each.due);
    expect(dues('I will answer within 24 hours.')).toEqual([{ minutes: 1440 }]);
    expect(dues('I will answer within two days.')).toEqual([{ days: 2, localTime: '18:00' }]);
  });

  it('are read from an agent’s note with its place in the text', () => {
    const text = 'Fix it. [Team lead: I will answer by tomorrow morning] Fine.';
    const [promise] = understand({ text }).promises;
    expect(promise).toMatchObject({ by: 'company', due: { days: 1, localTime: '08:00' } });
    expect(text.slice(promise?.start, promise?.end)).toBe(promise?.text);
  });

  it('are kept or broken, and time spent is none', () => {
    expect(
      understand({ text: 'Got the call before opening time as you promised, thanks.' }),
    ).toMatchObject({ promiseOutcome: 'kept', promises: [], form: 'thanks' });
    expect(understand({ text: 'Heard that before.' }).promiseOutcome).toBe('broken');
    expect(understand({ text: 'I spent 40 minutes explaining.' })).toMatchObject({
      promises: [],
      minutes: 40,
    });
  });
});

describe('promises told again', () => {
  it('do not run anew from the complaint', () => {
    const said = understand({
      text: 'You promised it would be back within three hours, that time has passed.',
    });
    expect(said).toMatchObject({ promiseOutcome: 'broken', promises: [] });
  });
});

describe('numbers', () => {
  it('count the customer’s contacts and not the company’s', () => {
    expect(understand({ text: 'Third complaint about the same bill.' }).contacts).toBe(3);
    expect(understand({ text: 'Six calls and no answer.' }).contacts).toBe(6);
    expect(understand({ text: 'السادسة. لا جديد.' }).contacts).toBe(6);
    expect(understand({ text: 'You called me six times to sell me a loan.' }).contacts).toBeNull();
  });

  it('add up the minutes', () => {
    expect(
      understand({ text: 'Half an hour on hold. Then I waited twenty five minutes.' }).minutes,
    ).toBe(55);
  });

  it.each([
    ['Charged $7,455 for it', 7455, 'USD'],
    ['z karty pobrano 7 455 dolarów', 7455, 'USD'],
    ['za 88,77 zł', 88.77, 'PLN'],
    ['خصمتم ١٢٠ ريال', 120, 'SAR'],
    ['โดนหัก ๑,๒๐๐ บาท', 1200, 'THB'],
  ])('read the sum in %s', (text, value, currency) => {
    expect(understand({ text }).amounts).toMatchObject([{ value, currency }]);
  });
});

describe('form', () => {
  it.each([
    ['Er… could you, could you call me back please?', 'request'],
    ['What are your opening hours on Sunday?', 'question'],
    ['Thank you, all sorted.', 'thanks'],
    [
      'I ordered paper for $88.77 and was charged $7,455. It is obviously a mistake, please correct.',
      'grievance',
    ],
  ])('of “%s” is %s', (text, form) => {
    expect(understand({ text }).form).toBe(form);
  });

  it('leaves an annoyed question a question', () => {
    expect(
      understand({ text: "How should I know, don't you have it in the system?" }),
    ).toMatchObject({ form: 'question', detractor: { flag: false } });
  });
});

describe('plain questions', () => {
  it.each(['Where do I report a lost card?', 'What is your policy on damaged goods?'])(
    'stay calm: %s',
    (text) => {
      expect(understand({ text })).toMatchObject({ form: 'question', causes: [] });
      expect(understand({ text }).detractor.probability).toBeLessThan(0.3);
    },
  );
});

describe('score', () => {
  it('makes a detractor or tells that text and score disagree', () => {
    expect(
      understand({ text: 'It was fine.', score: { kind: 'nps', value: 3 } }).detractor.flag,
    ).toBe(true);
    expect(
      understand({ text: 'A bit slow, otherwise nice.', score: { kind: 'nps', value: 9 } })
        .detractor.flag,
    ).toBe(false);
    expect(
      understand({
        text: 'Terrible, the app crashes and nobody answers!',
        score: { kind: 'nps', value: 10 },
      }).disagreement,
    ).toBe(true);
  });
});

it('reads the beginning of a very long text, and nothing of the rest', () => {
  const long = 'the parcel never came and nobody answers aaaa bbbb 123. '.repeat(1900);
  const read = understand({ text: long });
  expect(read.causes.map(({ id }) => id)).toContain('no-human-reachable');
  expect(
    Math.max(...read.causes.flatMap(({ evidence }) => evidence.map(({ end }) => end))),
  ).toBeLessThanOrEqual(12_000);
  expect(understand({ text: long.slice(0, 12_000) })).toEqual(read);
});

describe('a language without spaces', () => {
  it('negates and takes for absent what stands against the word alone', () => {
    expect(understand({ text: 'ไม่แพง อร่อย' }).sentiment.label).toBe('positive');
    expect(understand({ text: 'ติดต่อไม่ได้ แย่มาก' }).sentiment.label).toBe('negative');
    expect(causesOf('ไม่มีป้ายเตือน ลื่นล้มหัวแตก')).toContain('cleanliness-safety');
  });

  it('asks without a question mark', () => {
    expect(understand({ text: 'วันเสาร์เปิดกี่โมงคะ' }).form).toBe('question');
  });
});

describe('numbers in words', () => {
  it('let a multiplier take only the number before it where more has been said', () => {
    expect(understand({ text: 'โทรไปแล้วสองร้อยห้าสิบครั้ง' }).contacts).toBe(250);
    expect(understand({ text: 'I called one hundred and twenty times.' }).contacts).toBe(120);
  });
});

describe('promises of an agent and promises retold', () => {
  it('takes what an agent says will be so within a time for a promise, whatever the verb', () => {
    const { promises } = understand({
      turns: [
        { who: 'customer', text: 'Dzwonicie sześć razy dziennie.' },
        { who: 'agent', text: 'Telefony i maile ustaną w ciągu dwóch godzin.' },
      ],
    });
    expect(promises).toMatchObject([{ by: 'company', due: { minutes: 120 } }]);
  });

  it('does not start the hours of an earlier promise anew', () => {
    expect(
      understand({ text: 'Yesterday I was told it would be fixed within two hours.' }).promises,
    ).toEqual([]);
    expect(
      understand({ text: 'Wczoraj obiecali, że ustaną w ciągu dwóch godzin.' }).promises,
    ).toEqual([]);
    expect(
      understand({ text: 'I was told it would be fixed within two hours.' }).promises,
    ).toHaveLength(1);
  });
});

describe('leaving, plainly said', () => {
  it.each([
    'I will cancel.',
    'Zrezygnuję z waszych usług.',
    'Хочу отключить услуги.',
    'Я расторгну договор.',
    'سألغي الاشتراك.',
    'سكروا حسابي',
    'จะไม่ต่อสัญญา',
  ])('is heard: %s', (text) => {
    expect(understand({ text }).churn.level).toBe('stated');
  });

  it('is a risk where it depends on something', () => {
    expect(understand({ text: 'If nothing happens by Friday I will leave.' }).churn.level).toBe(
      'risk',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { PromiseDue, RootCause, Turn, Understanding } from '@redress/contracts';
import type { UnderstandInput } from '../../understand-input.ts';
import { understand } from '../../understand.ts';
import { JUDGED_TEXTS } from './fixtures/judged-texts.ts';

/** What a message must show; what is not named is not looked at, but churn, exposure and promises must then be none. */
interface Wanted {
  readonly causes: readonly RootCause[];
  /** Found or not, both are right. */
  readonly or?: readonly RootCause[];
  readonly form?: readonly Understanding['form'][];
  readonly churn?: Understanding['churn']['level'];
  readonly exposure?: Understanding['exposure']['level'];
  readonly due?: PromiseDue;
  readonly outcome?: Understanding['promiseOutcome'];
  readonly contacts?: number | null;
  readonly minutes?: number | null;
  readonly recovery?: Understanding['recovery']['level'];
}

type Message = readonly [said: UnderstandInput, wanted: Wanted];

const customer = (text: string): Turn => ({ who: 'customer', text });
const agent = (text: string): Turn => ({ who: 'agent', text });

function causesOf(said: Understanding): RootCause[] {
  return said.causes
    .filter((each) => each.probability >= 0.5 && each.id !== 'other')
    .map((each) => each.id);
}

function check([input, wanted]: Message): void {
  const said = understand(input);
  const causes = causesOf(said);
  const allowed = [...wanted.causes, ...(wanted.or ?? [])];
  expect(causes).toEqual(expect.arrayContaining([...wanted.causes]));
  expect(causes.filter((cause) => !allowed.includes(cause))).toEqual([]);
  if (wanted.form !== undefined) expect(wanted.form).toContain(said.form);
  if (wanted.form?.includes('grievance') === false && input.score === undefined)
    expect(said.detractor.probability).toBeLessThan(0.3);
  if (wanted.form?.includes('grievance') === true) expect(said.detractor.flag).toBe(true);
  expect(said.churn.level).toBe(wanted.churn ?? 'none');
  expect(said.exposure.level).toBe(wanted.exposure ?? 'none');
  expect(said.promises.flatMap((each) => (each.due === null ? [] : [each.due]))).toEqual(
    wanted.due === undefined ? [] : [wanted.due],
  );
  if (wanted.outcome !== undefined) expect(said.promiseOutcome).toBe(wanted.outcome);
  if (wanted.contacts !== undefined) expect(said.contacts).toBe(wanted.contacts);
  if (wanted.minutes !== undefined) expect(said.minutes).toBe(wanted.minutes);
  if (wanted.recovery !== undefined) expect(said.recovery.level).toBe(wanted.recovery);
}

const STORIES: Readonly<Record<string, readonly Message[]>> = {
  'a gym pass that brings sales calls': [
    [
      {
        text: 'Hello, I found a voucher for thirty free days in a magazine. Where do I enter the code?',
      },
      { causes: [], form: ['question'] },
    ],
    [
      {
        text: "Um, hi, it's Gareth, er, about the free month thing. I put the code in and since then your people ring me six times a day and it's four emails a day on top. I just wanted to try the gym. Please make it stop.",
      },
      {
        causes: ['communication-overload'],
        or: ['broken-promise'],
        form: ['grievance'],
        contacts: null,
      },
    ],
    [
      {
        turns: [
          customer('I have had another sales call ten minutes ago. This is ridiculous.'),
          agent(
            "I'm so sorry. I'll take you off the list now, the calls will stop within two hours.",
          ),
          customer('I hope so.'),
        ],
      },
      {
        causes: ['communication-overload'],
        form: ['grievance'],
        due: { minutes: 120 },
        contacts: null,
      },
    ],
    [
      {
        text: 'You promised the calls would stop within two hours. This morning there were three more. Forget the trial, and please cancel my membership as well.',
      },
      {
        causes: ['broken-promise'],
        or: ['communication-overload', 'cancellation-change'],
        form: ['grievance'],
        churn: 'stated',
        contacts: null,
      },
    ],
  ],
  'a seller locked out of the marketplace': [
    [
      {
        text: 'Payouts on time, simple to use. Happy so far.',
        score: { kind: 'nps', value: 9 },
      },
      { causes: [], form: ['thanks', 'remark'] },
    ],
    [
      {
        text: 'My seller account has been suspended overnight without any explanation and my balance is frozen. The only thing that answers is a bot.',
      },
      {
        causes: ['outage-access', 'no-human-reachable'],
        or: ['policy-refusal', 'cancellation-change'],
        form: ['grievance'],
      },
    ],
    [
      {
        turns: [
          customer('I waited 40 minutes in your queue to speak to a human being.'),
          agent('I have passed it on, a specialist will contact you within 24 hours.'),
          customer('Okay.'),
        ],
      },
      {
        causes: ['delay-waiting'],
        or: ['no-human-reachable'],
        due: { minutes: 1440 },
        minutes: 40,
      },
    ],
    [
      {
        text: 'Two days on and nobody has contacted me. I have posted about it on Reddit and there are 1,500 complaints there from people in the same position.',
      },
      {
        causes: [],
        or: ['no-human-reachable', 'delay-waiting', 'broken-promise'],
        form: ['grievance'],
        exposure: 'public',
        outcome: 'broken',
        contacts: null,
      },
    ],
    [
      { text: 'Someone finally looked at it and the account works again. Thank you, Priya.' },
      { causes: [], form: ['thanks'], recovery: 'solved' },
    ],
  ],
  'a survey that an advertiser takes apart': [
    [
      { text: 'Hi team, could you send us the raw file of the March survey before Thursday?' },
      { causes: [], form: ['request', 'question'] },
    ],
    [
      {
        text: 'We went through your March report. The figures are misleading: no margin of error anywhere, and the sample is far too small. I presented them to our board and looked like a fool. We are reviewing our contract.',
      },
      { causes: ['product-defect'], form: ['grievance'], churn: 'risk' },
    ],
    [
      {
        turns: [
          customer('I would like to hear from someone who actually ran the numbers.'),
          agent('Understood. I will send you the recalculated report by tomorrow morning.'),
          customer('Fine.'),
        ],
      },
      { causes: [], due: { days: 1, localTime: '08:00' } },
    ],
    [
      {
        text: 'The new report arrived at seven, earlier than you promised. This is what I wanted to see, thank you.',
      },
      { causes: [], form: ['thanks'], outcome: 'kept' },
    ],
    [
      { text: 'We have decided to renew for another year.', score: { kind: 'nps', value: 9 } },
      { causes: [], recovery: 'renewed' },
    ],
  ],
  'a dentist with two practices': [
    [
      {
        text: "Good morning, we're moving my daughter from the Station Road practice to the one in Hill Street. I've filled in the transfer form. Is there anything else you need?",
      },
      { causes: [], form: ['question'] },
    ],
    [
      {
        text: 'We took the morning off and at Hill Street they told us the form was for the other practice and we need a second form. Nobody told us there were two forms. Dr Malik herself was lovely.',
        score: { kind: 'stars', value: 2, max: 5 },
      },
      { causes: ['handoff-disconnect'], or: ['usability', 'broken-promise'], form: ['grievance'] },
    ],
    [
      {
        text: 'This is my second call about the form, could somebody please ring me back?',
      },
      { causes: [], or: ['handoff-disconnect'], contacts: 2 },
    ],
    [
      { text: 'Thanks, the form came by email and I could sign it on my phone. All sorted.' },
      { causes: [], form: ['thanks'], recovery: 'solved' },
    ],
  ],
  'a boiler and four promised times': [
    [
      {
        turns: [
          customer(
            'The boiler has packed up and we have no hot water. There is a baby in the house.',
          ),
          agent('We will have an engineer with you by noon tomorrow.'),
        ],
      },
      {
        causes: ['outage-access'],
        or: ['product-defect'],
        form: ['grievance'],
        due: { days: 1, localTime: '12:00' },
      },
    ],
    [
      {
        text: 'Noon has come and gone and no engineer. I rang and was told he would be here within 3 hours.',
      },
      {
        causes: [],
        or: ['broken-promise', 'delay-waiting'],
        due: { minutes: 180 },
      },
    ],
    [
      {
        text: 'Fourth time I am ringing. Every time another time is promised and nobody comes. I have spent 50 minutes on hold today alone!',
      },
      {
        causes: ['repeat-contact'],
        or: ['broken-promise', 'delay-waiting', 'no-human-reachable', 'handoff-disconnect'],
        form: ['grievance'],
        contacts: 4,
        minutes: 50,
      },
    ],
    [
      {
        text: 'Enough. I have cancelled my cover with you and signed up with another company. My solicitor will write about the deposit.',
      },
      {
        causes: [],
        or: ['billing-amount'],
        form: ['grievance'],
        churn: 'stated',
        exposure: 'threatened',
      },
    ],
  ],
  'a carer mocked by an account manager': [
    [
      {
        text: 'Hello, er, this is Joan from Meadow Care, just, um, just wanted to ask if the training on Friday could start at ten instead of nine. No rush. Bye, bye now.',
      },
      { causes: [], form: ['request', 'question', 'remark', 'thanks'] },
    ],
    [
      {
        text: 'Your account manager left me a voicemail and did not hang up properly. I heard him laughing at my stammer and calling me a useless old woman to his colleague. I expect an apology, and he is not to contact me again.',
      },
      { causes: ['staff-conduct'], form: ['grievance'] },
    ],
    [
      {
        turns: [
          customer('I was humiliated. Tell me why we should stay with you.'),
          agent(
            'I have listened to it myself and I am ashamed. I will call you back before noon today with a new contact.',
          ),
          customer('All right. Before noon.'),
        ],
      },
      {
        causes: ['staff-conduct'],
        form: ['grievance'],
        churn: 'risk',
        due: { days: 0, localTime: '12:00' },
      },
    ],
    [
      {
        text: 'She called me at eleven, as she had promised, and apologised. Apology accepted, thank you.',
      },
      { causes: [], form: ['thanks'], outcome: 'kept' },
    ],
  ],
};

describe.each(Object.entries(STORIES))('the story of %s', (_, messages) => {
  it.each(messages.map((message, index) => [index, message] as const))(
    'is understood at message %i',
    (_index, message) => {
      check(message);
    },
  );
});

describe('texts the lexicon was not written from', () => {
  it('show their causes, feelings and leaving in most cases', () => {
    let right = 0;
    let extra = 0;
    let missed = 0;
    let feelings = 0;
    let leaving = 0;
    for (const { text, causes, sentiment, churn } of JUDGED_TEXTS) {
      const said = understand({ text });
      const found = causesOf(said);
      const hits = found.filter((cause) => causes.includes(cause)).length;
      right += hits;
      extra += found.length - hits;
      missed += causes.length - hits;
      if (said.sentiment.label === sentiment) feelings += 1;
      if (said.churn.level === (churn ?? 'none')) leaving += 1;
    }
    expect((2 * right) / (2 * right + extra + missed)).toBeGreaterThan(0.65);
    expect(feelings / JUDGED_TEXTS.length).toBeGreaterThan(0.8);
    expect(leaving / JUDGED_TEXTS.length).toBeGreaterThan(0.85);
  });

  it('leave calm people in peace in nearly all cases', () => {
    const calm = JUDGED_TEXTS.filter((each) => each.sentiment !== 'negative');
    const left = calm.filter(({ text }) => understand({ text }).detractor.probability < 0.3);
    expect(left.length / calm.length).toBeGreaterThan(0.9);
  });
});

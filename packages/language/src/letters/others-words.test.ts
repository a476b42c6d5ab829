import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from '../customer-words.ts';
import { understand } from '../understand.ts';
import { findOthersWords } from './others-words.ts';

const WORDS = [
  ...'wrote writes napisał schrieb From To Date Sent my iPhone regards Thanks On Monday 3 2026 late'.split(
    ' ',
  ),
  ...'courier rude, Kurier zgubił paczkę. Отправлено вчера كتب من ส่งจาก 2026年3月 confidential 10:14'.split(
    ' ',
  ),
];
const MARKED = [
  '> quoted, and why?',
  '> > older',
  '| bar',
  '-----Original Message-----',
  '-- ',
  '--',
  'From: a@b.example',
  'Subject: x',
  '',
  'On 3.03.2026 10:14, X <a@b.example> wrote:',
  'wrote:',
  'Kind regards,',
  'tel. 500 600 700',
  'Sent from my iPhone',
  'This message may contain confidential information, which is for nobody else than the one it was sent to.',
];

/** Texts of these pieces, the same ones at every run. */
function textsOf(pieces: readonly string[], between: string, count: number): string[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(30) }, () => pieces[next(pieces.length)] ?? '').join(between),
  );
}

describe('a text without the marks of letters', () => {
  it.each([' ', '\n'])('is all its sender’s, its words parted by %j', (between) => {
    for (const text of textsOf(WORDS, between, 100))
      expect([text, findOthersWords(text)]).toEqual([text, []]);
  });
});

describe('any text', () => {
  it.each(['\n', '\r\n', ' '])('has stretches in order of the text, within it: %j', (between) => {
    for (const text of textsOf([...WORDS, ...MARKED, ...MARKED], between, 100)) {
      let at = 0;
      for (const { start, end } of findOthersWords(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        at = start;
      }
      const speech = separateSpeech({ text });
      expect(speech.full.length).toBe(text.length);
      for (let unit = 0; unit < speech.customer.length; unit += 1)
        if (speech.customer[unit]?.trim() !== '') expect(speech.customer[unit]).toBe(text[unit]);
    }
  });

  it.each([
    ['>', '> '],
    ['from', 'From: x\nTo: y\n'],
    ['from in a line', 'From: a@b.c Sent: x Subject: '],
    ['colon', 'On 3.03.2026 10:14 wrote: > '],
    ['colons', ': > '],
    ['rule', '-'],
    ['dashes', '--\n'],
    ['closing', 'Regards,\n'],
    ['header', 'On 3.03.2026 10:14 X\n'],
    ['line break', '\n'],
    ['blank', ' '],
    ['full stop', '. '],
    ['disclaimer', 'message '],
    ['address', 'a@b '],
  ])('is read in a time that grows with its length: %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(12_000 / piece.length));
    findOthersWords(text);
    const before = process.cpuUsage();
    findOthersWords(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(600);
  });
});

describe('what is understood of a letter', () => {
  const letter = [
    'Hello,',
    'The courier lost my parcel and nobody answers the phone.',
    '',
    'On Tue, Mar 3, 2026 at 10:14 AM Support <help@shop.example> wrote:',
    '> You say that our staff were rude. We will refund you within 5 days.',
    'Where is my refund?',
    '-- ',
    'A. Lamp, tel. 500 600 700',
    '',
    'This e-mail and any attachments are confidential. We will sue.',
  ].join('\r\n');

  it('is of the customer’s words, and told by the offsets of the letter', () => {
    const said = understand({ text: letter });
    const spans = [...said.causes.flatMap((each) => each.evidence), ...said.promises];
    expect(said.causes.map(({ id }) => id)).not.toContain('staff-behaviour');
    expect(said.causes.map(({ id }) => id)).toContain('lost-damaged');
    for (const span of spans) expect(letter.slice(span.start, span.end)).toBe(span.text);
  });

  it('is a promise of the company in what the customer answers', () => {
    expect(understand({ text: letter }).promises).toMatchObject([
      { by: 'company', due: { days: 5 } },
    ]);
  });

  it('is told by its own offsets where the quote stands in the same line', () => {
    const text =
      'I am so angry with this On Tue, 3 Mar 2026 at 10:14 Support wrote: > We are glad to hear from you.';
    const said = understand({ text, score: { kind: 'nps', value: 0 } });
    for (const span of said.causes.flatMap((each) => each.evidence))
      expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  it('is in the language of the answer below a long quote', () => {
    const quote = '> We are looking into this matter and will come back to you.\n'.repeat(80);
    expect(
      understand({ text: `${quote}\nNadal nie mam paczki, a kurier nie odbiera telefonu.` })
        .language,
    ).toBe('pl');
  });
});

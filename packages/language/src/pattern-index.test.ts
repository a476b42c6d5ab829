import { describe, expect, it } from '@jest/globals';
import { PatternIndex } from './pattern-index.ts';
import type { PatternContext } from './pattern.ts';
import { guard, notationOf, patternSource, STEM } from './pattern.ts';
import { normalise } from './normalise.ts';

const ENGLISH: PatternContext = {
  spaced: true,
  groups: { staff: 'clerk|shop assistant|driver*' },
  numbers: {
    cardinals: [
      ['one', 1],
      ['(two|a couple)', 2],
      ['twenty', 20],
    ],
    ordinals: [['third', 3]],
    ordinalSuffixes: ['th', '.'],
    joiners: ['and'],
  },
};
const ARABIC: PatternContext = {
  ...ENGLISH,
  prefixes: ['و|ف', 'ب|ل', 'ال|ل'],
  groups: {},
  numbers: { cardinals: [['ثلاث(ة|)', 3]], ordinals: [], ordinalSuffixes: [], joiners: ['و'] },
};
const THAI: PatternContext = {
  ...ENGLISH,
  spaced: false,
  groups: {},
  numbers: {
    cardinals: [
      ['สอง', 2],
      ['สิบ', 10],
    ],
    ordinals: [],
    ordinalSuffixes: [],
    joiners: [],
  },
};

/** What the notation means: one regular expression with every pattern as an alternative. */
function byOneExpression(patterns: readonly string[], context: PatternContext, text: string) {
  const notation = notationOf(context);
  const normal = patterns.map((each) => normalise(each).text);
  const stems = normal.filter((each) => STEM.test(each));
  const last = context.spaced && stems.length > 1 ? stems : [];
  const sources = [...normal.filter((each) => !last.includes(each)), ...last].map(
    (each) => guard(each, context) + patternSource(each, context, notation),
  );
  const whole = new RegExp(`${notation.before}${notation.prefix}(?:${sources.join('|')})`, 'gu');
  return [...text.matchAll(whole)].map((match) => match[0]).filter((found) => found !== '');
}

function found(patterns: readonly string[], context: PatternContext, text: string): string[] {
  const index = new PatternIndex(context);
  // neighbours in the same index must not matter
  index.add(['late', 'parcel ~ late', 'รอ']);
  const expression = index.add(patterns);
  index.add(patterns.map((each) => `${each} ~2 never`));
  return (expression?.spansIn(text) ?? []).map((span) => text.slice(span.start, span.end));
}

interface Case {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly context: PatternContext;
  readonly text: string;
  readonly expected: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'finds a pattern with its optional first word and without it',
    patterns: ['(my|our)? parcel ~2 late'],
    context: ENGLISH,
    text: 'my parcel is late. parcel came very late, our parcel late',
    expected: ['my parcel is late', 'parcel came very late', 'our parcel late'],
  },
  {
    name: 'finds an optional number before a word, with the spaces a joined number may start with',
    patterns: ['(#)? days'],
    context: ENGLISH,
    text: 'late,  two days and twenty and one days, days',
    expected: ['  two days', 'twenty and one days', 'days'],
  },
  {
    name: 'finds a group that stands first',
    patterns: ['@staff was rude'],
    context: ENGLISH,
    text: 'the shop assistant was rude, drivers was rude, clerks was rude',
    expected: ['shop assistant was rude', 'drivers was rude'],
  },
  {
    name: 'finds numbers in digits, in words and written together',
    patterns: ['# calls', '#th call'],
    context: ENGLISH,
    text: 'a couple calls, 12 calls, twentyone calls, 4th call, third call',
    expected: ['a couple calls', '12 calls', 'twentyone calls', '4th call', 'third call'],
  },
  {
    name: 'finds what must start or end a sentence only there',
    patterns: ['^ late', 'late $'],
    context: ENGLISH,
    text: 'late train. "Late" it was. too late! so late it came, late'.toLowerCase(),
    expected: ['late', 'late', 'late', 'late'],
  },
  {
    name: 'takes the pattern that stands first of those at one place, and lone stems last',
    patterns: ['deliver*', 'never came', 'never', 'never came back', 'delivered late', 'came*'],
    context: ENGLISH,
    text: 'delivered late never came back',
    expected: ['delivered late', 'never came'],
  },
  {
    name: 'finds no second match inside a first one',
    patterns: ['not ~ good', 'good ~ bad', 'bad'],
    context: ENGLISH,
    text: 'not so good was bad',
    expected: ['not so good', 'bad'],
  },
  {
    name: 'finds an apostrophe or hyphen that is missing',
    patterns: ["don't care", 'check-in', 't&c*'],
    context: ENGLISH,
    text: "dont care, don't care, check in, checkin, t&cs",
    expected: ['dont care', "don't care", 'check in', 'checkin', 't&cs'],
  },
  {
    name: 'finds a pattern whose start cannot be told',
    patterns: ['*paid ~ twice'],
    context: ENGLISH,
    text: 'i overpaid it twice',
    expected: ['overpaid it twice'],
  },
  {
    name: 'does not go past the end of a sentence or past the words between',
    patterns: ['parcel ~1 lost'],
    context: ENGLISH,
    text: 'parcel. lost. parcel it is lost, parcel is lost',
    expected: ['parcel is lost'],
  },
  {
    name: 'does not end inside a word',
    patterns: ['bill', 'bill*', 'bil(l|ing)'],
    context: ENGLISH,
    text: 'bills bill billing billabcdefghijklmnop',
    expected: ['bills', 'bill', 'billing'],
  },
  {
    name: 'finds words behind glued letters, most letters first',
    patterns: ['شركه', 'لشركه', 'من ~1 ثلاث'],
    context: ARABIC,
    text: 'والشركه للشركه وبالشركه من الثلاث',
    expected: ['والشركه', 'للشركه', 'وبالشركه', 'من الثلاث'],
  },
  {
    name: 'finds Thai inside running text, Latin words in it whole',
    patterns: ['รอ # (วัน|เดือน)', 'รอ', 'wifi', 'ไม่ ~2 มา'],
    context: THAI,
    text: 'ต้องรอสองวันรอบหน้า wifi wifix ไม่เห็นมา',
    expected: ['รอสองวัน', 'รอ', 'wifi', 'ไม่เห็นมา'],
  },
  {
    name: 'reads past characters of two units',
    patterns: ['late ~ again', '*paid'],
    context: ENGLISH,
    text: '😡late 😡😡 again 😡prepaid',
    expected: ['late 😡😡 again', 'prepaid'],
  },
];

describe('PatternIndex', () => {
  it.each(CASES)('$name', ({ patterns, context, text, expected }) => {
    expect(found(patterns, context, text)).toEqual(expected);
    expect(byOneExpression(patterns, context, text)).toEqual(expected);
  });

  it('gives the same answer when a text is asked for again between others', () => {
    const index = new PatternIndex(ENGLISH);
    const late = index.add(['late ~ again']);
    const texts = Array.from({ length: 600 }, (_, at) => `${String(at)} late and again`);
    for (const text of [...texts, ...texts])
      expect(late?.spansIn(text)).toEqual([{ start: text.indexOf('late'), end: text.length }]);
  });

  it('names a group that the lexicon does not declare', () => {
    expect(() => new PatternIndex(ENGLISH).add(['@nobody came'])).toThrow('@nobody');
  });

  it('is null without patterns', () => {
    expect(new PatternIndex(ENGLISH).add([])).toBeNull();
  });
});

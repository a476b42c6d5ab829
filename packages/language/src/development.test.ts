import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { understand } from './understand.ts';

/** Texts that the weights of causes and grievances were set on; the model learns from none of them. */
const TEXTS = ['en', 'pl', 'ar', 'ru', 'th'].flatMap((language) =>
  readFileSync(new URL(`../development/${language}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, , causes = '', sentiment = '', , , text = ''] = line.split('\t');
      return { text, sentiment, causes: causes === 'none' ? [] : causes.split(',') };
    }),
);

it('hears the causes that most texts show, and few that they do not', () => {
  let right = 0;
  let told = 0;
  for (const { text, causes } of TEXTS) {
    const found = understand({ text }).causes.map(({ id }) => id);
    right += found.filter((id) => causes.includes(id)).length;
    told += found.length + causes.length;
  }
  expect((2 * right) / told).toBeGreaterThan(0.6);
});

it('tells who holds something against the company from who does not', () => {
  const flagged = TEXTS.map(({ text }) => understand({ text }).detractor.flag);
  const share = (negative: boolean): number => {
    const of = flagged.filter((_, at) => (TEXTS[at]?.sentiment === 'negative') === negative);
    return of.filter((flag) => flag === negative).length / of.length;
  };
  expect(share(true)).toBeGreaterThan(0.9);
  expect(share(false)).toBeGreaterThan(0.75);
});

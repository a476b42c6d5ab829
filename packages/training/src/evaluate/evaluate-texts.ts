import { understand } from '@redress/language';
import type { EvaluationText } from './evaluation-text.ts';
import { addFound, NOTHING_FOUND, type Found } from './measures.ts';

/** How well the texts of one language are understood. */
export interface TextFigures {
  readonly language: string;
  readonly count: number;
  readonly causes: Found;
  readonly byCause: ReadonlyMap<string, Found>;
  /** Share of texts told right. */
  readonly detractor: number;
  readonly sentiment: number;
  /** Any leaving, any threat or public word, a promise where one stands. */
  readonly churn: Found;
  readonly exposure: Found;
  readonly promises: Found;
  /** Texts whose number of contacts is told right, of those that are labelled. */
  readonly contacts: { readonly right: number; readonly count: number };
  readonly amounts: Found;
}

/** Judges `understand` by the labels of one language's texts. */
export function evaluateTexts(language: string, texts: readonly EvaluationText[]): TextFigures {
  let causes = NOTHING_FOUND;
  let churn = NOTHING_FOUND;
  let exposure = NOTHING_FOUND;
  let promises = NOTHING_FOUND;
  let amounts = NOTHING_FOUND;
  const byCause = new Map<string, Found>();
  const right = { detractor: 0, sentiment: 0, contacts: 0 };
  for (const text of texts) {
    const said = understand({
      ...(text.text === undefined ? {} : { text: text.text }),
      ...(text.turns === undefined ? {} : { turns: text.turns }),
    });
    const expected = new Set(text.causes);
    const found = new Set<string>(
      said.causes.filter(({ probability }) => probability >= 0.5).map(({ id }) => id),
    );
    for (const id of new Set([...expected, ...found])) {
      const one = foundOf(expected.has(id), found.has(id));
      byCause.set(id, addFound(byCause.get(id) ?? NOTHING_FOUND, one));
      causes = addFound(causes, one);
    }
    churn = addFound(churn, foundOf(text.churn !== 'none', said.churn.level !== 'none'));
    exposure = addFound(
      exposure,
      foundOf(text.exposure !== 'none', said.exposure.level !== 'none'),
    );
    if (said.detractor.flag === text.detractor) right.detractor += 1;
    if (said.sentiment.label === text.sentiment) right.sentiment += 1;
    if (text.contacts !== undefined && said.contacts === text.contacts) right.contacts += 1;
    if (text.promises !== undefined)
      promises = addFound(
        promises,
        pairUp(
          text.promises.map(({ words }) => words),
          said.promises.map((each) => each.text),
          alike,
        ),
      );
    if (text.amounts !== undefined)
      amounts = addFound(
        amounts,
        pairUp(
          text.amounts.map(({ value }) => value),
          said.amounts.map(({ value }) => value),
          (a, b) => a === b,
        ),
      );
  }
  const share = (value: number): number => value / texts.length;
  return {
    language,
    count: texts.length,
    causes,
    byCause,
    detractor: share(right.detractor),
    sentiment: share(right.sentiment),
    churn,
    exposure,
    promises,
    contacts: {
      right: right.contacts,
      count: texts.filter(({ contacts }) => contacts !== undefined).length,
    },
    amounts,
  };
}

function foundOf(expected: boolean, said: boolean): Found {
  return {
    right: expected && said ? 1 : 0,
    extra: !expected && said ? 1 : 0,
    missed: expected && !said ? 1 : 0,
  };
}

/** Each expected thing takes the first of what was said that is the same, and no other takes it again. */
function pairUp<T>(
  expected: readonly T[],
  said: readonly T[],
  same: (said: T, expected: T) => boolean,
): Found {
  const left = [...said];
  let right = 0;
  for (const one of expected) {
    const at = left.findIndex((each) => same(each, one));
    if (at === -1) continue;
    left.splice(at, 1);
    right += 1;
  }
  return { right, extra: left.length, missed: expected.length - right };
}

/** One promise where the words share something: one is within the other, or they have half of their words in common. */
function alike(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const words = new Set(a.toLowerCase().split(/\s+/u));
  const others = b.toLowerCase().split(/\s+/u);
  return others.filter((word) => words.has(word)).length * 2 >= Math.min(words.size, others.length);
}

import { understand } from '@redress/language';
import type { LanguageModel } from '@redress/language/model';
import { addFound, f1Of, NOTHING_FOUND, type Found } from '../evaluate/measures.ts';
import { readEvaluationTexts } from '../evaluate/evaluation-text.ts';
import { randomOf } from '../train-linear.ts';
import type { OwnCase } from './own-case.ts';

/** A text with what a person says it shows. */
export interface JudgedText {
  /** What is drawn together: a customer's texts, or one text. */
  readonly group: string;
  readonly input: Parameters<typeof understand>[0];
  readonly causes: readonly string[];
  readonly detractor: boolean;
}

/** A figure by the model in use and by the new one, on the same texts. */
export interface Contrast {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Half the width of a 95 % interval of the difference. */
  readonly margin: number;
}

/** Two models on one set of texts. */
export interface Comparison {
  readonly count: number;
  /** Micro-F1 of the causes. */
  readonly causes: Contrast;
  /** Share of texts of which it is told right whether a detractor wrote them. */
  readonly detractor: Contrast;
}

const ROUNDS = 1000;

/** The texts that ship to judge by. */
export function shippedTexts(): readonly JudgedText[] {
  return [...readEvaluationTexts().values()].flat().map(({ id, text, turns, ...shown }) => ({
    group: id,
    input: {
      ...(text === undefined ? {} : { text }),
      ...(turns === undefined ? {} : { turns }),
    },
    causes: shown.causes,
    detractor: shown.detractor,
  }));
}

/** Own cases to judge by: every one is a detractor's. */
export function judgedCases(cases: readonly OwnCase[]): readonly JudgedText[] {
  return cases.map(({ customerId, language, causes, text }) => ({
    group: customerId,
    input: { text, language },
    causes,
    detractor: true,
  }));
}

/**
 * Both models on the same texts. The margin is that of the difference: the groups are drawn again a thousand times (bootstrap, Efron 1979), so texts of
 * one customer count as one; the same texts give the same margin.
 */
export function compareModels(
  texts: readonly JudgedText[],
  before: LanguageModel,
  after: LanguageModel,
): Comparison {
  const groups = new Map<string, Tally>();
  for (const text of texts) {
    const tally = { before: tallyOf(text, before), after: tallyOf(text, after) };
    groups.set(text.group, add(groups.get(text.group) ?? NOTHING, tally));
  }
  const tallies = [...groups.values()];
  const all = figuresOf(tallies.reduce(add, NOTHING));
  const random = randomOf(1);
  const drawn = Array.from({ length: ROUNDS }, () => {
    let sum = NOTHING;
    for (let draw = 0; draw < tallies.length; draw += 1)
      sum = add(sum, tallies[Math.floor(random() * tallies.length)] ?? NOTHING);
    return figuresOf(sum);
  });
  const contrast = (kind: 'causes' | 'detractor'): Contrast => {
    const [was, is] = [all.before[kind], all.after[kind]];
    return {
      before: was,
      after: is,
      difference: is - was,
      margin: 1.96 * deviation(drawn.map((each) => each.after[kind] - each.before[kind])),
    };
  };
  return { count: texts.length, causes: contrast('causes'), detractor: contrast('detractor') };
}

interface ModelTally {
  readonly causes: Found;
  readonly detractor: number;
  readonly count: number;
}

interface Tally {
  readonly before: ModelTally;
  readonly after: ModelTally;
}

const NONE: ModelTally = { causes: NOTHING_FOUND, detractor: 0, count: 0 };
const NOTHING: Tally = { before: NONE, after: NONE };

function tallyOf({ input, causes, detractor }: JudgedText, model: LanguageModel): ModelTally {
  const said = understand(input, model);
  const found = said.causes.filter(({ probability }) => probability >= 0.5).map(({ id }) => id);
  const right = found.filter((id) => causes.includes(id)).length;
  return {
    causes: { right, extra: found.length - right, missed: causes.length - right },
    detractor: said.detractor.flag === detractor ? 1 : 0,
    count: 1,
  };
}

function add(a: Tally, b: Tally): Tally {
  const both = (side: keyof Tally): ModelTally => ({
    causes: addFound(a[side].causes, b[side].causes),
    detractor: a[side].detractor + b[side].detractor,
    count: a[side].count + b[side].count,
  });
  return { before: both('before'), after: both('after') };
}

function figuresOf({ before, after }: Tally) {
  const of = ({ causes, detractor, count }: ModelTally) => ({
    // nothing there and nothing said is told right
    causes: causes.right + causes.extra + causes.missed === 0 ? 1 : f1Of(causes),
    detractor: count === 0 ? 1 : detractor / count,
  });
  return { before: of(before), after: of(after) };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

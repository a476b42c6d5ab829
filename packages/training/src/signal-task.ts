import { ROOT_CAUSES } from '@redress/contracts';
import { normalise } from '@redress/language/model';
import { evenlySpread } from './evenly-spread.ts';
import { grouped } from './grouped.ts';
import type { CorpusText, LabelledText } from './labelled-text.ts';
import type { TableTask } from './train-table.ts';

/** The answers of the table `signals`. */
export const SIGNALS: readonly string[] = [
  ...ROOT_CAUSES.filter((cause) => cause !== 'other'),
  'churn:risk',
  'churn:stated',
  'exposure:threatened',
  'exposure:public',
];

/** How many calm texts of public sets are shown a language, so that the model hears what a text without a grievance sounds like. */
const CALM_TEXTS = 400;

/** What the corpus text shows, as bits in the order of `SIGNALS`. */
export function signalsOf({
  causes,
  churn,
  exposure,
}: Pick<CorpusText, 'causes' | 'churn' | 'exposure'>): number {
  const shown = [...causes, `churn:${churn}`, `exposure:${exposure}`];
  return shown.reduce((bits, id) => {
    const answer = SIGNALS.indexOf(id);
    return answer < 0 ? bits : bits | (1 << answer);
  }, 0);
}

/** What the table `signals` learns from: the corpus, and calm texts (not negative) of the public sets, which show nothing. */
export function signalTask(
  corpus: readonly CorpusText[],
  sets: readonly LabelledText[],
  seed: number,
): TableTask {
  const calm = calmTexts(sets);
  return {
    texts: [...corpus.map(({ text }) => text), ...calm].map((text) => normalise(text).text),
    answers: SIGNALS.length,
    kind: 'each',
    targets: Uint32Array.from([...corpus.map(signalsOf), ...calm.map(() => 0)]),
    importance: Float32Array.from([...corpus.map(() => 1), ...calm.map(() => 0.3)]),
    rightCounts: 1.5,
    epochs: 6,
    rate: 0.2,
    decay: 6e-3,
    seed,
    buckets: 56_000,
    leastTexts: 2,
  };
}

/** Evenly spread over the sets of a language, always the same ones. */
function calmTexts(sets: readonly LabelledText[]): string[] {
  const calm = sets.filter(({ label }) => label === 'neutral' || label === 'positive');
  return [...grouped(calm, ({ language }) => language).values()].flatMap((rows) =>
    evenlySpread(rows, CALM_TEXTS).map(({ text }) => text),
  );
}

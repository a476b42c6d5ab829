import { MODEL } from '@redress/language';
import {
  encodeModel,
  FeatureList,
  normalise,
  type FeatureTable,
  type LanguageModel,
  type ModelHead,
  type SentimentCalibration,
} from '@redress/language/model';
import { barOf, calibrate } from './calibrate.ts';
import type { CorpusText, LabelledText } from './labelled-text.ts';
import { LANGUAGES_BY_WORDS, languageTask } from './language-task.ts';
import { lexiconWords } from './lexicon-words.ts';
import { SENTIMENT_ANSWERS, sentimentTask } from './sentiment-task.ts';
import { SIGNALS, signalsOf, signalTask } from './signal-task.ts';
import { trainInWorker } from './train-in-worker.ts';
import type { TrainedTable } from './train-table.ts';

export interface TrainingInput {
  /** Rows that may be learnt from: the splits train and dev. */
  readonly sets: readonly LabelledText[];
  readonly corpus: readonly CorpusText[];
  readonly languages: readonly string[];
  readonly seed: number;
  readonly name: string;
  readonly tell: (line: string) => void;
}

/** Parts the corpus is validated in: a fifth of the scenarios is left out. */
const FOLDS = 5;
const FOLDS_FOR_BARS = 2;

/** Filled anew for every text. */
const features = new FeatureList();

/** The fold of a scenario, the same in every language. */
function foldOf(scenario: string): number {
  let hash = 7;
  for (const letter of scenario) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return (hash >>> 0) % FOLDS;
}

/**
 * The bytes of a model. Probabilities and bars are set on texts that were left out (the split dev; two fifths of the scenarios), then
 * everything is learnt again with those texts in it. The same input and seed give the same bytes. Uses two threads.
 */
export async function trainModel(input: TrainingInput): Promise<Uint8Array> {
  const [{ sentiment, table }, { bars, signals, languages }] = await Promise.all([
    learnSentiment(input),
    learnSignals(input),
  ]);
  const head: ModelHead = {
    name: input.name,
    tables: {
      sentiment: headOf(table, SENTIMENT_ANSWERS),
      signals: headOf(signals.table, SIGNALS),
      languages: headOf(languages, LANGUAGES_BY_WORDS),
    },
    sentiment,
    signals: barsOf(bars, signals),
  };
  return encodeModel(head, { sentiment: table, signals: signals.table, languages });
}

/** The bytes of a model whose causes, leaving and exposure are learnt anew, with no set but the corpus; sentiment and languages stay as they are in `base`. */
export async function retrainSignals(
  base: LanguageModel,
  input: Pick<TrainingInput, 'corpus' | 'seed' | 'tell'>,
): Promise<Uint8Array> {
  const { table, sentiment, tables } = base;
  const whole = { ...input, sets: [] };
  const bars = await signalBars(whole);
  const signals = await trainInWorker(signalTask(input.corpus, [], input.seed), (line) =>
    input.tell(`signals: ${line}`),
  );
  const head: ModelHead = {
    name: MODEL,
    tables: { ...tables, signals: headOf(signals.table, SIGNALS) },
    sentiment,
    signals: barsOf(bars, signals),
  };
  return encodeModel(head, { ...table, signals: signals.table });
}

/** The bar is for sums with the bias: the file's sums have none. */
function barsOf(bars: readonly number[], { biases }: TrainedTable): ModelHead['signals'] {
  return Object.fromEntries(
    SIGNALS.map((id, answer) => [
      id,
      { bar: rounded((bars[answer] ?? 0) - (biases[answer] ?? 0)) },
    ]),
  );
}

async function learnSentiment({ sets, corpus, languages, seed, tell }: TrainingInput) {
  const words = lexiconWords(languages);
  const learnt = sets.filter(({ split }) => split === 'train');
  const trial = await trainInWorker(sentimentTask(learnt, corpus, words, seed), (line) =>
    tell(`sentiment, to set its probabilities: ${line}`),
  );
  const sentiment = Object.fromEntries(
    languages.map((language) => [
      language,
      calibrationOf(
        trial.table,
        sets.filter((row) => row.split === 'dev' && row.language === language),
      ),
    ]),
  );
  const { table } = await trainInWorker(sentimentTask(sets, corpus, words, seed), (line) =>
    tell(`sentiment: ${line}`),
  );
  return { sentiment, table };
}

async function learnSignals(input: TrainingInput) {
  const { sets, corpus, seed, tell } = input;
  const bars = await signalBars(input);
  const signals = await trainInWorker(signalTask(corpus, sets, seed), (line) =>
    tell(`signals: ${line}`),
  );
  const { table: languages } = await trainInWorker(languageTask(sets, corpus, seed), (line) =>
    tell(`languages: ${line}`),
  );
  return { bars, signals, languages };
}

function headOf(table: FeatureTable, answers: readonly string[]) {
  return { buckets: table.buckets, answers, scale: table.scale };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/**
 * Probabilities as the texts of the language fall; the label by the same sums as if every set held as many texts of each of its
 * labels, so that a rare label is heard too.
 */
function calibrationOf(table: FeatureTable, rows: readonly LabelledText[]): SentimentCalibration {
  const judged = rows.flatMap(({ label, text, set }) => {
    if (label === null) return [];
    const [negative = 0, positive = 0] = sumsOf(table, text);
    const right = label === 'negative' ? 0 : label === 'positive' ? 1 : 2;
    return [
      {
        negative,
        positive,
        right,
        counts: 1,
        place: `${set} ${label}`,
      },
    ];
  });
  const alike = new Map<string, number>();
  for (const { place } of judged) alike.set(place, (alike.get(place) ?? 0) + 1);
  const even = calibrate(
    judged.map((row) => ({ ...row, counts: 1 / (alike.get(row.place) ?? 1) })),
  );
  return { ...calibrate(judged), even };
}

/** The bar of each answer, from sums of corpus rows whose scenario the table did not learn. */
async function signalBars({
  corpus,
  sets,
  seed,
  tell,
}: Pick<TrainingInput, 'corpus' | 'sets' | 'seed' | 'tell'>): Promise<number[]> {
  const sums: Float64Array[] = [];
  const rows: CorpusText[] = [];
  for (let fold = 0; fold < FOLDS_FOR_BARS; fold += 1) {
    const learnt = corpus.filter(({ scenario }) => foldOf(scenario) !== fold);
    const { table, biases } = await trainInWorker(signalTask(learnt, sets, seed), (line) =>
      tell(`signals, to set their bars: ${line}`),
    );
    for (const row of corpus.filter(({ scenario }) => foldOf(scenario) === fold)) {
      sums.push(sumsOf(table, row.text).map((sum, answer) => sum + (biases[answer] ?? 0)));
      rows.push(row);
    }
  }
  const shown = rows.map(signalsOf);
  return SIGNALS.map((_, answer) =>
    barOf(
      sums.map((of) => of[answer] ?? 0),
      shown.map((bits) => ((bits >>> answer) & 1) === 1),
    ),
  );
}

/** What the table makes of the text, an answer each. */
function sumsOf(table: FeatureTable, text: string): Float64Array {
  const sums = new Float64Array(table.answers);
  features.read(normalise(text).text);
  table.sum(features.hashes, features.count, sums);
  return sums;
}

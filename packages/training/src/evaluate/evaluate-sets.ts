import { understand } from '@redress/language';
import { grouped } from '../grouped.ts';
import { SENTIMENTS, type LabelledText, type SentimentLabel } from '../labelled-text.ts';
import { areaUnderCurve, calibrationBins, macroF1, type CalibrationBin } from './measures.ts';

export interface SetFigures {
  readonly set: string;
  readonly language: string;
  readonly count: number;
  /** Negative against positive; NaN where the set has one side alone. */
  readonly auc: number;
  /** Of three labels; unknown counts as wrong. */
  readonly macroF1: number;
  /** Share of texts of which nothing is said. */
  readonly unknown: number;
}

export interface LanguageCalibration {
  readonly language: string;
  readonly bins: readonly CalibrationBin[];
}

/** How many texts of each label were said to be what, `unknown` among it. */
export type Confusion = Readonly<Record<SentimentLabel, ReadonlyMap<string, number>>>;

/** What `understand` says of every labelled text, a row a set, and how far its probabilities can be believed, a row a language. */
export function evaluateSets(rows: readonly LabelledText[]): {
  readonly sets: readonly SetFigures[];
  readonly calibrations: readonly LanguageCalibration[];
  readonly confusion: Confusion;
} {
  const judged = rows.flatMap(({ set, language, label, text }) => {
    if (label === null) return [];
    const { sentiment } = understand({ text, language });
    return [{ set, language, label, sentiment }];
  });
  const bySet = grouped(judged, ({ set }) => set);
  const sets = [...bySet].map(([set, of]) => {
    const sided = of.filter(({ label }) => label !== 'neutral');
    return {
      set,
      language: of[0]?.language ?? '',
      count: of.length,
      auc: areaUnderCurve(
        sided.map(({ sentiment }) => sentiment.negative - sentiment.positive),
        sided.map(({ label }) => label === 'negative'),
      ),
      macroF1: macroF1(
        of.map(({ sentiment }) => sentiment.label),
        of.map(({ label }) => label),
      ),
      unknown: of.filter(({ sentiment }) => sentiment.label === 'unknown').length / of.length,
    };
  });
  const byLanguage = grouped(judged, ({ language }) => language);
  const calibrations = [...byLanguage].map(([language, of]) => {
    const likeliest = of.map(({ sentiment }) =>
      SENTIMENTS.reduce((best, label) => (sentiment[label] > sentiment[best] ? label : best)),
    );
    return {
      language,
      bins: calibrationBins(
        of.map(({ sentiment }, row) => sentiment[likeliest[row] ?? 'neutral']),
        of.map(({ label }, row) => label === likeliest[row]),
      ),
    };
  });
  const said = (label: SentimentLabel): ReadonlyMap<string, number> => {
    const of = judged.filter((row) => row.label === label);
    const counts = [...grouped(of, ({ sentiment }) => sentiment.label)];
    return new Map(counts.map(([as, texts]) => [as, texts.length]));
  };
  const confusion = {
    negative: said('negative'),
    neutral: said('neutral'),
    positive: said('positive'),
  };
  return { sets, calibrations, confusion };
}

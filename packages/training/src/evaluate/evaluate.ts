import path from 'node:path';
import { readLabelledSets } from '../read-labelled-sets.ts';
import { evaluateKinds, type KindFigures } from './evaluate-kinds.ts';
import { evaluateLanguages, type LanguageFigures } from './evaluate-languages.ts';
import { evaluateSets, type LanguageCalibration, type SetFigures } from './evaluate-sets.ts';
import { evaluateTexts, type TextFigures } from './evaluate-texts.ts';
import { readEvaluationTexts } from './evaluation-text.ts';
import { readKindTexts } from './kind-text.ts';

export interface Evaluation {
  readonly sets: readonly SetFigures[];
  readonly calibrations: readonly LanguageCalibration[];
  readonly texts: readonly TextFigures[];
  readonly kinds: readonly KindFigures[];
  readonly languages: readonly LanguageFigures[];
}

/** Judges the product's answers by the test sets of the data folder and by the evaluation texts of the repository. */
export function evaluate(data: string, tell: (line: string) => void): Evaluation {
  const rows = readLabelledSets(path.join(data, 'test'));
  tell(`${String(rows.length)} texts of ${String(new Set(rows.map(({ set }) => set)).size)} sets`);
  const { sets, calibrations } = evaluateSets(rows);
  tell('the evaluation texts');
  const texts = [...readEvaluationTexts()].map(([language, of]) => evaluateTexts(language, of));
  const kinds = evaluateKinds(readKindTexts());
  tell('languages of short texts');
  return { sets, calibrations, texts, kinds, languages: evaluateLanguages(rows) };
}

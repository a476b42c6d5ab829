import path from 'node:path';
import { readLabelledSets } from '../read-labelled-sets.ts';
import { evaluateKinds, type KindFigures } from './evaluate-kinds.ts';
import { evaluateLanguages, type LanguageFigures } from './evaluate-languages.ts';
import { bestPeers, type BestPeer, type Peers } from './evaluate-peers.ts';
import {
  evaluateSets,
  type Confusion,
  type LanguageCalibration,
  type SetFigures,
} from './evaluate-sets.ts';
import { evaluateTexts, type TextFigures } from './evaluate-texts.ts';
import { readEvaluationTexts, type EvaluationText } from './evaluation-text.ts';
import { readKindTexts } from './kind-text.ts';

export interface Evaluation {
  readonly sets: readonly SetFigures[];
  /** By set, where a peer reads it. */
  readonly peers: ReadonlyMap<string, BestPeer>;
  readonly confusion: Confusion;
  readonly calibrations: readonly LanguageCalibration[];
  readonly texts: readonly TextFigures[];
  readonly kinds: readonly KindFigures[];
  readonly languages: readonly LanguageFigures[];
}

/** Judges the product's answers by the test sets of the data folder and by the evaluation texts of the repository, and what peers say of the same sets. */
export async function evaluate(
  data: string,
  peers: Peers,
  tell: (line: string) => void,
): Promise<Evaluation> {
  const rows = readLabelledSets(path.join(data, 'test'));
  tell(`${String(rows.length)} texts of ${String(new Set(rows.map(({ set }) => set)).size)} sets`);
  const { sets, calibrations, confusion } = evaluateSets(rows);
  tell('peers');
  const best = await bestPeers(rows, peers.sentiment);
  tell('the evaluation texts');
  const written = readEvaluationTexts();
  const texts = [...written].map(([language, of]) => evaluateTexts(language, of));
  const kinds = evaluateKinds(readKindTexts());
  tell('languages of short texts');
  const short = [...rows, ...sentencesOf(written, WITHOUT_SET)];
  const languages = evaluateLanguages(short, peers.language);
  return { sets, peers: best, confusion, calibrations, texts, kinds, languages };
}

/** No public set holds it: its language is judged by the sentences of the evaluation texts. */
const WITHOUT_SET = 'uk';

function sentencesOf(
  written: ReadonlyMap<string, readonly EvaluationText[]>,
  language: string,
): { language: string; text: string }[] {
  return (written.get(language) ?? [])
    .map(({ text, turns }) => text ?? turns?.map((turn) => turn.text).join(' ') ?? '')
    .flatMap((text) => text.split(/(?<=[.!?…])\s+/u))
    .map((text) => ({ language, text }));
}

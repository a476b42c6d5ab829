import { RedressError } from '@redress/runtime';
import { decodeModel, type LanguageModel } from '@redress/language/model';
import {
  compareModels,
  comparisonTable,
  isLearnt,
  judgedCases,
  judgeNewModel,
  splitCases,
  type BothSets,
  type JudgedText,
  type OwnCase,
} from '@redress/training';
import type { ModelPlaces } from './model-places.ts';
import { takeModel } from './replace-model.ts';

/** Fewer cases kept aside tell nothing of a new model: the margin would be wider than any gain. About a hundred in all bring them. */
const LEAST_KEPT_ASIDE = 20;

export interface TrainFromStoreOptions {
  readonly examples: readonly OwnCase[];
  readonly inUse: LanguageModel;
  /** Texts that ship to judge by. */
  readonly shipped: readonly JudgedText[];
  readonly places: ModelPlaces;
  /** Compares and puts nothing in use. */
  readonly dryRun: boolean;
  /** Learns from the cases beside everything else; answers the bytes of a model. */
  readonly learn: (cases: readonly OwnCase[]) => Promise<Uint8Array>;
  /** Told how far it is. */
  readonly tell: (line: string) => void;
  /** Shown the comparison and the verdict. */
  readonly show: (text: string) => void;
}

/** What came of it, as the command prints it. */
export interface TrainedFromStore extends BothSets {
  /** The new model is in use from the next start on. */
  readonly taken: boolean;
  readonly dryRun: boolean;
  readonly reason: string;
  readonly file: string;
  readonly cases: {
    readonly learnt: number;
    readonly keptAside: number;
    /** In a language that no model learns. */
    readonly leftOut: number;
  };
}

/**
 * Learns from cases that owners confirmed, all but a fifth of the customers, and compares the new model with the one in use on that fifth and on the texts
 * that ship. Taken by the rule of `judgeNewModel`; else everything stays as it is. Throws REDRESS_TOO_FEW_EXAMPLES, with nothing learnt.
 */
export async function trainFromStore({
  examples,
  inUse,
  shipped,
  places,
  dryRun,
  learn,
  tell,
  show,
}: TrainFromStoreOptions): Promise<TrainedFromStore> {
  const usable = examples.filter(isLearnt);
  const { learnt, keptAside } = splitCases(usable);
  const cases = {
    learnt: learnt.length,
    keptAside: keptAside.length,
    leftOut: examples.length - usable.length,
  };
  if (keptAside.length < LEAST_KEPT_ASIDE) throw tooFew(cases);
  tell(
    `${String(usable.length)} confirmed cases: ${String(learnt.length)} to learn from, ${String(keptAside.length)} kept aside to judge by`,
  );
  const bytes = await learn(learnt);
  const model = decodeModel(bytes);
  const both = {
    shipped: compareModels(shipped, inUse, model),
    own: compareModels(judgedCases(keptAside), inUse, model),
  };
  const { taken: isBetter, reason } = judgeNewModel(both);
  const taken = isBetter && !dryRun;
  if (taken) await takeModel(places, bytes);
  show(`\n${comparisonTable(both)}\n`);
  show(sentenceOf({ isBetter, dryRun, reason, file: places.file }));
  return { taken, dryRun, reason, file: places.file, cases, ...both };
}

function sentenceOf({
  isBetter,
  dryRun,
  reason,
  file,
}: {
  readonly isBetter: boolean;
  readonly dryRun: boolean;
  readonly reason: string;
  readonly file: string;
}): string {
  if (!isBetter) return `The model in use stays, the new one is not taken: ${reason}.`;
  if (dryRun) return `The new model would be taken: ${reason}. Nothing was changed (--dry-run).`;
  return `The new model is taken: ${reason}. It is ${file}; start Redress again to read by it, and \`redress train --roll-back\` puts the former one back.`;
}

function tooFew({ learnt, keptAside }: TrainedFromStore['cases']): RedressError {
  return new RedressError(
    'REDRESS_TOO_FEW_EXAMPLES',
    `Nothing was learnt: the store has ${String(learnt + keptAside)} confirmed cases, ${String(keptAside)} of them of customers that are kept aside to judge by, and ${String(LEAST_KEPT_ASIDE)} of those are needed (about ${String(LEAST_KEPT_ASIDE * 5)} in all). Owners confirm the causes when they resolve a task.`,
  );
}

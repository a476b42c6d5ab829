import type { ShownCause } from './causes.ts';
import type { ModelReading } from './model-reading.ts';

/**
 * Log-odds that a text shows a cause: a logistic regression over what the lexicon found, how far the model's sum lies above its bar, and how ill the
 * text feels, fitted on texts in five languages by hands that had written neither the lexicon nor what the model learnt (`npm run evaluate` tells how well it
 * does on others still).
 */
const ODDS = { none: -3.25, model: 2.4, strong: 2.3, negative: 1 } as const;
/**
 * About where F1 is highest on the same texts. What a strong phrase shows needs least; where phrases explain the text already, or nobody complains, the model
 * must be surer to add a cause. Where no lexicon reads, a cause is told from where its sum is right most often.
 */
const BARS = {
  alone: -2.35,
  strong: -1.8,
  any: -0.7,
  besideStrong: 0.3,
  besideSeveral: 2,
} as const;
/** A strong phrase of the lexicon shows a cause so likely; several different ones, likelier. */
const STRONG = 0.8;
const SEVERAL = 0.85;
const HIT = 0.5;
const FARTHEST = 4;

/** What is known of a text beside single causes. */
export interface SettledBy {
  /** How likely the whole text is negative, 0 to 1. */
  readonly negative: number;
  /** The customer holds something against the company. */
  readonly grievance: boolean;
  /** Something was solved, renewed or kept. */
  readonly good: boolean;
  /** False where a text is too short for the model to name what the lexicon does not. */
  readonly long: boolean;
}

/**
 * The causes that lexicon and model show together, likeliest first; `found` is null where no lexicon reads. Evidence is the lexicon's where it has any, else
 * the words that speak most for the cause in the model. Probability is 0.5 at the bar. What the lexicon is surest of stands, as does what it finds in a
 * question, and in a grievance that nothing else explains each strong phrase.
 */
export function settleCauses(
  found: readonly ShownCause[] | null,
  model: ModelReading,
  by: SettledBy,
): ShownCause[] {
  const settled: ShownCause[] = [];
  const bar = barBeside(found, by);
  // calls made by the company sound like contacts, and are none
  const calledUpon = found?.some((each) => each.id === 'communication-overload') === true;
  for (const [id, above] of model.causes) {
    const hit = found?.find((each) => each.id === id);
    if (hit === undefined && (!by.long || (id === 'repeat-contact' && calledUpon))) continue;
    const likely = hit?.probability ?? 0;
    const odds =
      ODDS.none +
      ODDS.model * Math.max(-FARTHEST, Math.min(FARTHEST, above)) +
      (likely >= STRONG ? ODDS.strong : 0) +
      ODDS.negative * by.negative;
    const probability = 1 / (1 + Math.exp((likely >= STRONG ? BARS.strong : bar) - odds));
    if (hit !== undefined && stands(hit))
      settled.push({ ...hit, probability: Math.max(likely, probability) });
    else if (probability >= 0.5)
      settled.push({
        ...{ id, probability, stated: hit?.stated ?? true },
        evidence: hit?.evidence ?? model.words(id),
      });
  }
  if (settled.length === 0 && by.grievance)
    settled.push(...(found?.filter(({ probability }) => probability >= STRONG) ?? []));
  return settled.sort((a, b) => b.probability - a.probability);
}

function stands({ certain, probability }: ShownCause): boolean {
  return certain === true || probability >= SEVERAL || (probability >= HIT && probability < STRONG);
}

/** The bar of a cause for which the lexicon has no phrase. */
function barBeside(found: readonly ShownCause[] | null, { grievance, good }: SettledBy): number {
  if (found === null) return BARS.alone;
  if (good && !grievance) return Infinity;
  const likeliest = Math.max(0, ...found.map(({ probability }) => probability));
  if (likeliest >= SEVERAL) return BARS.besideSeveral;
  return likeliest >= STRONG || !grievance ? BARS.besideStrong : BARS.any;
}

import type { Comparison, Contrast } from './compare-models.ts';

/** The new model and the one in use, on the texts that ship and on own cases that neither learnt from. */
export interface BothSets {
  readonly shipped: Comparison;
  readonly own: Comparison;
}

/** Whether the new model is to be taken, and why or why not in a sentence. */
export interface Verdict {
  readonly taken: boolean;
  readonly reason: string;
}

/**
 * The rule: a difference within its margin is a tie. A new model that is worse beyond it is never taken, on either set, in causes or detractors. One that
 * is better on the own cases beyond it is taken. Where that is a tie it is taken only if it hears more there all the same and no less on the texts that ship.
 */
export function judgeNewModel({ shipped, own }: BothSets): Verdict {
  const worse = [
    ['causes', 'the texts that ship', shipped.causes],
    ['detractors', 'the texts that ship', shipped.detractor],
    ['causes', 'your own cases', own.causes],
    ['detractors', 'your own cases', own.detractor],
  ] as const;
  for (const [what, where, contrast] of worse)
    if (contrast.difference < -contrast.margin)
      return { taken: false, reason: `it tells ${what} worse on ${where}, ${told(contrast)}` };
  if (own.causes.difference > own.causes.margin)
    return {
      taken: true,
      reason: `it tells causes better on your own cases, ${told(own.causes)}, and nothing worse`,
    };
  if (own.causes.difference <= 0)
    return {
      taken: false,
      reason: `it tells causes no better on your own cases, ${told(own.causes)}`,
    };
  return shipped.causes.difference >= 0
    ? {
        taken: true,
        reason: `it tells causes a little better on your own cases, ${told(own.causes)}, and no worse on the texts that ship`,
      }
    : {
        taken: false,
        reason: `on your own cases it is a tie, ${told(own.causes)}, and it tells causes less well on the texts that ship, ${told(shipped.causes)}`,
      };
}

function told({ difference, margin }: Contrast): string {
  return `${signed(difference)} ± ${margin.toFixed(3)}`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

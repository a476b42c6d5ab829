import type { Understanding } from '@redress/contracts';
import type { ShownCause } from './causes.ts';
import { quote } from './evidence.ts';
import type { NormalText } from './normalise.ts';

/** The causes as they are told: probabilities of three decimals, the words as the customer wrote them. */
export function quoteCauses(
  customer: NormalText,
  shown: readonly ShownCause[],
): Understanding['causes'] {
  return shown.map(({ id, probability, evidence }) => ({
    id,
    probability: Math.round(probability * 1000) / 1000,
    evidence: quote(customer, evidence),
  }));
}

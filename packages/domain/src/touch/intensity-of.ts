import type { Understanding } from '@redress/contracts';

/** How strongly ill feeling is worded, 0 to 1. Readings from before there was an intensity told it as the negative share. */
export function intensityOf({ intensity, sentiment }: Understanding): number {
  return intensity ?? sentiment.negative;
}

import type { Channel, Score, Turn } from '@redress/contracts';

/** What one customer said, with what is known of it besides the words. */
export interface UnderstandInput {
  readonly text?: string;
  readonly turns?: Turn[];
  readonly channel?: Channel;
  readonly score?: Score;
  readonly language?: string;
  readonly touchpoint?: string;
  readonly minutes?: number;
  /** When it was said, an ISO instant: dates without a year are the nearest past ones from here. */
  readonly at?: string;
  /** Names of other companies, beside those that the text itself tells. */
  readonly competitors?: readonly string[];
}

import type { Channel, Score, Turn } from '@redress/contracts';
import type { ListedCompetitor } from './extract/listed-competitor.ts';
import type { TouchpointWords } from './listed-touchpoints.ts';

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
  /** Other companies, beside those that the text itself tells. What is made of a list is kept with it: hand over the same one for every text. */
  readonly competitors?: readonly ListedCompetitor[];
  /** Words for touchpoints, beside the lexicon's. Kept as the list of competitors is. */
  readonly touchpointWords?: TouchpointWords;
}

import type { Words } from '../words-source.ts';

/** How dates are written in one language. */
export interface DateWords {
  /** January to December, each with its forms and short forms. */
  readonly months: readonly Words[];
  /** Directly after the day: "12th". */
  readonly daySuffixes: Words;
  /** Between day and month: "12th of March". */
  readonly between: Words;
  /** Between two days of one month: "from 3 to 10 March". */
  readonly and: Words;
  /** Before a day and a month in figures, without a year: "z dnia 12.03". */
  readonly lead: Words;
  /** After the year: "г.", "roku". A year of two figures needs it. */
  readonly yearSuffixes: Words;
  /** Before a year: "พ.ศ.". */
  readonly yearLead: Words;
  /** Before figures that are no date: "version 10.12.15". */
  readonly not: Words;
  /** The month may stand first: "March 12th". */
  readonly monthFirst?: true;
  /** Whether the month may stand first in figures too, so that 03/04/2026 cannot be told. */
  readonly ambiguous?: true;
  /** Years may be Buddhist. */
  readonly buddhist?: true;
  /** Words that are months only where they look like names: "May". */
  readonly capitalised?: Words;
}

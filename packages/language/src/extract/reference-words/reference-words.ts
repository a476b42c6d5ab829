import type { ReferenceKind } from '@redress/contracts';
import type { Words } from '../words-source.ts';

/** The words that stand beside numbers in one language. */
export interface ReferenceWords {
  /** Things that are told apart by numbers: "order 4711-22". */
  readonly things: Readonly<Record<Exclude<ReferenceKind, 'other'>, Words>>;
  /** Things whose number must be called one: "customer number 123", but "customer 123". */
  readonly loose: Words;
  /** "number", "no.". */
  readonly markers: Words;
  /** "reference": a marker that tells of a number of ours even where no thing is named. */
  readonly references: Words;
  /** What may stand between: "order number is". */
  readonly links: Words;
  /** Numbers of these are none of ours: phones, rooms, flats. */
  readonly others: Words;
  /** Directly before a thing without "number": a quantity follows, "we order 15000". */
  readonly quantity: Words;
  /** Between two references of one kind. */
  readonly and: Words;
  /** What may be glued to the start of a word. */
  readonly prefix?: Words;
}

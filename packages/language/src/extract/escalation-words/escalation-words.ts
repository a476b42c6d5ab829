import type { Pattern } from '../../lexicon.ts';

/** How customers of one language ask for someone higher, in the notation of the lexicons. */
export interface EscalationWords {
  /** Named alternatives: `@boss`, `@ask` and what else the patterns use. */
  readonly groups: Readonly<Record<string, string>>;
  /** Asks for someone higher, or writes to them. */
  readonly asked: readonly Pattern[];
  /** What overlaps one of these does not count: "no need to speak to a manager". */
  readonly unless: readonly Pattern[];
}

/** Kinds of trouble with Redress itself that somebody hears of. */
export const OPS_KINDS = ['dead-letters', 'lag', 'relay', 'consumer'] as const;
export type OpsKind = (typeof OPS_KINDS)[number];

/** How far one stage is: records it has not read, and how many it has read in all. */
export interface StageFigures {
  readonly stage: string;
  readonly lag: number;
  readonly position: number;
}

/** What is known at one look; null where what would tell it does not answer. */
export interface OpsFigures {
  /** Dead letters nobody was told of, by the kind of their reason. */
  readonly deadLetters: readonly { readonly reason: string; readonly count: number }[] | null;
  readonly stages: readonly StageFigures[] | null;
  /** Age in seconds of the oldest row that waits to go out, 0 where none does. */
  readonly outboxSeconds: number | null;
  /** Consumers that ended by themselves, with why. */
  readonly stopped: readonly { readonly consumer: string; readonly reason: string }[];
}

/** A kind of trouble that lasts. */
export interface OpenTrouble {
  readonly since: string;
  /** When somebody was last told. */
  readonly toldAt: string;
  /** Since when it has been away; it is over once that has lasted. */
  readonly clearSince: string | null;
}

/** What a watch remembers from one look to the next. */
export interface OpsState {
  /** Stages at earlier looks, oldest first, as far back as the policy looks. */
  readonly looks: readonly { readonly at: string; readonly stages: readonly StageFigures[] }[];
  /** Since when nothing can be said about the outbox. */
  readonly outboxUnseenSince: string | null;
  readonly open: Readonly<Partial<Record<OpsKind, OpenTrouble>>>;
}

/** What a watch that begins remembers: nothing. */
export const NEW_OPS_STATE: OpsState = { looks: [], outboxUnseenSince: null, open: {} };

/** Something to tell: that trouble began, that it lasts, or that it is over. */
export interface OpsNotice {
  readonly kind: OpsKind;
  readonly phase: 'begun' | 'lasts' | 'over';
  readonly since: string;
  readonly figures: OpsFigures;
}

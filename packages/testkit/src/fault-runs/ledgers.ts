/** What one feedback was answered 2xx for, as its sender wrote it down. */
export interface SentFeedback {
  readonly feedbackId: string;
  readonly eventId: string;
  /** Who spoke; whoever is told apart here is one customer there. */
  readonly customer: string;
  /** Says something that somebody must follow up. */
  readonly complains: boolean;
}

/** What the store holds once all is quiet. */
export interface StoreLedger {
  readonly feedback: readonly {
    readonly feedbackId: string;
    /** Null where nothing was decided. */
    readonly outcome: string | null;
    readonly taskId: string | null;
  }[];
  /** Ids of the events whose effects are committed. */
  readonly appliedEvents: readonly string[];
  readonly tasks: readonly {
    readonly id: string;
    readonly customerId: string;
    readonly version: number;
  }[];
  readonly deliveries: readonly StoredDelivery[];
  readonly deadLetters: readonly { readonly feedbackId: string | null; readonly reason: string }[];
}

export interface StoredDelivery {
  readonly id: string;
  readonly taskId: string | null;
  readonly cycle: number;
  readonly recipient: string;
  readonly kind: string;
  readonly state: string;
  readonly messageId: string;
  readonly version: number;
  readonly news: readonly {
    readonly code: string;
    readonly feedbackId: string | null;
    readonly text: string;
  }[];
}

/** What the state topics say last; what is missing there cannot be made again from the log. */
export interface LogLedger {
  /** Version by id. */
  readonly tasks: ReadonlyMap<string, number>;
  readonly deliveries: ReadonlyMap<string, number>;
  /** Feedbacks whose outcome was told. */
  readonly decided: ReadonlySet<string>;
}

/** A mail that the mail server took. */
export interface TakenMail {
  readonly messageId: string;
}

export interface Ledgers {
  /** Each feedback once, however often it was sent. */
  readonly sent: readonly SentFeedback[];
  readonly store: StoreLedger;
  readonly log: LogLedger;
  readonly mails: readonly TakenMail[];
}

/** What a run was made to lose on purpose, and is not to be held against it. */
export interface Expected {
  /** Dead letters of bytes that no feedback was answered for. */
  readonly deadLetters?: number;
  /** Deliveries that a mail server refused for good. */
  readonly failedDeliveries?: number;
}

/** Where the ledgers differ; every list empty and both numbers zero where nothing was lost or doubled. */
export interface LedgerVerdict {
  /** Answered with yes, and not in the store with an outcome; or its event is not applied; or its customer's complaint has no task; or nobody was told of a task; or a mail that is written down as sent never came. */
  readonly lost: readonly Finding[];
  /** Tasks beyond the first of a customer, and feedbacks that opened one although their customer had one. */
  readonly duplicateTasks: readonly Finding[];
  /** Mails beyond the first of a Message-ID, one finding each: what a crash between a server's yes and our record of it may cause. */
  readonly sameMail: readonly Finding[];
  /** Deliveries that tell the same recipient the same news under another Message-ID: never to be. */
  readonly otherMail: readonly Finding[];
  /** Mails that no delivery knows of. */
  readonly unknownMail: readonly Finding[];
  /** Put aside although somebody was answered yes for it, or more of them than expected. */
  readonly deadLettered: readonly Finding[];
  /** In the store, and not on its topic as the store has it: committed, and lost on the way out. */
  readonly unpublished: readonly Finding[];
  /** Deliveries that are neither sent nor settled. */
  readonly unfinished: readonly Finding[];
}

/** One difference: whose, and what in words. */
export interface Finding {
  readonly id: string;
  readonly what: string;
}

/** A message taken from the queue; it is hidden from others until its visibility ends. */
export interface QueueMessage {
  readonly id: string;
  /** Names this receipt; changes with each receive. */
  readonly receipt: string;
  /** Of our own messages: ids and versions only, never personal data. */
  readonly body: string;
  /** How often it was received, this time included. */
  readonly receiveCount: number;
}

/** How long to wait for a first message. */
export interface ReceiveWait {
  /** At most 20; a few are best, because what is handed over to a wait that was cut is hidden from everybody. Some engines answer at once. */
  readonly seconds: number;
  /** Ends the wait: at once, or in a few seconds where messages could be lost from sight otherwise. */
  readonly signal: AbortSignal;
}

/** A work queue: at least once, no order. */
export interface WorkQueue {
  /** What it is called in logs and dead letters. */
  readonly name: string;
  /**
   * Puts messages; each becomes visible after its delay in seconds, or after the longest delay that the engine knows (SQS: 900): whoever receives
   * judges whether it is time. Resolves when they are durable. Where it throws, some may have been put; sending all again does no harm to a receiver
   * that expects repeats.
   */
  send(
    messages: readonly { readonly body: string; readonly delaySeconds?: number }[],
  ): Promise<void>;
  /** Takes up to `max` visible messages and hides them for `visibilitySeconds`; answers at once unless told to wait. */
  receive(
    max: number,
    visibilitySeconds: number,
    wait?: ReceiveWait,
  ): Promise<readonly QueueMessage[]>;
  /** Done with it. A receipt that is no longer valid is ignored. */
  delete(message: QueueMessage): Promise<void>;
  /** Visible again in so many seconds: 0 gives it back, more extends or backs off, up to 12 hours. A receipt that is no longer valid is ignored. */
  changeVisibility(message: QueueMessage, seconds: number): Promise<void>;
  /** How many wait, are hidden, and were put aside after `maxReceives`. */
  depth(): Promise<{ readonly visible: number; readonly hidden: number; readonly dead: number }>;
  /** Puts dead messages back; answers how many. */
  redrive(): Promise<number>;
  /** Resolves if the engine answers; throws a RedressError otherwise. */
  ping(): Promise<void>;
}

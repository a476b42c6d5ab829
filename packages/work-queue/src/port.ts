/** A message taken from the queue; it is hidden from others until its visibility ends. */
export interface QueueMessage {
  readonly id: string;
  /** Names this receipt; changes with each receive. */
  readonly receipt: string;
  /** Ids and versions only, never personal data. */
  readonly body: string;
  /** How often it was received, this time included. */
  readonly receiveCount: number;
}

/** The work queue between notifier and courier: at least once, no order. */
export interface WorkQueue {
  /** Puts messages; each becomes visible after its delay in seconds. Resolves when they are durable. */
  send(
    messages: readonly { readonly body: string; readonly delaySeconds?: number }[],
  ): Promise<void>;
  /** Takes up to `max` visible messages and hides them for `visibilitySeconds`. */
  receive(max: number, visibilitySeconds: number): Promise<readonly QueueMessage[]>;
  /** Done with it. A receipt that is no longer valid is ignored. */
  delete(message: QueueMessage): Promise<void>;
  /** Visible again in so many seconds: 0 gives it back, more extends or backs off. */
  changeVisibility(message: QueueMessage, seconds: number): Promise<void>;
  /** How many wait, are hidden, and were put aside after `maxReceives`. */
  depth(): Promise<{ readonly visible: number; readonly hidden: number; readonly dead: number }>;
  /** Puts dead messages back; answers how many. */
  redrive(): Promise<number>;
  ping(): Promise<void>;
}

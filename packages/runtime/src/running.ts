/** Something started. `stop` ends intake, finishes what is in hand and resolves when nothing runs any more; it may be called twice. */
export interface Running {
  stop(): Promise<void>;
}

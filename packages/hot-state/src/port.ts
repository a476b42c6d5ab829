/** Fast, forgetful state: claims, rates, live updates. It may be emptied at any moment; no answer rests on it alone. */
export interface HotState {
  /** True for the first to claim a key within its time to live, false afterwards. */
  claim(key: string, ttlSeconds: number): Promise<boolean>;
  /** Counts one use of a key in a fixed window; true while within the limit. */
  withinLimit(key: string, limit: number, windowSeconds: number): Promise<boolean>;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Tells everybody who listens on a channel; best effort. */
  publish(channel: string, message: string): Promise<void>;
  /**
   * Listens until the returned function is called. `reached` hears when news of other processes stops coming through (false) and when it comes
   * again (true): what was told in between is lost, so look at everything once. Never called where nothing can come between.
   */
  subscribe(
    channel: string,
    listen: (message: string) => void,
    reached?: (reaches: boolean) => void,
  ): Promise<() => Promise<void>>;
  /** Forgets every claim, count and value of ours; nothing of others who share a server. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Who listens to what in this process. */
export interface Channels {
  /** Calls everyone who listens, after what runs now. */
  notify(channel: string): void;
  listen(channel: string, listener: () => void): () => void;
  /** Nobody is called any more. */
  end(): void;
}

export function createChannels(): Channels {
  const listeners = new Map<string, Set<() => void>>();
  return {
    notify(channel) {
      for (const listener of listeners.get(channel) ?? []) {
        queueMicrotask(() => {
          if (listeners.get(channel)?.has(listener) === true) listener();
        });
      }
    },
    listen(channel, listener) {
      // The same function twice is two listeners.
      const own = (): void => {
        listener();
      };
      const ofChannel = listeners.get(channel) ?? new Set();
      listeners.set(channel, ofChannel.add(own));
      return () => {
        ofChannel.delete(own);
      };
    },
    end() {
      listeners.clear();
    },
  };
}

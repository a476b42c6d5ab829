import { closedError } from '../store-error.ts';

/** What was asked and is not answered yet. */
export interface InHand {
  /** Does something, unless the store was closed before. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Takes nothing more; resolves when nothing is in hand. */
  close(): Promise<void>;
}

export function createInHand(): InHand {
  let count = 0;
  let closed = false;
  let emptied: () => void = () => undefined;
  const empty = new Promise<void>((resolve) => {
    emptied = resolve;
  });
  const settle = (): void => {
    if (closed && count === 0) emptied();
  };
  return {
    async take(work) {
      if (closed) throw closedError();
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        settle();
      }
    },
    close() {
      closed = true;
      settle();
      return empty;
    },
  };
}

import type { Logger } from './logger.ts';

/** Something that was opened or started. */
export type Closable = { close(): Promise<unknown> } | { stop(): Promise<unknown> };

/** Keeps something, to be closed with the rest; answers it. */
export type Own = <T extends Closable>(opened: T) => T;

/** Things that belong to one process. */
export interface Owned {
  readonly own: Own;
  /** Closes all that is owned now, last opened first; one that fails does not keep the others open. Never throws; may be called again. */
  readonly close: () => Promise<void>;
}

/** Begins with nothing owned. */
export function createOwned(logger: Logger): Owned {
  const opened: Closable[] = [];
  let closing: Promise<void> = Promise.resolve();

  const closeAll = async (): Promise<void> => {
    for (let next = opened.pop(); next !== undefined; next = opened.pop()) {
      try {
        await ('close' in next ? next.close() : next.stop());
      } catch (err) {
        logger.error({ err }, 'something could not be closed');
      }
    }
  };
  return {
    own: (one) => {
      opened.push(one);
      return one;
    },
    close: () => (closing = closing.then(closeAll)),
  };
}

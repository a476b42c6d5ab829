/** Wakes everybody who waits at that moment. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring. */
  rung(): Promise<void>;
}

/** Makes a bell. */
export function createBell(): Bell {
  let wake: () => void;
  let next: Promise<void>;
  const renew = (): void => {
    next = new Promise((resolve) => {
      wake = resolve;
    });
  };
  renew();
  return {
    ring() {
      const waking = wake;
      renew();
      waking();
    },
    rung: () => next,
  };
}

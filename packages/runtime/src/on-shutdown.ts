import type { Logger } from './logger.ts';

/** What tells of signals and lost errors: the process, or an emitter in tests. */
export interface SignalSource {
  on(event: string, listener: (detail: unknown) => void): unknown;
  off(event: string, listener: (detail: unknown) => void): unknown;
}

export interface ShutdownOptions {
  readonly logger: Logger;
  readonly exit?: (code: number) => void;
  readonly signals?: readonly string[];
  /** Longest time for `stop` (25 s: orchestrators kill after 30). */
  readonly deadlineMs?: number;
  readonly source?: SignalSource;
}

/**
 * On the first signal calls `stop` once and exits with 0, or with 1 when it throws or is late; a second signal exits with 1 at once.
 * A rejection or exception nobody caught is logged and exits with 1: the state is unknown, and everything accepted is on disk.
 * Answers a function that takes the listeners away.
 */
export function onShutdown(stop: () => Promise<void>, options: ShutdownOptions): () => void {
  const { logger, deadlineMs = 25_000, signals = ['SIGTERM', 'SIGINT'] } = options;
  const source: SignalSource = options.source ?? process;
  const exit = options.exit ?? ((code: number) => process.exit(code));
  let stopping = false;

  const onSignal = (signal: unknown): void => {
    if (stopping) {
      logger.warn({ signal }, 'stopped at once by a second signal');
      exit(1);
      return;
    }
    stopping = true;
    logger.info({ signal }, 'stopping');
    const timer = setTimeout(() => {
      logger.error({ deadlineMs }, 'stopping took too long');
      exit(1);
    }, deadlineMs);
    Promise.resolve()
      .then(stop)
      .then(
        () => {
          clearTimeout(timer);
          logger.info('stopped');
          exit(0);
        },
        (err: unknown) => {
          clearTimeout(timer);
          logger.error({ err }, 'stopping failed');
          exit(1);
        },
      );
  };
  const onLost = (err: unknown): void => {
    logger.fatal({ err }, 'an error nobody caught');
    exit(1);
  };

  const listeners = [
    ...signals.map((signal) => [signal, onSignal] as const),
    ['unhandledRejection', onLost] as const,
    ['uncaughtException', onLost] as const,
  ];
  for (const [event, listener] of listeners) source.on(event, listener);
  return () => {
    for (const [event, listener] of listeners) source.off(event, listener);
  };
}

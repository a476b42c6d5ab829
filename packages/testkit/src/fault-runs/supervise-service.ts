import { startService, type ServiceOptions, type ServiceProcess } from '../start-service.ts';

export interface SuperviseOptions extends ServiceOptions {
  /** Told what a life said when it is over. */
  readonly onEnd?: (output: string) => void;
}

/** How a life ended: at the place it was armed with, by us, or by itself. */
export interface Death {
  readonly at: number;
  /** `REDRESS_KILL_AT` of that life where it died there, `kill -9`, or the exit code. */
  readonly how: string;
}

/** A service that is started again whenever it ends, as an operator's supervisor does it. */
export interface SupervisedService {
  /** The life that is ready, null between two. */
  readonly current: ServiceProcess | null;
  readonly deaths: readonly Death[];
  /** `kill -9` of this life. The next one is armed with `killAt` (`name:n`), so that it dies there by itself. Resolves when the old one is gone. */
  kill(killAt?: string): Promise<void>;
  /** Resolves with a life that is ready. */
  ready(): Promise<ServiceProcess>;
  /** Ends it for good, orderly; resolves with the exit code of its last life. */
  stop(): Promise<number | null>;
}

/** Between the end of a life and the start of the next. */
const PAUSE_MS = 500;

/** Starts the service, and again each time it ends. Resolves when the first life is ready; throws where that one ends before. */
export async function superviseService(options: SuperviseOptions): Promise<SupervisedService> {
  const { onEnd = () => undefined } = options;
  const deaths: Death[] = [];
  const waiting: ((life: ServiceProcess) => void)[] = [];
  const state: { current: ServiceProcess | null; armed: string | null; killing: boolean } = {
    current: null,
    armed: null,
    killing: false,
  };
  const stopping = new AbortController();

  const live = async (life: ServiceProcess, killAt: string | null): Promise<void> => {
    state.current = life;
    for (const tell of waiting.splice(0)) tell(life);
    const code = await life.gone;
    state.current = null;
    onEnd(life.output());
    const signal = state.killing ? 'kill -9' : (killAt ?? 'a signal');
    state.killing = false;
    if (!stopping.signal.aborted)
      deaths.push({ at: Date.now(), how: code === null ? signal : `exit code ${String(code)}` });
  };
  const liveAgain = async (): Promise<void> => {
    const killAt = state.armed;
    state.armed = null;
    const armed: Record<string, string> = killAt === null ? {} : { REDRESS_KILL_AT: killAt };
    try {
      const environment = { ...options.environment, ...armed };
      await live(await startService({ ...options, environment }), killAt);
    } catch (thrown) {
      onEnd(String(thrown));
      deaths.push({ at: Date.now(), how: killAt ?? 'before it was ready' });
    }
  };
  const run = async (first: ServiceProcess): Promise<void> => {
    await live(first, null);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (stopping.signal.aborted) return;
      await liveAgain();
    }
  };

  const running = run(await startService(options));
  const ready = (): Promise<ServiceProcess> =>
    state.current === null
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(state.current);
  return {
    get current() {
      return state.current;
    },
    deaths,
    ready,
    async kill(killAt) {
      const life = await ready();
      state.armed = killAt ?? null;
      state.killing = true;
      await life.kill();
    },
    async stop() {
      stopping.abort();
      const code = (await state.current?.stop()) ?? null;
      await running;
      return code;
    },
  };
}

import { isRedressError } from './redress-error.ts';

export interface CheckResult {
  readonly ok: boolean;
  /** Why not, in words for the operator; nothing personal. */
  readonly detail?: string;
  /** The process does its work without it: while it is away the process is degraded and still ready. */
  readonly optional?: boolean;
}

export interface Readiness {
  readonly status: 'ok' | 'degraded';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

export interface Health {
  /** Adds a check; a second one of the same name takes its place. */
  register(name: string, check: () => Promise<CheckResult>): void;
  /** The process runs and answers. */
  live(): { readonly status: 'ok' };
  /** Asks all checks at once. Never throws; a check that throws or takes longer than the limit is not ok. */
  ready(): Promise<Readiness>;
}

/** Whether the process does its work: everything is well but what it can do without. */
export function isReady({ checks }: Readiness): boolean {
  return Object.values(checks).every(({ ok, optional }) => ok || optional === true);
}

/** Health of one process. A check has `limitMs` to answer (2 s). */
export function createHealth(options: { limitMs?: number } = {}): Health {
  const limitMs = options.limitMs ?? 2000;
  const checks = new Map<string, () => Promise<CheckResult>>();
  return {
    register: (name, check) => void checks.set(name, check),
    live: () => ({ status: 'ok' }),
    async ready() {
      const results = await Promise.all(
        [...checks].map(async ([name, check]) => [name, await ask(check, limitMs)] as const),
      );
      return {
        status: results.every(([, result]) => result.ok) ? 'ok' : 'degraded',
        checks: Object.fromEntries(results),
      };
    },
  };
}

async function ask(check: () => Promise<CheckResult>, limitMs: number): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ok: false, detail: `no answer within ${String(limitMs)} ms` });
    }, limitMs);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (thrown) {
    return { ok: false, detail: isRedressError(thrown) ? thrown.message : 'the check failed' };
  } finally {
    clearTimeout(timer);
  }
}

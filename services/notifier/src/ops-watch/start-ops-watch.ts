import { randomUUID } from 'node:crypto';
import type { Policy } from '@redress/contracts';
import { NEW_OPS_STATE, decideOpsAlerts } from '@redress/domain';
import type { OpsKind, OpsState } from '@redress/domain';
import type { MailSender } from '@redress/mail';
import type { Clock, Logger, Running } from '@redress/runtime';
import { markTold } from '@redress/store';
import type { Lead } from '@redress/store';
import { startLoop } from '../start-loop.ts';
import { collectFigures, type FigureSources } from './collect-figures.ts';
import { readOpsState, writeOpsState } from './kept-state.ts';
import { tellOperators } from './tell-operators.ts';

export interface OpsWatchDependencies extends FigureSources {
  readonly mailSender: Pick<MailSender, 'send'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly policy: Pick<Policy, 'ops'>;
}

/** A watch that looks when it is told to. */
export interface OpsWatch {
  /** Looks once, and mails what there is to tell. Never throws. */
  look(signal: AbortSignal): Promise<void>;
  /** Lets another notifier watch. */
  release(): Promise<void>;
}

const LOOK_EVERY_MS = 30_000;
/** One of several notifiers watches. */
const LEAD = 'ops-watch';

/** Looks every half minute whether Redress itself is well, and mails `policy.ops.addresses` where it is not. */
export function startOpsWatch(deps: OpsWatchDependencies): Running {
  const { clock, logger, policy } = deps;
  if (policy.ops.addresses.length === 0) {
    logger.warn('nobody is mailed about trouble: policy.ops.addresses is empty');
    return { stop: () => Promise.resolve() };
  }
  const watch = createOpsWatch(deps);
  const loop = startLoop({
    name: 'ops watch',
    clock,
    logger,
    step: async (signal) => {
      await watch.look(signal);
      return LOOK_EVERY_MS;
    },
  });
  return {
    async stop() {
      await loop.stop();
      await watch.release();
    },
  };
}

/** The watch without its loop. */
export function createOpsWatch(deps: OpsWatchDependencies): OpsWatch {
  const { database, clock, logger, mailSender, policy } = deps;
  let lead: Lead | null = null;
  let another = false;
  let state: OpsState = NEW_OPS_STATE;

  /** Whether this one tells. While the store is away nobody can ask: whoever did not know of another goes on. */
  const leads = async (): Promise<boolean> => {
    if (lead !== null && !lead.lost.aborted) return true;
    const before = lead;
    try {
      lead = await database.takeLead(LEAD);
      another = lead === null;
      // Who watched before us may have told what we see; after a lost connection it was we.
      if (lead !== null && before === null) state = await readOpsState(database);
    } catch {
      lead = before;
      logger.warn('who watches cannot be asked: the store is away');
    }
    return !another;
  };

  return {
    async look(signal) {
      if (!(await leads()) || signal.aborted) return;
      const now = clock.now();
      const { figures, letterIds } = await collectFigures(deps, now);
      const decided = decideOpsAlerts(state, figures, policy.ops, now);
      const untold = new Set<OpsKind>();
      for (const notice of decided.notices) {
        const { kind, phase, since } = notice;
        logger.error({ kind, phase, since }, 'trouble with redress itself');
        const { addresses } = policy.ops;
        if (!(await tellOperators(notice, { addresses, mailSender, logger, now, signal })))
          untold.add(kind);
      }
      state = { ...decided.state, open: keptOpen(state, decided.state, untold) };
      const told = decided.notices.filter(({ kind }) => !untold.has(kind));
      if (told.length === 0) return;
      try {
        if (told.some(({ kind, phase }) => kind === 'dead-letters' && phase !== 'over'))
          await markTold(database, letterIds);
        await writeOpsState(database, state, { transactionId: randomUUID(), at: now });
      } catch {
        logger.warn('what was told cannot be kept: the store is away');
      }
    },
    async release() {
      await lead?.release();
      lead = null;
    },
  };
}

/** What nobody could be told stays as it was, so that the next look tells it. */
function keptOpen(
  before: OpsState,
  after: OpsState,
  untold: ReadonlySet<OpsKind>,
): OpsState['open'] {
  const open = Object.entries(after.open).filter(([kind]) => !untold.has(kind as OpsKind));
  const old = Object.entries(before.open).filter(([kind]) => untold.has(kind as OpsKind));
  return Object.fromEntries([...open, ...old]);
}

import type { TopicName } from '@redress/contracts';
import type { OpsFigures, StageFigures } from '@redress/domain';
import type { ConsumerState, EventLog, Positions } from '@redress/event-log';
import { loadPositions, oldestOutboxAge, untoldDeadLetters } from '@redress/store';
import type { Database } from '@redress/store';
import { TOPOLOGY } from '../topology.ts';

export interface FigureSources {
  readonly database: Database;
  readonly log: Pick<EventLog, 'lag'>;
  /** Consumers of this process by what they are called. */
  readonly consumers: () => Readonly<Record<string, ConsumerState>>;
}

/** Whose lag matters, as the topologies say: whoever reads what comes in, and we. */
const SCORER = { group: 'redress.scorer', consumes: ['feedback.received.v1'] } as const;

/** Older dead letters are not told any more: a store made again has all of them anew. */
const TOLD_WITHIN_MS = 86_400_000;

export interface Collected {
  readonly figures: OpsFigures;
  /** Dead letters that the figures speak of. */
  readonly letterIds: readonly string[];
}

/** What can be known now. Never throws: what does not answer is null, and that is a figure too. */
export async function collectFigures(sources: FigureSources, now: string): Promise<Collected> {
  const { database, log, consumers } = sources;
  const since = new Date(Date.parse(now) - TOLD_WITHIN_MS).toISOString();
  const letters = await known(() => untoldDeadLetters(database, since));
  const figures: OpsFigures = {
    deadLetters: letters?.map(({ reason, ids }) => ({ reason, count: ids.length })) ?? null,
    stages: await known(async () => [
      await stageOf(log, 'scorer', SCORER.group, SCORER.consumes),
      await stageOf(
        log,
        'notifier',
        TOPOLOGY.group,
        TOPOLOGY.consumes,
        await loadPositions(database, TOPOLOGY.group),
      ),
    ]),
    outboxSeconds: await known(async () => (await oldestOutboxAge(database, now)) ?? 0),
    stopped: Object.entries(consumers()).flatMap(([consumer, { state, reason }]) =>
      // One that is stopped with the process says no more than that.
      state === 'stopped' && reason !== 'stopped'
        ? [{ consumer, reason: reason ?? 'it does not say why' }]
        : [],
    ),
  };
  return { figures, letterIds: letters?.flatMap(({ ids }) => ids) ?? [] };
}

async function stageOf(
  log: FigureSources['log'],
  stage: string,
  group: string,
  topics: readonly TopicName[],
  positions?: Positions,
): Promise<StageFigures> {
  const lags = await log.lag(group, topics, positions);
  return {
    stage,
    lag: lags.reduce((sum, { lag }) => sum + lag, 0),
    position: lags.reduce((sum, { position }) => sum + position, 0),
  };
}

async function known<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}

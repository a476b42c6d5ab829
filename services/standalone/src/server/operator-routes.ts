import { TOPICS, type TopicName } from '@redress/contracts';
import { removeSampleStories, type ConsoleDependencies } from '@redress/console';
import type { EventLog, PartitionLag } from '@redress/event-log';
import { TOPOLOGY as NOTIFIER } from '@redress/notifier';
import { PROBLEM_MEDIA_TYPE, problemOf } from '@redress/runtime';
import { TOPOLOGY as SCORER } from '@redress/scorer';
import { loadPositions } from '@redress/store';
import type { FastifyInstance, FastifyReply, onRequestAsyncHookHandler } from 'fastify';
import { saveSamplesPlayed } from '../samples/samples-played.ts';
import { readPage } from '../topics/read-page.ts';

export interface OperatorRouteDependencies extends Pick<
  ConsoleDependencies,
  'database' | 'clock' | 'policy' | 'relay' | 'hotState' | 'outboxDirectory'
> {
  readonly log: EventLog;
  readonly authenticate: onRequestAsyncHookHandler;
}

/** What the commands ask of a server that runs: the log's records, its lag, the samples' end. */
export async function registerOperatorRoutes(
  app: FastifyInstance,
  deps: OperatorRouteDependencies,
): Promise<void> {
  const { database, log, clock } = deps;
  await app.register((scope, _options, done) => {
    scope.addHook('onRequest', deps.authenticate);
    scope.get('/v1/topics/:topic/records', (request, reply) => {
      const { topic } = request.params as { topic: string };
      const { from } = request.query as { from?: unknown };
      if (!isTopic(topic)) return refuse(reply, 404, 'There is no topic of this name.');
      return from === undefined || typeof from === 'string'
        ? records(log, topic, from ?? '', reply)
        : refuse(reply, 422, 'from: must be given once.');
    });
    scope.get('/v1/lag', async () => ({
      items: [
        ...(await groupLag(log, SCORER.group, SCORER.consumes)),
        ...(await groupLag(
          log,
          NOTIFIER.group,
          NOTIFIER.consumes,
          await loadPositions(database, NOTIFIER.group),
        )),
      ],
      next: null,
    }));
    scope.post('/v1/samples/remove', async () => {
      // Ends the play wherever it stands; a later start does not go on with it.
      await saveSamplesPlayed(database, { now: clock.now(), done: true });
      await settled(deps);
      return removeSampleStories(deps);
    });
    done();
  });
}

/** Waits until what the log has is decided, for a few seconds at most: a sample decided after its removal would come back. */
async function settled({ log, clock, database }: OperatorRouteDependencies): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const behind = [
      ...(await groupLag(log, SCORER.group, SCORER.consumes)),
      ...(await groupLag(
        log,
        NOTIFIER.group,
        NOTIFIER.consumes,
        await loadPositions(database, NOTIFIER.group),
      )),
    ];
    if (behind.every(({ lag }) => lag === 0)) return;
    await clock.sleep(50);
  }
}

async function records(
  log: EventLog,
  topic: TopicName,
  from: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const page = await readPage(log, topic, from);
  return page === null
    ? refuse(reply, 422, 'from: must be partition:offset, several with commas, or end.')
    : reply.send(page);
}

async function groupLag(
  log: EventLog,
  group: string,
  topics: readonly TopicName[],
  positions?: ReadonlyMap<string, number>,
): Promise<readonly (PartitionLag & { readonly group: string })[]> {
  const lags = await log.lag(group, topics, positions);
  return lags.map((lag) => ({ group, ...lag }));
}

function isTopic(name: string): name is TopicName {
  return Object.hasOwn(TOPICS, name);
}

function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply.code(status).type(PROBLEM_MEDIA_TYPE).send(problemOf(status, { detail }));
}

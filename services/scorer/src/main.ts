import { openKafkaLog } from '@redress/event-log';
import { checkConsumer, runService } from '@redress/runtime';
import { readConfig, variables } from './config.ts';
import { openThreads } from './open-threads.ts';
import { logModel, readModel } from './read-model.ts';
import { startScorer } from './start.ts';
import { TOPOLOGY } from './topology.ts';

await runService({
  name: 'scorer',
  description: `understands what was said: ${TOPOLOGY.consumes.join(', ')} → ${TOPOLOGY.produces.join(', ')}. Any number may run.`,
  variables,
  readConfig,
  async start(config, { clock, logger, metrics, health, own, fail }) {
    const reading = readModel(config.REDRESS_MODEL);
    logModel(logger, reading);
    const log = own(await openKafkaLog({ config, clock, logger }));
    health.register('log', () => log.ping().then(() => ({ ok: true })));
    const threads =
      config.SCORER_THREADS === 0
        ? undefined
        : openThreads(config.SCORER_THREADS, reading.file ?? undefined);
    if (threads !== undefined) own({ stop: threads.close });
    const scorer = own(
      await startScorer({
        ...{ log, clock, logger, metrics, model: reading.model, onStopped: fail },
        ...(threads === undefined ? {} : { threads }),
      }),
    );
    health.register('scorer', checkConsumer(scorer));
    return undefined;
  },
});

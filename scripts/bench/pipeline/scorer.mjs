/**
 * The scorer as it ships, its understanding stubbed or not: `node scorer.mjs BROKERS PREFIX stub|real`
 */
import { openKafkaLog } from '../../../packages/event-log/dist/index.js';
import { createMetrics, silentLogger, systemClock } from '../../../packages/runtime/dist/index.js';
import { startScorer } from '../../../services/scorer/dist/index.js';
import { kafkaConfig } from './environment.mjs';
import { understandByScore } from './understandings.mjs';

const [brokers, prefix, mode] = process.argv.slice(2);
const log = await openKafkaLog({ config: kafkaConfig(brokers, prefix), clock: systemClock });
await startScorer({
  log,
  clock: systemClock,
  logger: silentLogger,
  metrics: createMetrics(),
  ...(mode === 'stub' ? { understand: understandByScore } : {}),
});

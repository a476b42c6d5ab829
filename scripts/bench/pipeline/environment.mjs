import { kafkaVariables } from '../../../packages/event-log/dist/index.js';

export const TOKEN = 'a-token-of-a-bench-of-no-use-elsewhere';

/** What the services of one set read, whichever of them it is. */
export function serviceEnvironment(environment, prefix, more = {}) {
  return {
    ...environment,
    KAFKA_TOPIC_PREFIX: prefix,
    REDIS_PREFIX: prefix,
    REDRESS_SECRET: 'a secret of a bench, of no use elsewhere at all',
    REDRESS_TOKEN: TOKEN,
    REDRESS_LOG_LEVEL: 'error',
    REDRESS_PORT: '0',
    ...more,
  };
}

/** Reads what a service would of Kafka, from words given instead of the environment. */
export function kafkaConfig(brokers, prefix) {
  const given = { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: prefix };
  return Object.fromEntries(
    Object.entries(kafkaVariables).map(([name, schema]) => [name, schema.parse(given[name])]),
  );
}

import { kafkaVariables, type KafkaConfig } from '@redress/event-log';
import { loadConfig } from '@redress/runtime';
import { z } from 'zod';

const variables = z.object(kafkaVariables);

/** Which Kafka the environment names; null where it names none. Throws REDRESS_CONFIG_INVALID. */
export function readKafkaConfig(): KafkaConfig | null {
  if ((process.env['KAFKA_BROKERS'] ?? '') === '') return null;
  return loadConfig(variables, process.env, { service: 'redress' });
}

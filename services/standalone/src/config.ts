import { kafkaVariables, type KafkaConfig } from '@redress/event-log';
import { redisVariables } from '@redress/hot-state';
import { feedbackLimitVariables } from '@redress/ingestor-http';
import { mailVariables } from '@redress/mail';
import { RedressError, loadConfig, secretVariables } from '@redress/runtime';
import { modelVariables } from '@redress/scorer';
import { postgresVariables } from '@redress/store';
import { sqsVariables } from '@redress/work-queue';
import { z } from 'zod';

const variables = z.object({
  REDRESS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('A token for the API, besides those made with `redress token create`.'),
  REDRESS_POLICY: z
    .string()
    .optional()
    .describe('Policy file, YAML; without it the one that ships.'),
  ...modelVariables,
  ...mailVariables,
  ...feedbackLimitVariables,
  // Engines: without these the ones in the data folder.
  ...kafkaVariables,
  KAFKA_BROKERS: kafkaVariables.KAFKA_BROKERS.optional(),
  ...postgresVariables,
  DATABASE_URL: postgresVariables.DATABASE_URL.optional(),
  SQS_DELIVERIES_URL: sqsVariables.SQS_DELIVERIES_URL.optional(),
  ...redisVariables,
  REDRESS_SECRET: secretVariables.REDRESS_SECRET.optional(),
  REDRESS_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .optional()
    .describe('Least level of the log lines on stderr; without it info, or warn in a terminal.'),
  REDRESS_KILL_AT: z
    .string()
    .optional()
    .describe('For fault runs: where the process ends by SIGKILL, name:n.'),
});

const remoteVariables = z.object({
  REDRESS_URL: z.url({ protocol: /^https?$/ }).optional(),
  REDRESS_TOKEN: variables.shape.REDRESS_TOKEN,
});

/**
 * The console that commands ask instead of a data folder, where REDRESS_URL names one; null where it does not.
 * Throws REDRESS_CONFIG_INVALID where it does, and no token goes with it.
 */
export function readRemote(): { readonly address: string; readonly token: string } | null {
  const { REDRESS_URL: address, REDRESS_TOKEN: token } = loadConfig(remoteVariables, process.env, {
    service: 'redress',
  });
  if (address === undefined) return null;
  if (token !== undefined) return { address, token };
  throw new RedressError(
    'REDRESS_CONFIG_INVALID',
    'REDRESS_URL names a server, and REDRESS_TOKEN no token for it: set both, or neither to work on a data folder.',
  );
}

/** Where Kafka is. Throws REDRESS_CONFIG_INVALID. */
export function readKafkaConfig(): KafkaConfig {
  return loadConfig(z.object(kafkaVariables), process.env, { service: 'redress' });
}

/** What the environment says. */
export type Config = Readonly<z.infer<typeof variables>>;

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Config {
  return loadConfig(variables, process.env, { service: 'redress' });
}

import { kafkaVariables } from '@redress/event-log';
import { redisVariables } from '@redress/hot-state';
import { mailVariables, outboxVariables } from '@redress/mail';
import { loadConfig, secretVariables, serviceVariables } from '@redress/runtime';
import { postgresVariables } from '@redress/store';
import { sqsVariables } from '@redress/work-queue';
import { z } from 'zod';

/** Everything this process reads from the environment. */
export const variables = z.object({
  ...kafkaVariables,
  ...postgresVariables,
  ...sqsVariables,
  ...redisVariables,
  ...mailVariables,
  ...outboxVariables,
  ...secretVariables,
  ...serviceVariables,
});

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'notifier' });
}

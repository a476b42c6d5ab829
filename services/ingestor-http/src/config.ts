import { kafkaVariables } from '@redress/event-log';
import { redisVariables } from '@redress/hot-state';
import { loadConfig, secretVariables, serviceVariables } from '@redress/runtime';
import { z } from 'zod';
import { feedbackLimitVariables } from './limit-feedback.ts';

/** Everything this process reads from the environment. */
export const variables = z.object({
  REDRESS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4101)
    .describe('Port that feedback comes in at; 0 takes a free one.'),
  REDRESS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('A token that feedback may be sent with, besides those made for the API.'),
  ...feedbackLimitVariables,
  ...kafkaVariables,
  ...redisVariables,
  ...secretVariables,
  ...serviceVariables,
});

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'ingestor-http' });
}

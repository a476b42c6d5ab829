import { kafkaVariables } from '@redress/event-log';
import { redisVariables } from '@redress/hot-state';
import { mailVariables, outboxVariables } from '@redress/mail';
import { loadConfig, secretVariables, serviceVariables } from '@redress/runtime';
import { postgresVariables } from '@redress/store';
import { z } from 'zod';

const { REDRESS_PUBLIC_URL } = mailVariables;

/** Everything this process reads from the environment. */
export const variables = z.object({
  REDRESS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4100)
    .describe('Port of the page and the API; 0 takes a free one.'),
  REDRESS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('A token for the API, and for signing in at the page.'),
  REDRESS_POLICY: z
    .string()
    .optional()
    .describe('Policy file, YAML, put in force for all services; without it the one that ships.'),
  ...kafkaVariables,
  ...postgresVariables,
  ...redisVariables,
  REDRESS_PUBLIC_URL,
  ...outboxVariables,
  ...secretVariables,
  ...serviceVariables,
});

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'console' });
}

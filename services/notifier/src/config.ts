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
  SMTP_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(60_000)
    .default(60_000)
    .describe('Milliseconds that handing over one mail may take; then it is tried again later.'),
  REDRESS_MAIL_RETRY_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(3_600_000)
    .default(60_000)
    .describe(
      'Milliseconds before a mail that could not go is tried for the second time; later waits are multiples of it, up to 480 times.',
    ),
  ...outboxVariables,
  ...secretVariables,
  ...serviceVariables,
});

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'notifier' });
}

import { kafkaVariables } from '@redress/event-log';
import { loadConfig, serviceVariables } from '@redress/runtime';
import { z } from 'zod';
import { modelVariables } from './read-model.ts';

/** Everything this process reads from the environment. */
export const variables = z.object({
  SCORER_THREADS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .default(0)
    .describe(
      'Threads that understand texts beside the main one, about 100 MB each; 0: the main thread understands. As many as cores, where texts come faster than one core reads.',
    ),
  ...kafkaVariables,
  ...modelVariables,
  ...serviceVariables,
});

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'scorer' });
}

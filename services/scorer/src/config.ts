import { kafkaVariables } from '@redress/event-log';
import { loadConfig, serviceVariables } from '@redress/runtime';
import { z } from 'zod';

/** Everything this process reads from the environment. */
export const variables = z.object({ ...kafkaVariables, ...serviceVariables });

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'scorer' });
}

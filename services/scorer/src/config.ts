import { kafkaVariables } from '@redress/event-log';
import { loadConfig, serviceVariables } from '@redress/runtime';
import { z } from 'zod';
import { modelVariables } from './read-model.ts';

/** Everything this process reads from the environment. */
export const variables = z.object({ ...kafkaVariables, ...modelVariables, ...serviceVariables });

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'scorer' });
}

import { mailVariables } from '@redress/mail';
import { loadConfig } from '@redress/runtime';
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
  ...mailVariables,
  REDRESS_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .optional()
    .describe('Least level of the log lines on stderr; without it info, or warn in a terminal.'),
  REDRESS_KILL_AT: z
    .string()
    .optional()
    .describe('For fault runs: where the process ends by SIGKILL, name:n.'),
});

/** What the environment says. */
export type Config = Readonly<z.infer<typeof variables>>;

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Config {
  return loadConfig(variables, process.env, { service: 'redress' });
}

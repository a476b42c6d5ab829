import { z } from 'zod';

/** The variables of Redis, for the configuration of a service. */
export const redisVariables = {
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be an address like redis://redis.example.com:6379' })
    .optional()
    .describe(
      'Redis for what may be forgotten, e.g. rediss://user:password@redis.example.com:6379/0; without it each process keeps its own.',
    ),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9._:-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and . _ : -')
    .default('redress:')
    .describe('Begins every key and channel, so that several installations share a server.'),
};

/** Those variables, read. */
export type RedisConfig = Readonly<z.infer<z.ZodObject<typeof redisVariables>>>;

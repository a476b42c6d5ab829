import { z } from 'zod';

const ADDRESSES = /^[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*$/;

/** The variables of the Kafka log; a service's configuration spreads them into its own shape. */
export const kafkaVariables = {
  KAFKA_BROKERS: z
    .string()
    .regex(ADDRESSES, 'must be host:port, several of them separated by commas')
    .describe('Addresses of Kafka brokers to begin with, host:port, separated by commas.'),
  KAFKA_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{0,100}$/, 'may hold letters, digits, dots, underscores and hyphens')
    .default('redress.')
    .describe('What the names of topics and consumer groups begin with.'),
  KAFKA_SSL: z
    .stringbool()
    .default(false)
    .describe('Whether to speak TLS with the brokers; certificates are verified.'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('How to log in at the brokers; without it no login.'),
  KAFKA_USERNAME: z.string().optional().describe('Name to log in at the brokers with.'),
  KAFKA_PASSWORD: z.string().optional().describe('Password to log in at the brokers with.'),
  KAFKA_SESSION_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1000)
    .max(300_000)
    .default(30_000)
    .describe('Milliseconds after which a silent consumer loses its partitions to others.'),
  KAFKA_REBALANCE_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1000)
    .max(600_000)
    .default(60_000)
    .describe('Milliseconds that consumers have to come together when their group changes.'),
  KAFKA_ON_LOST_RECORDS: z
    .enum(['stop', 'earliest'])
    .default('stop')
    .describe(
      'What a consumer does when Kafka no longer has the records it would read next: stop with an alarm, or go on from the earliest it still has.',
    ),
};

/** Those variables, read. */
export type KafkaConfig = Readonly<z.infer<z.ZodObject<typeof kafkaVariables>>>;

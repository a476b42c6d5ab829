/** Servers that integration tests talk to; `npm run test:integration` starts them and sets these variables. */
export interface TestServers {
  /** Brokers by version: each is tested. */
  readonly kafka: Readonly<Record<'3.9' | '4.x', string>>;
  /** Base address of the SQS engine. */
  readonly sqs: string;
  readonly redis: string;
  /** A database that may make and drop others. */
  readonly postgres: string;
}

/** Where the real servers answer. Throws with the way out where a test was started without them. */
export function testServers(): TestServers {
  return {
    kafka: { '3.9': required('REDRESS_TEST_KAFKA_3'), '4.x': required('REDRESS_TEST_KAFKA_4') },
    sqs: required('REDRESS_TEST_SQS'),
    redis: required('REDRESS_TEST_REDIS'),
    postgres: required('REDRESS_TEST_POSTGRES'),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(
      `${name} is not set: this test needs real servers, run it with npm run test:integration.`,
    );
  return value;
}

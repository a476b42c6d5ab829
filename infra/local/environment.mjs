import { DELIVERIES, FEEDBACK, queueUrl } from './queues.mjs';

/** What the services read to use these servers, by variable; only of what was started. */
export function environmentOf(state) {
  const first = (kind) => state.servers.find((server) => server.kind === kind);
  const address = (kind) => `${first(kind).host}:${first(kind).port}`;
  const of = {
    kafka: () => ({ KAFKA_BROKERS: address('kafka') }),
    postgres: () => ({ DATABASE_URL: `postgres://postgres@${address('postgres')}/redress` }),
    redis: () => ({ REDIS_URL: `redis://${address('redis')}` }),
    sqs: () => ({
      SQS_DELIVERIES_URL: queueUrl(`http://${address('sqs')}`, DELIVERIES),
      SQS_FEEDBACK_URL: queueUrl(`http://${address('sqs')}`, FEEDBACK),
      // Which they are does not matter to this engine; the client wants to have some.
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    }),
    mail: () => ({ SMTP_URL: `smtp://${address('mail')}` }),
  };
  const started = Object.keys(of).filter((kind) => first(kind) !== undefined);
  // As old as the data: partitions, links and sessions are made from it.
  return Object.assign({}, ...started.map((kind) => of[kind]()), { REDRESS_SECRET: state.secret });
}

/** The same as lines that a shell takes over. */
export function exportLines(environment) {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}

/** What this service writes; it reads a queue, no topic. */
export const TOPOLOGY = {
  group: 'redress.ingestor-sqs',
  consumes: [],
  produces: ['feedback.received.v1', 'dead-letters.v1'],
} as const;

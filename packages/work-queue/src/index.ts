export * from './embedded.ts';
export * from './hold-messages.ts';
export * from './port.ts';
export { openSqsQueue } from './sqs/open-sqs-queue.ts';
export type { SqsQueue, SqsQueueOptions } from './sqs/open-sqs-queue.ts';
export type { SqsConnection } from './sqs/sqs-client.ts';
export { queueUrl, sqsVariables } from './sqs/sqs-variables.ts';

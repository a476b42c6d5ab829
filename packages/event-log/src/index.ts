export * from './dead-letter.ts';
export * from './embedded.ts';
export * from './kafka/apply-topics.ts';
export * from './kafka/kafka-variables.ts';
export * from './kafka/open-kafka-log.ts';
export * from './port.ts';
export * from './replay-dead-letter.ts';
export * from './run-consumer.ts';

export * from './dead-letter.ts';
export * from './embedded.ts';
export * from './port.ts';
export * from './run-consumer.ts';

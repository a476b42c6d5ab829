export * from './a-feedback.ts';
export * from './config.ts';
export * from './eventually.ts';
export * from './smtp-sink.ts';
export * from './start-fault-proxy.ts';
export * from './start-redis-server.ts';
export * from './start-redress.ts';
export * from './start-service.ts';

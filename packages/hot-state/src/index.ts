export type { CheckedHotState } from './create-degrading-hot-state.ts';
export * from './memory.ts';
export type * from './port.ts';
export * from './redis/open-redis-hot-state.ts';
export * from './redis/redis-variables.ts';

export type { CheckedHotState } from './create-degrading-hot-state.ts';
export * from './memory.ts';
export * from './news/announce.ts';
export * from './news/news.ts';
export * from './open-hot-state.ts';
export type * from './port.ts';
export * from './redis/open-redis-hot-state.ts';
export * from './redis/redis-variables.ts';

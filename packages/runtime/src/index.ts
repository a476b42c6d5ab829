export * from './clock.ts';
export * from './redress-error.ts';
export * from './running.ts';

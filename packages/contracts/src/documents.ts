export * from './documents/async-api.ts';
export * from './documents/breaking-changes.ts';
export * from './documents/events-page.ts';
export * from './documents/release.ts';

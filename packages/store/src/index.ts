export * from './migrations/migrate.ts';
export * from './pglite/ensure-template.ts';
export * from './pglite/open-pglite.ts';
export * from './pglite/store-error.ts';
export * from './queryable.ts';

/** Which engine tests get a store of: PGlite in memory, or databases of their own on a server. */
export type TestStore =
  { readonly engine: 'pglite' } | { readonly engine: 'postgres'; readonly url: string };

/** Reads REDRESS_TEST_STORE (`pglite`, the default, or `postgres`) and REDRESS_TEST_POSTGRES, the address of a database that may make and drop others. */
export function testStore(): TestStore {
  const engine = process.env['REDRESS_TEST_STORE'] ?? '';
  if (engine === '' || engine === 'pglite') return { engine: 'pglite' };
  if (engine !== 'postgres') throw new Error('REDRESS_TEST_STORE must be pglite or postgres.');
  const url = process.env['REDRESS_TEST_POSTGRES'] ?? '';
  if (url === '') {
    throw new Error(
      'REDRESS_TEST_POSTGRES is not set: these tests need a PostgreSQL server, run them with npm run test:integration.',
    );
  }
  return { engine, url };
}

import config from './jest.config.js';

// `openTestDatabase` then gives each test a database of its own on the server that REDRESS_TEST_POSTGRES names.
process.env['REDRESS_TEST_STORE'] = 'postgres';

/** The tests of whatever keeps something, on PostgreSQL instead of PGlite; run after the tests that need servers anyway. */
export default {
  ...config,
  roots: ['<rootDir>/packages/store', '<rootDir>/services/notifier', '<rootDir>/services/console'],
  testPathIgnorePatterns: [...config.testPathIgnorePatterns, '/pglite/', '/data-folder/'],
};

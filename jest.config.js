/** Every test that needs no server. Sources are run as they are (condition "redress-source"), so no stale build can pass. */
export default {
  roots: ['<rootDir>/packages', '<rootDir>/services'],
  testMatch: ['**/src/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.it\\.test\\.ts$'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['redress-source', 'node'] },
  extensionsToTreatAsEsm: ['.ts'],
  injectGlobals: false,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/scripts/left-out-reporter.mjs'],
  // A store or a whole process starts in some tests; a machine shared with others takes its time.
  testTimeout: 60_000,
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

import config from './jest.config.js';

/** The tests that talk to real servers (`*.it.test.ts`); `npm run test:integration` starts them first. */
export default {
  ...config,
  reporters: ['default'],
  roots: [...config.roots, '<rootDir>/infra'],
  testMatch: ['**/src/**/*.it.test.ts', '<rootDir>/infra/**/*.it.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
};

import { describeDatabase } from '../conformance.ts';
import { openPglite } from './open-pglite.ts';

describeDatabase(
  'PGlite',
  async () => ({ database: await openPglite(), cleanup: () => Promise.resolve() }),
  { parallel: false },
);

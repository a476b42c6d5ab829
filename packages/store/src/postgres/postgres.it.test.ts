import { silentLogger } from '@redress/runtime';
import { testServers } from '@redress/testkit';
import { describeDatabase } from '../conformance.ts';
import { openPostgres } from './open-postgres.ts';
import { createTestDatabase } from './open-test-postgres.ts';

describeDatabase(
  'PostgreSQL',
  async () => {
    const { url, drop } = await createTestDatabase(testServers().postgres);
    const openAnother = () =>
      openPostgres({ url, poolSize: 4, applicationName: 'redress test', logger: silentLogger });
    return { database: await openAnother(), openAnother, cleanup: drop };
  },
  { parallel: true },
);

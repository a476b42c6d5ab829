import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import { aCustomer, aStamp, anOpening, NOW } from '../fixtures/a-world.ts';
import {
  findShadowSources,
  applyDecisions,
  findActivePolicy,
  listSources,
  readOutbox,
  readSetting,
  saveCustomers,
  savePolicy,
  saveSource,
  writeSetting,
} from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('settings, sources and policies', () => {
  it('are read as they were written and go to their topics', async () => {
    expect(await readSetting(database, 'x')).toBeNull();
    await writeSetting(database, 'x', { a: [1] }, aStamp());
    expect(await readSetting(database, 'x')).toEqual({ a: [1] });
    expect(await findShadowSources(database, ['hook', 'other'])).toEqual(new Set());
    await saveSource(database, { source: 'hook', live: false }, aStamp());
    expect(await findShadowSources(database, ['hook', 'other'])).toEqual(new Set(['hook']));
    expect(await findActivePolicy(database)).toBeNull();
    await savePolicy(database, DEFAULT_POLICY, aStamp());
    await savePolicy(database, { ...DEFAULT_POLICY, version: 'two' }, aStamp('two'));
    expect(await findActivePolicy(database)).toEqual({ ...DEFAULT_POLICY, version: 'two' });
    const topics = (await readOutbox(database, 10)).map(({ topic, key }) => `${topic} ${key}`);
    expect(topics).toEqual([
      'settings.v1 setting:x',
      'settings.v1 source:hook',
      'policies.v1 built-in',
      'policies.v1 two',
    ]);
    await saveCustomers(database, [aCustomer('sami')], aStamp());
    await applyDecisions(database, [anOpening('call', 'sami')], aStamp());
    expect(await listSources(database)).toEqual([
      { source: 'hook', live: false, feedbacks: 0, lastReceivedAt: null },
      { source: 'inbox', live: true, feedbacks: 1, lastReceivedAt: NOW },
    ]);
  });
});

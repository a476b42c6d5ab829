import { afterEach, describe, expect, it } from '@jest/globals';
import { createMemoryHotState } from '@redress/hot-state';
import { createOutboxSender } from '@redress/mail';
import { createMetrics, silentLogger } from '@redress/runtime';
import { savePolicy } from '@redress/store';
import { aScored, email } from './fixtures/a-scored.ts';
import {
  clock,
  database,
  log,
  outbox,
  policy,
  publish,
  queue,
  stamp,
  tasks,
  until,
  useNotifier,
} from './fixtures/a-notifier.ts';
import { startNotifierOnPolicy } from './start-on-policy.ts';
import type { Notifier } from './start.ts';

let notifier: Notifier | null = null;

describe('a notifier on the policy in force', () => {
  useNotifier();
  afterEach(() => notifier?.stop());

  it('goes on under the next policy once that is in force, and loses nothing', async () => {
    const sender = createOutboxSender({ directory: outbox });
    notifier = await startNotifierOnPolicy({
      log,
      database,
      queue,
      hotState: createMemoryHotState({ clock }),
      mailSender: sender,
      sampleSender: sender,
      alone: true,
      links: null,
      clock,
      logger: silentLogger,
      metrics: createMetrics(),
    });
    await publish(aScored('1'));
    await until(async () => (await tasks()).length === 1);
    expect((await tasks())[0]?.owner).not.toBe('lee');

    const routes = [{ name: 'all', when: {}, assign: { owner: 'lee' } }];
    await database.transaction((tx) =>
      savePolicy(tx, { ...policy, version: 'next', routes }, stamp),
    );
    let customer = 1;
    await until(async () => {
      customer += 1;
      const identities = [email(`customer-${String(customer)}@example.org`)];
      await publish(aScored(String(customer), { customer: { identities } }));
      return (await tasks()).some(({ owner }) => owner === 'lee');
    });
    await until(async () => (await tasks()).length === customer);
    expect(notifier.state()).toEqual({ state: 'running' });
  });
});

import { DEFAULT_POLICY } from '@redress/contracts';
import type { Policy } from '@redress/contracts';
import { reuseMetrics } from '@redress/runtime';
import { findActivePolicy } from '@redress/store';
import { startNotifier } from './start.ts';
import type { Notifier, NotifierDependencies } from './start.ts';
import { startLoop } from './start-loop.ts';

/** A policy that was put in force elsewhere decides here within this. */
const LOOK_EVERY_MS = 5_000;

/**
 * Starts a notifier on the policy that is in force in the store (the one that ships where none was put in force yet), and starts it anew when
 * another one is: what is in hand ends under the policy that it began with.
 */
export async function startNotifierOnPolicy(
  deps: Omit<NotifierDependencies, 'policy'>,
): Promise<Notifier> {
  const { database, clock, logger } = deps;
  const metrics = reuseMetrics(deps.metrics);
  const active = async (): Promise<Policy> => (await findActivePolicy(database)) ?? DEFAULT_POLICY;
  const start = (policy: Policy): Promise<Notifier> => {
    logger.info({ policy: policy.version }, 'policy in force');
    return startNotifier({ ...deps, metrics, policy });
  };

  let policy = await active();
  let notifier = await start(policy);
  let running = true;
  const following = startLoop({
    name: 'policy',
    clock,
    logger,
    step: async () => {
      const next = await active();
      if (running && next.version === policy.version) return LOOK_EVERY_MS;
      if (running) await notifier.stop();
      running = false;
      notifier = await start(next);
      running = true;
      policy = next;
      return LOOK_EVERY_MS;
    },
  });
  return {
    relay: { flush: () => notifier.relay.flush(), wake: () => notifier.relay.wake() },
    state: () => notifier.state(),
    operators: () => notifier.operators(),
    async stop() {
      await following.stop();
      if (running) await notifier.stop();
    },
  };
}

import type { EventLog } from '@redress/event-log';
import { TOPOLOGY as NOTIFIER } from '@redress/notifier';
import { RedressError, type Clock } from '@redress/runtime';
import { TOPOLOGY as SCORER } from '@redress/scorer';
import { loadPositions, type Database } from '@redress/store';

const LOOK_EVERY_MS = 50;
/** Without any progress for so long it is said instead of waited for. */
const PATIENCE_MS = 60_000;

/** Resolves when everything received is scored, decided and published; throws REDRESS_NOT_SETTLED where it stands still. */
export async function waitUntilSettled(deps: {
  readonly log: EventLog;
  readonly database: Database;
  readonly clock: Clock;
  readonly relay: { flush(): Promise<void> };
}): Promise<void> {
  const { log, database, clock, relay } = deps;
  let least = Number.POSITIVE_INFINITY;
  let since = Date.parse(clock.now());
  for (;;) {
    const left = await behind(log, database);
    if (left === 0) break;
    const now = Date.parse(clock.now());
    if (left < least) [least, since] = [left, now];
    if (now - since > PATIENCE_MS) {
      throw new RedressError(
        'REDRESS_NOT_SETTLED',
        `${String(left)} events are taken and kept, but do not get on; start the server and look at its log.`,
        { retryable: true },
      );
    }
    await clock.sleep(LOOK_EVERY_MS);
  }
  await relay.flush();
}

/** Events not scored yet and not decided yet. */
async function behind(log: EventLog, database: Database): Promise<number> {
  const positions = await loadPositions(database, NOTIFIER.group);
  const lags = [
    ...(await log.lag(SCORER.group, SCORER.consumes)),
    ...(await log.lag(NOTIFIER.group, NOTIFIER.consumes, positions)),
  ];
  return lags.reduce((sum, { lag }) => sum + lag, 0);
}

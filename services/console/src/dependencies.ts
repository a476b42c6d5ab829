import type { Policy } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import type { HotState } from '@redress/hot-state';
import type { ActionLinks } from '@redress/mail';
import type { Clock, Health, Logger, Metrics } from '@redress/runtime';
import type { Database } from '@redress/store';

/** What the console needs; the composition root brings it. */
export interface ConsoleDependencies {
  readonly database: Database;
  /** Read, to count what is on its way; written to when dead letters are put back. What the console changes goes out through the relay. */
  readonly log: Pick<EventLog, 'partitions' | 'read' | 'end' | 'lag' | 'publish'>;
  readonly hotState: Pick<HotState, 'withinLimit' | 'publish' | 'subscribe'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly policy: Policy;
  /** The notifier's: whoever changes something answers after the log has it. */
  readonly relay: { flush(): Promise<void>; wake(): void };
  /** The links in mails; null where the server has no public address. */
  readonly links: Pick<ActionLinks, 'verify'> | null;
  /** Where mails that were not sent are kept. */
  readonly outboxDirectory: string;
}

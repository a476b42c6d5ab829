import type { Consumer } from 'kafkajs';

/** What a membership hears of its kafkajs consumer. */
export interface Listeners {
  readonly onSign: () => void;
  readonly onJoin: (assigned: Readonly<Record<string, number[]>>) => void;
  readonly onHeartbeat: () => void;
  readonly onRebalancing: () => void;
  /** A fetch held no records of ours (markers, or compacted away); the next offset. */
  readonly onEmpty: (topic: string, partition: number, next: number) => void;
  readonly onCrash: (error: unknown) => void;
  /** A request was not answered in time; kafkajs would go on with the same connection, dead or not. */
  readonly onTimeout: () => void;
}

/** Attaches the listeners; kafkajs calls them at once, before it goes on. */
export function listen(consumer: Consumer, listeners: Listeners): void {
  const { events } = consumer;
  const { FETCH_START, FETCH, GROUP_JOIN, HEARTBEAT, REBALANCING } = events;
  for (const event of [FETCH_START, FETCH, GROUP_JOIN, HEARTBEAT, REBALANCING] as const)
    consumer.on(event, listeners.onSign);
  consumer.on(GROUP_JOIN, ({ payload }) => {
    listeners.onJoin(payload.memberAssignment);
  });
  consumer.on(HEARTBEAT, listeners.onHeartbeat);
  consumer.on(REBALANCING, listeners.onRebalancing);
  consumer.on(events.START_BATCH_PROCESS, ({ payload }) => {
    if (payload.batchSize === 0)
      listeners.onEmpty(payload.topic, payload.partition, Number(payload.lastOffset) + 1);
  });
  consumer.on(events.REQUEST_TIMEOUT, listeners.onTimeout);
  consumer.on(events.CRASH, ({ payload }) => {
    listeners.onCrash(payload.error);
  });
}

import { afterEach, describe, expect, it } from '@jest/globals';
import type { MailSender, SendOutcome } from '@redress/mail';
import { RedressError, createMetrics, silentLogger, systemClock } from '@redress/runtime';
import type { Database } from '@redress/store';
import { startFakeSqs } from '@redress/testkit';
import { openSqsQueue } from '@redress/work-queue';
import type { WorkQueue } from '@redress/work-queue';
import {
  clock,
  database,
  decideWithoutRelay,
  deliveries,
  goForward,
  nameId,
  policy,
  publish,
  queue,
  start,
  until,
  useNotifier,
} from '../fixtures/a-notifier.ts';
import { aScored, email } from '../fixtures/a-scored.ts';
import type { Loop } from '../start-loop.ts';
import { startCourier } from './start-courier.ts';

const SENT: SendOutcome = { kind: 'accepted', response: '250 ok' };

const doors: (() => void)[] = [];

/** A door that is opened by the test, or at its end. */
function createDoor(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  doors.push(open);
  return { opened, open };
}

describe('the courier', () => {
  useNotifier();
  let courier: Loop | null = null;
  afterEach(async () => {
    for (const open of doors.splice(0)) open();
    await courier?.stop();
    courier = null;
  });

  /** The queue of the test, and what was asked of it about the hiding of messages. */
  const watched = (): WorkQueue & { readonly hidden: number[] } => {
    const hidden: number[] = [];
    return {
      ...queue,
      hidden,
      async changeVisibility(message, seconds) {
        await queue.changeVisibility(message, seconds);
        hidden.push(seconds);
      },
    };
  };
  const begin = (given: {
    send: () => Promise<SendOutcome>;
    queue?: WorkQueue;
    database?: Database;
    flush?: () => Promise<void>;
  }): void => {
    const { send, flush = () => Promise.resolve() } = given;
    courier = startCourier({
      ...{ database, queue, ...given },
      ...{ clock, policy, nameId, send, alone: false, random: () => 0 },
      logger: silentLogger,
      metrics: createMetrics(),
      relay: { wake: () => undefined, flush },
    });
  };
  /** A delivery, and so many messages on the queue that name it. */
  const queueDelivery = async (messages = 1): Promise<void> => {
    await decideWithoutRelay(aScored('1'));
    const [delivery] = await deliveries();
    const body = JSON.stringify({ deliveryId: delivery?.id, version: delivery?.version });
    await queue.send(Array.from({ length: messages }, () => ({ body })));
  };
  const depth = () => queue.depth();

  it('keeps a message from others while it is sent and until its record is out', async () => {
    await queueDelivery();
    const sending = createDoor();
    const publishing = createDoor();
    const seen = watched();
    begin({
      queue: seen,
      send: () => sending.opened.then(() => SENT),
      flush: () => publishing.opened,
    });
    await until(async () => (await deliveries())[0]?.state === 'sending');
    const waitBeyondItsTime = async (): Promise<void> => {
      for (let step = 0; step < 4; step += 1) {
        const before = seen.hidden.length;
        goForward(25_000);
        await until(() => Promise.resolve(seen.hidden.length > before + 1));
        expect(await queue.receive(1, 1)).toEqual([]);
      }
    };
    await waitBeyondItsTime();
    sending.open();
    await until(async () => (await deliveries())[0]?.state === 'sent');
    await waitBeyondItsTime();
    publishing.open();
    await until(async () => (await depth()).hidden === 0);
    expect(await depth()).toEqual({ visible: 0, hidden: 0, dead: 0 });
    const extended = seen.hidden.length;
    goForward(100_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.hidden).toHaveLength(extended);
  });

  it('writes down a mail that went out once the store is back, and does not send it again meanwhile', async () => {
    await queueDelivery(2);
    let away = false;
    let failures = 0;
    let mails = 0;
    begin({
      database: {
        ...database,
        transaction: (work) => {
          if (!away) return database.transaction(work);
          failures += 1;
          return Promise.reject(
            new RedressError('REDRESS_STORE_UNAVAILABLE', 'away', { retryable: true }),
          );
        },
      },
      send: () => {
        mails += 1;
        away = true;
        return Promise.resolve(SENT);
      },
    });
    await until(() => Promise.resolve(failures > 3));
    // Longer than a lease, and than others wait for a message.
    goForward(60_000);
    away = false;
    await until(async () => (await deliveries())[0]?.state === 'sent');
    await until(async () => (await depth()).hidden + (await depth()).visible === 0);
    expect(mails).toBe(1);
  });

  it('backs off from a message that it cannot handle, longer each time, until it is put aside; put back, it is delivered', async () => {
    await queueDelivery();
    let broken = true;
    const seen = watched();
    begin({
      queue: seen,
      send: () => (broken ? Promise.reject(new Error('no template')) : Promise.resolve(SENT)),
    });
    const backedOff = () => seen.hidden.filter((seconds) => seconds !== 30);
    for (let receive = 1; receive <= 8; receive += 1) {
      await until(() => Promise.resolve(backedOff().length === receive));
      goForward(901_000);
      courier?.wake();
    }
    await until(async () => (await depth()).dead === 1);
    expect(backedOff()).toEqual([5, 10, 20, 40, 80, 160, 320, 450]);
    broken = false;
    expect(await queue.redrive()).toBe(1);
    courier?.wake();
    await until(async () => (await deliveries())[0]?.state === 'sent');
    await until(async () => (await depth()).hidden === 0);
    expect(await depth()).toEqual({ visible: 0, hidden: 0, dead: 0 });
  });

  it('uses up one receive of a message, and of those in hand, where the store goes away', async () => {
    await queueDelivery(3);
    let away = true;
    let asked = 0;
    const store: Database = {
      ...database,
      transaction: (work) =>
        away ? Promise.reject(new Error('away')) : database.transaction(work),
      query: (...query) => {
        asked += 1;
        return away ? Promise.reject(new Error('away')) : database.query(...query);
      },
    };
    let received = 0;
    begin({
      database: store,
      send: () => Promise.resolve(SENT),
      queue: {
        ...queue,
        async receive(...given) {
          const messages = await queue.receive(...given);
          received += messages.length;
          return messages;
        },
      },
    });
    await until(() => Promise.resolve(asked > 5));
    expect(received).toBe(3);
    away = false;
    await until(async () => {
      goForward(10_000);
      courier?.wake();
      return (await deliveries())[0]?.state === 'sent';
    });
    expect(received).toBeLessThanOrEqual(6);
  });

  it('gives back at once what it has in hand and has not begun when it is stopped', async () => {
    await queueDelivery(3);
    const sending = createDoor();
    let begun = 0;
    begin({
      send: () => {
        begun += 1;
        return sending.opened.then(() => SENT);
      },
    });
    await until(() => Promise.resolve(begun === 1));
    const stopped = courier?.stop();
    sending.open();
    await stopped;
    expect(begun).toBe(1);
    expect(await depth()).toEqual({ visible: 2, hidden: 0, dead: 0 });
  });

  it('sends one mail a delivery, however often and in whatever order a queue hands its messages over', async () => {
    let turn = 0;
    const fake = await startFakeSqs({ repeats: 4, random: () => ((turn += 0.37) * 7) % 1 });
    const sqs = await openSqsQueue({
      ...{ queueUrl: fake.url, connection: fake.connection },
      ...{ clock: systemClock, logger: silentLogger, random: () => 0 },
    });
    fake.script(({ action, before }) =>
      action === 'DeleteMessageBatch' && before % 3 === 0 ? { kind: 'entries', failed: [0] } : null,
    );
    try {
      const sent: string[] = [];
      const mailSender: MailSender = {
        send({ deliveryId }) {
          sent.push(deliveryId);
          return Promise.resolve(SENT);
        },
        close: () => Promise.resolve(),
      };
      const notifier = await start({ queue: sqs, mailSender });
      const names = ['ann', 'bob', 'cid', 'dot', 'eve'];
      await publish(
        ...names.map((name) =>
          aScored(name, { customer: { name, identities: [email(`${name}@example.org`)] } }),
        ),
      );
      await until(() => Promise.resolve(new Set(sent).size === names.length));
      await until(() => Promise.resolve(fake.queue.bodies().length === 0));
      const receives = fake.calls.filter(({ action }) => action === 'ReceiveMessage');
      expect(receives.length).toBeGreaterThan(names.length);
      expect(sent).toHaveLength(names.length);
      await notifier.stop();
    } finally {
      await sqs.close();
      await fake.stop();
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@redress/contracts';
import { readOutboxMail } from '@redress/mail';
import type { MailSender, SendOutcome } from '@redress/mail';
import { countOutcomes, loadPositions, saveSource } from '@redress/store';
import { NOW, aScored, email, phone } from './fixtures/a-scored.ts';

import { startDelivery } from './courier/start-delivery.ts';
import {
  SCORED,
  clock,
  database,
  decideWithoutRelay,
  decided,
  deliveries,
  goForward,
  log,
  mails,
  nameId,
  outbox,
  policy,
  publish,
  queue,
  settled,
  stamp,
  start,
  tasks,
  until,
  useNotifier,
} from './fixtures/a-notifier.ts';

useNotifier();

describe('the notifier', () => {
  it('makes one task and one mail of a complaint, and nothing more of the same event again', async () => {
    const { relay } = await start();
    const scored = aScored('1');
    await publish(scored);
    await settled(1);
    await publish(
      scored,
      scored,
      aScored(
        '2',
        { customer: { identities: [] }, score: undefined },
        {
          detractor: { probability: 0, flag: false },
          form: 'thanks',
          causes: [],
          sentiment: { label: 'positive', negative: 0, neutral: 0, positive: 1 },
        },
      ),
    );
    await until(async () => (await decided()).length === 2);
    await relay.flush();
    expect(await tasks()).toMatchObject([{ owner: 'kim', state: 'open' }]);
    expect(await mails()).toMatchObject([{ to: expect.stringContaining('kim@example.org') }]);
    expect((await decided()).sort()).toEqual(
      [`${scored.feedbackId} task`, `${aScored('2').feedbackId} outer loop only`].sort(),
    );
    expect((await countOutcomes(database)).counted).toMatchObject({ task: 1 });
  });

  it('has it in the log that a mail is being sent before it is', async () => {
    const states: string[] = [];
    const mailSender: MailSender = {
      send: async () => {
        for (let partition = 0; partition < log.partitions('deliveries.v1'); partition += 1)
          for await (const { value } of log.read('deliveries.v1', partition)) {
            const read = decodeEvent('deliveries.v1', value!);
            if (read.ok) states.push(read.event.data.state);
          }
        return { kind: 'accepted', response: '250' };
      },
      close: () => Promise.resolve(),
    };
    await start({ mailSender });
    await publish(aScored('1'));
    await until(async () => (await deliveries())[0]?.state === 'sent');
    expect(states).toEqual(['queued', 'sending']);
  });

  it('loses nothing and doubles nothing where it stops between commit and relay', async () => {
    await decideWithoutRelay(aScored('1'));
    expect(await decided()).toEqual([]);
    await start();
    await settled(1);
    await until(async () => (await decided()).length === 1);
    expect(await tasks()).toHaveLength(1);
  });

  it('takes rows out again where the queue failed after the log had them, with the same ids and one mail', async () => {
    let failures = 2;
    const send = queue.send.bind(queue);
    queue.send = (messages) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('away')) : send(messages);
    };
    await start();
    await publish(aScored('1'));
    await settled(1);
    expect(new Set(await decided()).size).toBe(1);
    expect((await decided()).length).toBeGreaterThan(1);
  });

  it('sends what was starting when it stopped again, under the same Message-ID', async () => {
    await decideWithoutRelay(aScored('1'));
    const [{ id, messageId } = { id: '', messageId: '' }] = await deliveries();
    await database.transaction((tx) => startDelivery(tx, id, { now: clock.now(), policy, nameId }));
    expect(await deliveries()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    await start();
    await settled(1);
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2, messageId }]);
    expect((await readOutboxMail(outbox, id))?.text).toContain('You came so late again.');
  });

  it('tries a mail again later where its way was closed for a while, and gives up where it never opens', async () => {
    const answers: SendOutcome[] = [
      { kind: 'temporary', reason: 'the server is busy' },
      { kind: 'permanent', reason: 'no such mailbox' },
      { kind: 'accepted', response: 'the supervisor heard of it' },
    ];
    const sender: MailSender = { send: async () => answers.shift()!, close: async () => undefined };
    await start({ mailSender: sender });
    await publish(aScored('1'));
    await until(async () => (await deliveries())[0]?.reason === 'the server is busy');
    expect((await deliveries())[0]).toMatchObject({ state: 'queued', attempts: 1 });
    goForward(61_000);
    const given = async () => (await deliveries()).find(({ state }) => state === 'failed');
    await until(async () => (await given()) !== undefined);
    expect(await given()).toMatchObject({ reason: 'no such mailbox', attempts: 2 });
  });

  it('climbs the ladder when a clock runs out, each rung once', async () => {
    await start();
    await publish(aScored('1'));
    await settled(1);
    const [task] = await tasks();
    goForward(Date.parse(task!.clocks.acknowledgeDueAt!) - Date.parse(NOW) + 1000);
    await settled(2);
    goForward(31 * 60_000);
    await settled(3);
    const [after] = await tasks();
    expect(after!.ladder.fired).toBe(2);
    expect((await mails()).map(({ to }) => (to.includes('lee') ? 'lee' : 'kim')).sort()).toEqual([
      'kim',
      'kim',
      'lee',
    ]);
  });

  it('shows but never mails what comes from a source that is not live', async () => {
    await database.transaction((tx) => saveSource(tx, { source: 'test', live: false }, stamp));
    const { relay } = await start();
    await publish(aScored('1'));
    await until(async () => (await tasks()).length === 1);
    await relay.flush();
    expect((await deliveries()).map(({ state }) => state)).toEqual(['shadow']);
    expect(await mails()).toEqual([]);
  });

  it('makes one task of two customers that turn out to be one', async () => {
    await start();
    const [mail, call] = [email('ann@example.org', true), phone('+4930123', true)];
    await publish(
      aScored('1', { customer: { identities: [mail] } }),
      aScored('2', { customer: { identities: [call] } }),
    );
    await until(async () => (await decided()).length === 2);
    await publish(aScored('3', { customer: { identities: [mail, call] } }));
    await until(async () => (await countOutcomes(database)).counted.joined === 2);
    const open = (await tasks()).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    expect(open[0]!.touches).toHaveLength(3);
  });

  it('puts aside what it cannot decide and goes on with the rest', async () => {
    await log.publish([
      { topic: SCORED, partition: 0, key: 'broken', value: Buffer.from('not an event') },
    ]);
    await publish(aScored('1'));
    await start();
    await settled(1);
    await until(async () => {
      const ends = await Promise.all(
        Array.from({ length: log.partitions('dead-letters.v1') }, (_, partition) =>
          log.end('dead-letters.v1', partition),
        ),
      );
      return ends.reduce((sum, end) => sum + end, 0) === 1;
    });
  });

  it('is not behind for what it put aside', async () => {
    await publish(aScored('1'));
    await log.publish([
      { topic: SCORED, partition: 0, key: 'broken', value: Buffer.from('not an event') },
    ]);
    await start();
    await settled(1);
    const lag = async () => {
      const positions = await loadPositions(database, 'redress.notifier');
      const lags = await log.lag('redress.notifier', [SCORED], positions);
      return lags.reduce((sum, one) => sum + one.lag, 0);
    };
    await until(async () => (await lag()) === 0);
  });
});

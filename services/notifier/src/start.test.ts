import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, decodeEvent, encodeEvent, uuidV5 } from '@redress/contracts';
import type { FeedbackScored, OwnerRecord, Policy } from '@redress/contracts';
import { openEmbeddedLog } from '@redress/event-log';
import type { EventLog, StoredRecord } from '@redress/event-log';
import { createOutboxSender, readOutbox, readOutboxMail } from '@redress/mail';
import type { MailSender, SendOutcome } from '@redress/mail';
import { createMetrics, silentLogger } from '@redress/runtime';
import type { Clock } from '@redress/runtime';
import {
  applyDecisions,
  countOutcomes,
  listDeliveries,
  listTasks,
  loadPositions,
  saveOwner,
  saveSource,
} from '@redress/store';
import type { Database } from '@redress/store';
import { openTestDatabase } from '@redress/store/testing';
import { createEmbeddedQueue } from '@redress/work-queue';
import type { WorkQueue } from '@redress/work-queue';
import { NOW, aScored, email, eventOf, phone } from './fixtures/a-scored.ts';

import { startDelivery } from './courier/start-delivery.ts';
import { createFeedbackScoredHandler } from './handlers/feedback-scored.ts';
import { startNotifier } from './start.ts';
import type { Notifier } from './start.ts';

const SCORED = 'feedback.scored.v1';
const nameId = (name: string) => uuidV5(name);
const stamp = { transactionId: 'test', at: NOW };
const kim: OwnerRecord = {
  id: 'kim',
  name: 'Kim',
  email: 'kim@example.org',
  timeZone: 'UTC',
  languages: ['en'],
  teams: [],
  supervisor: 'lee',
};
const lee: OwnerRecord = {
  id: 'lee',
  name: 'Lee',
  email: 'lee@example.org',
  timeZone: 'UTC',
  languages: ['en'],
  teams: [],
};
const policy: Policy = { ...DEFAULT_POLICY, fallbackOwner: 'kim' };

let directory: string;
let outbox: string;
let database: Database;
let log: EventLog;
let queue: WorkQueue;
let offset: number;
let notifier: Notifier | null;

/** Runs from NOW on, and can be set forward. */
const started = Date.now();
const clock: Clock = {
  now: () => new Date(Date.parse(NOW) + Date.now() - started + offset).toISOString(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(milliseconds, 20));
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-notifier-'));
  outbox = path.join(directory, 'outbox');
  offset = 0;
  notifier = null;
  database = await openTestDatabase();
  log = openEmbeddedLog({ directory: path.join(directory, 'log'), clock });
  queue = createEmbeddedQueue({ database, clock, name: 'deliveries' });
  for (const owner of [kim, lee]) await database.transaction((tx) => saveOwner(tx, owner, stamp));
});

afterEach(async () => {
  await notifier?.stop();
  await log.close();
  await database.close();
  rmSync(directory, { recursive: true });
});

async function start(given: { mailSender?: MailSender; policy?: Policy } = {}): Promise<Notifier> {
  const sender = createOutboxSender({ directory: outbox });
  notifier = await startNotifier({
    log,
    database,
    queue,
    mailSender: sender,
    sampleSender: sender,
    alone: true,
    links: null,
    clock,
    logger: silentLogger,
    metrics: createMetrics(),
    policy,
    ...given,
  });
  return notifier;
}

function recordOf(scored: FeedbackScored) {
  const { eventId } = eventOf(scored);
  const value = encodeEvent({ id: eventId, type: SCORED, source: 'test', time: NOW, data: scored });
  return { topic: SCORED, partition: 0, key: eventId, value } as const;
}

const publish = (...scored: FeedbackScored[]) => log.publish(scored.map(recordOf));

async function until(what: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 8000;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`in vain: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Commits what a feedback brings, and stops there. */
async function decideWithoutRelay(scored: FeedbackScored): Promise<void> {
  const handle = createFeedbackScoredHandler({
    database,
    clock,
    logger: silentLogger,
    policy,
    nameId,
    onCommit: () => undefined,
  });
  await publish(scored);
  const records: StoredRecord[] = [];
  for await (const record of log.read(SCORED, 0)) records.push(record);
  expect(await handle(records, { signal: new AbortController().signal })).toEqual([{ kind: 'ok' }]);
}

const decided = async () => {
  const ids: string[] = [];
  for (let partition = 0; partition < log.partitions('feedback.decided.v1'); partition += 1) {
    for await (const { value } of log.read('feedback.decided.v1', partition)) {
      const read = decodeEvent('feedback.decided.v1', value!);
      if (!read.ok) throw new Error(read.reason);
      ids.push(`${read.event.data.feedbackId} ${read.event.data.outcome}`);
    }
  }
  return ids;
};
const mails = () => readOutbox(outbox);
const tasks = async () => (await listTasks(database, { order: 'opened', limit: 50 })).items;
const deliveries = async () => (await listDeliveries(database, { limit: 50 })).items;
const settled = async (mailCount: number) => {
  await until(async () => (await mails()).length === mailCount);
  await until(async () => !(await deliveries()).some(({ state }) => state === 'sending'));
};

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
    ];
    const sender: MailSender = { send: async () => answers.shift()!, close: async () => undefined };
    await start({ mailSender: sender });
    await publish(aScored('1'));
    await until(async () => (await deliveries())[0]?.reason === 'the server is busy');
    expect((await deliveries())[0]).toMatchObject({ state: 'queued', attempts: 1 });
    offset = 61_000;
    await until(async () => (await deliveries())[0]?.state === 'failed');
    expect((await deliveries())[0]).toMatchObject({ reason: 'no such mailbox', attempts: 2 });
  });

  it('climbs the ladder when a clock runs out, each rung once', async () => {
    await start();
    await publish(aScored('1'));
    await settled(1);
    const [task] = await tasks();
    offset = Date.parse(task!.clocks.acknowledgeDueAt!) - Date.parse(NOW) + 1000;
    await settled(2);
    offset += 31 * 60_000;
    await settled(3);
    const [after] = await tasks();
    expect(after!.ladder.fired).toBe(2);
    expect((await mails()).map(({ to }) => (to.includes('lee') ? 'lee' : 'kim')).sort()).toEqual([
      'kim',
      'kim',
      'lee',
    ]);
  });

  it('sends one digest for what goes over the cap of an hour', async () => {
    await start({ policy: { ...policy, mailsPerOwnerAndHour: 1 } });
    const from = (value: string) => ({
      customer: { name: value, identities: [email(`${value}@example.org`)] },
    });
    await publish(aScored('1', from('ann')));
    await settled(1);
    await publish(aScored('2', from('bob')), aScored('3', from('cleo')));
    await until(
      async () => (await deliveries()).filter(({ state }) => state === 'digested').length === 2,
    );
    offset = 60 * 60_000;
    const theDigest = async () => (await deliveries()).findLast(({ kind }) => kind === 'digest');
    await until(async () => (await theDigest())?.state === 'sent');
    const digest = await theDigest();
    const text = (await readOutboxMail(outbox, digest!.id))?.text ?? '';
    expect(text).toContain('bob');
    expect(text).toContain('cleo');
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

  it('leaves out of a digest what was acknowledged while it waited', async () => {
    const { relay } = await start({ policy: { ...policy, mailsPerOwnerAndHour: 1 } });
    const from = (value: string) => ({
      customer: { name: value, identities: [email(`${value}@example.org`)] },
    });
    await publish(aScored('1', from('ann')));
    await settled(1);
    await publish(aScored('2', from('bob')), aScored('3', from('cleo')));
    await until(
      async () => (await deliveries()).filter(({ state }) => state === 'digested').length === 2,
    );
    const bobs = (await tasks()).find(({ touches }) => touches[0] === aScored('2').feedbackId)!;
    const at = clock.now();
    await database.transaction((tx) =>
      applyDecisions(
        tx,
        [
          {
            touches: [],
            tasks: [
              { ...bobs, state: 'acknowledged', acknowledgedAt: at, version: bobs.version + 1 },
            ],
            deliveries: [],
            themeDeltas: [],
            effects: [],
          },
        ],
        { ...stamp, transactionId: 'acknowledged', policy },
      ),
    );
    await relay.flush();
    offset = 60 * 60_000;
    const theDigest = async () => (await deliveries()).findLast(({ kind }) => kind === 'digest');
    await until(async () => (await theDigest())?.state === 'sent');
    const text = (await readOutboxMail(outbox, (await theDigest())!.id))?.text ?? '';
    expect(text).not.toContain('bob');
    expect(text).toContain('cleo');
  });

  it('keeps to the cap of an hour when many mails are due at once', async () => {
    await start({ policy: { ...policy, mailsPerOwnerAndHour: 1 } });
    await publish(
      ...['ann', 'bob', 'cleo', 'dan'].map((value) =>
        aScored(value, { customer: { name: value, identities: [email(`${value}@example.org`)] } }),
      ),
    );
    await until(async () => (await deliveries()).some(({ state }) => state === 'sent'));
    await until(async () =>
      (await deliveries()).every(({ state, kind }) => kind === 'digest' || state !== 'queued'),
    );
    expect((await deliveries()).filter(({ state }) => state === 'digested')).toHaveLength(3);
  });
});

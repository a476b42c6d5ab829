import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import { openEmbeddedLog } from '@redress/event-log';
import type { ConsumerState, EventLog } from '@redress/event-log';
import type { OutgoingMail, SendOutcome } from '@redress/mail';
import { silentLogger, systemClock } from '@redress/runtime';
import { deleteOutbox, readOutbox, recordDeadLetter, writeSetting } from '@redress/store';
import type { Database } from '@redress/store';
import { openTestDatabase } from '@redress/store/testing';
import { NOW } from '../fixtures/a-scored.ts';
import { createOpsWatch, startOpsWatch } from './start-ops-watch.ts';
import type { OpsWatch } from './start-ops-watch.ts';

const { signal } = new AbortController();
const SENT: SendOutcome = { kind: 'accepted', response: 'ok' };

let directory: string;
let log: EventLog;
let database: Database;
let minute: number;
let mails: OutgoingMail[];
let answers: SendOutcome[];
let consumers: Record<string, ConsumerState>;
let away: boolean;
let silent: boolean;
beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-ops-'));
  log = openEmbeddedLog({ directory, clock: systemClock });
  database = await openTestDatabase();
  minute = 0;
  mails = [];
  answers = [];
  consumers = {};
  away = false;
  silent = false;
});
afterEach(async () => {
  await log.close();
  await database.close();
  rmSync(directory, { recursive: true });
});

const now = () => new Date(Date.parse(NOW) + minute * 60_000).toISOString();
const gone = () => Promise.reject(new Error('connection refused'));
/** The store as one notifier sees it, until it is away. */
const seen = (): Database => ({
  ...database,
  query: (sql, parameters) => (away ? gone() : database.query(sql, parameters)),
  transaction: (work) => (away ? gone() : database.transaction(work)),
  takeLead: (name) => (away ? gone() : database.takeLead(name)),
});
const aWatch = (addresses = ['ops@example.org']) =>
  createOpsWatch({
    database: seen(),
    log,
    consumers: () => consumers,
    mailSender: {
      async send(mail) {
        mails.push(mail);
        return answers.shift() ?? SENT;
      },
    },
    clock: { now, sleep: () => Promise.resolve() },
    logger: silentLogger,
    policy: { ops: { ...DEFAULT_POLICY.ops, addresses } },
  });
/** Looks once; the relay takes out what that committed, unless it is silent. */
const look = async (watch: OpsWatch) => {
  await watch.look(signal);
  if (!silent && !away) await takeOut();
};
/** Looks every half minute up to a minute, that one included. */
const until = async (watch: OpsWatch, end: number) => {
  for (; minute <= end; minute += 0.5) await look(watch);
};
const subjects = () => mails.map(({ subject }) => subject.replace('Redress: ', ''));
const putAside = (id: string, reason = 'is no JSON in UTF-8') =>
  recordDeadLetter(database, {
    id,
    topic: 'feedback.received.v1',
    partition: 0,
    offset: 1,
    queue: null,
    key: 'k',
    headers: {},
    group: 'redress.scorer',
    reason,
    attempts: 1,
    at: now(),
    bytes: Buffer.from('You came so late.'),
    replayedAt: null,
  });
const waiting = () =>
  database.transaction((tx) => writeSetting(tx, 'x', 1, { transactionId: 't', at: now() }));
const takeOut = async () => {
  const rows = await readOutbox(database, 100);
  await deleteOutbox(
    database,
    rows.map(({ id }) => id),
  );
};

describe('the watch over Redress itself', () => {
  it('mails of dead letters by reason, once each, at most every hour, and never what is in them', async () => {
    const watch = aWatch(['ops@example.org', 'night@example.org']);
    await putAside('a');
    await putAside('b', 'newer version: is of type feedback.received.v2');
    await until(watch, 10);
    expect(mails.map(({ to }) => to.address)).toEqual(['ops@example.org', 'night@example.org']);
    expect(mails[0]!.text).toContain('1 × newer version');
    expect(mails[0]!.text).toContain('1 × is no JSON in UTF-8');
    expect(JSON.stringify(mails)).not.toContain('so late');
    await putAside('c');
    await until(watch, 140);
    await watch.release();
    expect(subjects().filter((_, index) => index % 2 === 0)).toEqual([
      'trouble: feedback could not be handled',
      'still: feedback could not be handled',
      'over: no further feedback failed within an hour',
    ]);
    expect(mails[2]!.text).toContain('1 × is no JSON in UTF-8');
    expect(mails[2]!.inReplyToThread).toBe(mails[0]!.messageId);
  });

  it('mails of news that does not go out, and when it does', async () => {
    const watch = aWatch();
    silent = true;
    await waiting();
    await until(watch, 8);
    expect(subjects()).toEqual(['trouble: news is decided and does not go out']);
    expect(mails[0]!.text).toContain('waits for 5 minutes');
    silent = false;
    await until(watch, 15);
    await watch.release();
    expect(subjects()[1]).toBe('over: news goes out again');
  });

  it('mails of a stage that does not catch up, and of a consumer that stopped', async () => {
    const watch = aWatch();
    const value = Buffer.from('{}');
    await log.publish([
      { topic: 'feedback.received.v1', partition: 0, key: 'k', value },
      { topic: 'feedback.received.v1', partition: 1, key: 'k', value },
    ]);
    await until(watch, 9);
    expect(mails).toEqual([]);
    consumers = { notifier: { state: 'stopped', reason: 'too many were dead-lettered' } };
    await until(watch, 11);
    await watch.release();
    expect(subjects()).toEqual([
      'trouble: a part of Redress stopped',
      'trouble: feedback waits and does not get less',
    ]);
    expect(mails[0]!.text).toContain('notifier: too many were dead-lettered');
    expect(mails[1]!.text).toContain('scorer: 2 records wait');
  });

  it('is one of several notifiers, and the next one does not tell anew', async () => {
    const [first, second] = [aWatch(), aWatch()];
    consumers = { scorer: { state: 'stopped', reason: 'flood' } };
    await look(first);
    await look(second);
    expect(mails).toHaveLength(1);
    await first.release();
    minute = 10;
    await look(second);
    expect(mails).toHaveLength(1);
    minute = 61;
    await look(second);
    await second.release();
    expect(subjects()).toEqual([
      'trouble: a part of Redress stopped',
      'still: a part of Redress stopped',
    ]);
  });

  it('goes on while the store is away, and tells that it is; who watched does, the others do not', async () => {
    const [first, second] = [aWatch(), aWatch()];
    await look(first);
    await look(second);
    away = true;
    await until(first, 7);
    minute = 0;
    await until(second, 7);
    expect(subjects()).toEqual(['trouble: news is decided and does not go out']);
    expect(mails[0]!.text).toContain('The store does not answer.');
    away = false;
    await until(first, 13);
    await first.release();
    expect(subjects()[1]).toBe('over: news goes out again');
  });

  it('tries a mail again that did not go, as the same mail', async () => {
    const watch = aWatch();
    consumers = { scorer: { state: 'stopped', reason: 'flood' } };
    answers = [{ kind: 'temporary', reason: 'busy' }];
    await look(watch);
    await look(watch);
    await look(watch);
    await watch.release();
    expect(mails).toHaveLength(2);
    expect(mails[1]).toEqual(mails[0]);
  });

  it('mails nobody where nobody is named', async () => {
    consumers = { scorer: { state: 'stopped', reason: 'flood' } };
    const running = startOpsWatch({
      database: seen(),
      log,
      consumers: () => consumers,
      mailSender: { send: () => Promise.reject(new Error('must not be asked')) },
      clock: systemClock,
      logger: silentLogger,
      policy: DEFAULT_POLICY,
    });
    await running.stop();
  });
});

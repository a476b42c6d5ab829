import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import {
  appendOutbox,
  applyDecisions,
  claimDueClocks,
  countDeadLetters,
  countOutcomes,
  deleteOutbox,
  findActivePolicy,
  findCustomers,
  findFeedback,
  findStory,
  findToken,
  listDeliveries,
  listSources,
  listTasks,
  loadPositions,
  oldestOutboxAge,
  readOutbox,
  readSetting,
  recordDeadLetter,
  releaseClock,
  removeSamples,
  replaceClocks,
  saveContact,
  saveCustomers,
  saveDeliveries,
  saveIdempotentAnswer,
  saveOwner,
  savePolicy,
  savePositions,
  saveSource,
  saveToken,
  sentInLastHour,
  sourceIsLive,
  takeEvents,
  takeIdempotencyKey,
  useToken,
  writeSetting,
} from './index.ts';
import type { Database, NewOutboxRow } from './index.ts';
import {
  aCustomer,
  aDelivery,
  aStamp,
  aTask,
  anOpening,
  at,
  idOf,
  NOW,
} from './fixtures/a-world.ts';
import { openTestDatabase } from './testing.ts';

const nothing = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
const owner = {
  id: 'marta',
  email: 'marta@example.com',
  timeZone: 'UTC',
  languages: [],
  teams: [],
};
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('events', () => {
  it('are taken once, in one batch or in several', async () => {
    const event = (name: string) => ({ eventId: idOf(name), feedbackId: idOf('feedback') });
    expect(await takeEvents(database, [event('b'), event('a'), event('b')], NOW)).toEqual(
      new Set([idOf('a'), idOf('b')]),
    );
    expect(await takeEvents(database, [event('c'), event('a')], NOW)).toEqual(new Set([idOf('c')]));
    expect(await takeEvents(database, [], NOW)).toEqual(new Set());
  });
});

describe('the outbox', () => {
  const row = (key: string, over: Partial<NewOutboxRow> = {}): NewOutboxRow => ({
    destination: 'log',
    topic: 'tasks.v1',
    partition: 1,
    key,
    value: '{}',
    notBefore: null,
    ...over,
  });

  it('is read in order and never parts a transaction', async () => {
    for (const transaction of ['one', 'two', 'three']) {
      await database.transaction((tx) =>
        appendOutbox(
          tx,
          [row(`${transaction} a`), row(`${transaction} b`, { value: null })],
          aStamp(transaction),
        ),
      );
    }
    const rows = await readOutbox(database, 3);
    expect(rows.map(({ key }) => key)).toEqual(['one a', 'one b', 'two a', 'two b']);
    expect(rows[1]?.value).toBeNull();
    await deleteOutbox(
      database,
      rows.map(({ id }) => id),
    );
    expect((await readOutbox(database, 3)).map(({ key }) => key)).toEqual(['three a', 'three b']);
  });

  it('hides the rows of a transaction that has not ended', async () => {
    await database.transaction(async (tx) => {
      await appendOutbox(tx, [row('a')], aStamp());
      expect(await readOutbox(tx, 10)).toEqual([]);
    });
    expect(await readOutbox(database, 10)).toHaveLength(1);
  });

  it('does not overtake a transaction that began before', async () => {
    await appendOutbox(database, [row('a')], aStamp());
    await database.query(
      'UPDATE outbox SET xid = (pg_current_xact_id()::text::bigint + 100)::text::xid8',
    );
    expect(await readOutbox(database, 10)).toEqual([]);
  });

  it('tells the age of its oldest row', async () => {
    expect(await oldestOutboxAge(database, NOW)).toBeNull();
    await appendOutbox(database, [row('a')], aStamp());
    expect(await oldestOutboxAge(database, at(2))).toBe(120);
  });
});

describe('clocks', () => {
  const clock = (key: string, minutes: number) => ({
    taskId: 't',
    kind: 'escalate' as const,
    key,
    dueAt: at(minutes),
  });

  it('that are due are held by one until the lease runs out', async () => {
    await replaceClocks(database, ['t'], [clock('1.2', 5), clock('1.1', 0), clock('1.3', 90)]);
    expect(await claimDueClocks(database, at(10), at(11), 10)).toEqual([
      clock('1.1', 0),
      clock('1.2', 5),
    ]);
    expect(await claimDueClocks(database, at(10), at(11), 10)).toEqual([]);
    expect(await claimDueClocks(database, at(11), at(12), 1)).toEqual([clock('1.1', 0)]);
  });

  it('that turn out stale go, unless they were set anew meanwhile', async () => {
    await replaceClocks(database, ['t'], [clock('1.1', 0)]);
    await releaseClock(database, clock('1.1', -5));
    expect(await claimDueClocks(database, at(1), at(2), 10)).toHaveLength(1);
    await releaseClock(database, clock('1.1', 0));
    expect(await claimDueClocks(database, at(3), at(4), 10)).toEqual([]);
  });
});

describe('positions', () => {
  it('are kept for each group', async () => {
    await savePositions(
      database,
      'redress.notifier',
      new Map([
        ['a/0', 3],
        ['a/1', 5_000_000_000],
      ]),
    );
    await savePositions(database, 'redress.notifier', new Map([['a/0', 4]]));
    expect(await loadPositions(database, 'redress.notifier')).toEqual(
      new Map([
        ['a/0', 4],
        ['a/1', 5_000_000_000],
      ]),
    );
    expect(await loadPositions(database, 'redress.other')).toEqual(new Map());
  });
});

describe('lists', () => {
  it('of tasks come a page at a time in every order, and fit the filter', async () => {
    const severities = ['low', 'critical', 'high', 'medium', 'critical'] as const;
    const tasks = severities.map((severity, place) =>
      aTask(`t${String(place)}`, `c${String(place)}`, {
        severity,
        openedAt: at(place),
        nextClockAt: place === 3 ? null : at(100 - place),
        ...(place === 3
          ? { state: 'resolved' as const, owner: 'piotr', causes: ['other' as const] }
          : {}),
      }),
    );
    await saveCustomers(
      database,
      tasks.map((_task, place) =>
        aCustomer(`c${String(place)}`, { name: place === 0 ? '100 % Anna' : 'Jan' }),
      ),
      aStamp(),
    );
    await applyDecisions(database, [{ ...nothing, tasks }], aStamp());
    const all = async (order: 'due' | 'opened' | 'severity') => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listTasks(database, { order, limit: 2, after });
        seen.push(
          ...page.items.map(({ id }) => `t${String(tasks.findIndex((task) => task.id === id))}`),
        );
        after = page.next ?? undefined;
      } while (after !== undefined);
      return seen;
    };
    expect(await all('due')).toEqual(['t4', 't2', 't1', 't0', 't3']);
    expect(await all('opened')).toEqual(['t4', 't3', 't2', 't1', 't0']);
    const worst = await all('severity');
    expect(new Set(worst.slice(0, 2))).toEqual(new Set(['t1', 't4']));
    expect(worst.slice(2)).toEqual(['t2', 't3', 't0']);

    const count = async (filter: object) =>
      (await listTasks(database, { order: 'due', limit: 10, ...filter })).items.length;
    expect(await count({ state: 'unfinished' })).toBe(4);
    expect(await count({ state: 'resolved' })).toBe(1);
    expect(await count({ severity: 'critical' })).toBe(2);
    expect(await count({ owner: 'piotr' })).toBe(1);
    expect(await count({ cause: 'delay-waiting' })).toBe(4);
    expect(await count({ q: 'jan' })).toBe(4);
    expect(await count({ q: '100 %' })).toBe(1);
    expect(await count({ q: '%' })).toBe(1);
    await expect(listTasks(database, { order: 'due', limit: 1, after: 'x' })).rejects.toMatchObject(
      { code: 'REDRESS_CURSOR_INVALID' },
    );
  });

  it('of deliveries come newest first; those sent in the last hour are counted', async () => {
    const sent = (name: string, minutes: number) =>
      aDelivery(name, 't', { state: 'sent', createdAt: at(minutes), sentAt: at(minutes) });
    await saveDeliveries(
      database,
      [sent('a', -61), sent('b', -59), sent('c', 0), aDelivery('d', 't')],
      aStamp(),
    );
    expect(await sentInLastHour(database, 'marta', NOW)).toBe(2);
    const first = await listDeliveries(database, { state: 'sent', limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([idOf('c'), idOf('b')]);
    const second = await listDeliveries(database, {
      state: 'sent',
      limit: 2,
      after: first.next ?? undefined,
    });
    expect(second).toMatchObject({ items: [{ id: idOf('a') }], next: null });
  });
});

describe('settings, sources and policies', () => {
  it('are read as they were written and go to their topics', async () => {
    expect(await readSetting(database, 'x')).toBeNull();
    await writeSetting(database, 'x', { a: [1] }, aStamp());
    expect(await readSetting(database, 'x')).toEqual({ a: [1] });
    expect(await sourceIsLive(database, 'hook')).toBe(true);
    await saveSource(database, { source: 'hook', live: false }, aStamp());
    expect(await sourceIsLive(database, 'hook')).toBe(false);
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

describe('keys and tokens', () => {
  it('answer the same request again with the first answer', async () => {
    const request = { key: 'k', route: 'POST /x', requestHash: 'h', at: NOW };
    expect(await takeIdempotencyKey(database, request)).toEqual({ kind: 'new' });
    expect(await takeIdempotencyKey(database, request)).toEqual({ kind: 'in-progress' });
    await saveIdempotentAnswer(database, { key: 'k', route: 'POST /x', status: 202, body: '{}' });
    expect(await takeIdempotencyKey(database, request)).toEqual({
      kind: 'answered',
      status: 202,
      body: '{}',
    });
    expect(await takeIdempotencyKey(database, { ...request, requestHash: 'other' })).toEqual({
      kind: 'other-request',
    });
  });

  it('let a one-time token be used once and before it expires', async () => {
    const token = {
      hash: 'h',
      kind: 'start' as const,
      ownerId: null,
      createdAt: NOW,
      expiresAt: at(5),
      usedAt: null,
    };
    await saveToken(database, token, aStamp());
    expect(await findToken(database, 'h')).toEqual(token);
    expect(await useToken(database, 'h', at(5))).toBeNull();
    expect(await useToken(database, 'h', at(4))).toMatchObject({ usedAt: at(4) });
    expect(await useToken(database, 'h', at(4))).toBeNull();
  });
});

describe('dead letters', () => {
  it('are kept once, untouched', async () => {
    const letter = {
      topic: 'feedback.scored.v1',
      partition: 0,
      offset: 7,
      key: 'k',
      reason: 'is no JSON',
      attempts: 1,
      bytes: new Uint8Array([0, 255]),
    };
    await recordDeadLetter(database, letter, NOW);
    await recordDeadLetter(database, letter, NOW);
    expect(await countDeadLetters(database)).toBe(1);
    const { rows } = await database.query("SELECT encode(bytes, 'hex') AS bytes FROM dead_letters");
    expect(rows).toEqual([{ bytes: '00ff' }]);
  });
});

describe('samples', () => {
  it('are counted apart and taken away without a trace of real feedback, tombstones for the log', async () => {
    await saveCustomers(
      database,
      [aCustomer('real'), aCustomer('sample', { sample: true })],
      aStamp(),
    );
    await saveOwner(database, owner, aStamp());
    await saveOwner(database, { ...owner, id: 'sample-owner', sample: true }, aStamp());
    await takeEvents(
      database,
      [
        { eventId: idOf('e1'), feedbackId: idOf('sample call') },
        { eventId: idOf('e2'), feedbackId: idOf('sample call') },
      ],
      NOW,
    );
    await applyDecisions(
      database,
      [anOpening('real call', 'real'), anOpening('sample call', 'sample', { sample: true })],
      aStamp(),
    );
    const contact = {
      id: idOf('sms'),
      customerId: idOf('real'),
      at: NOW,
      channel: 'sms',
      direction: 'outbound' as const,
      kind: 'sales' as const,
    };
    expect(await saveContact(database, contact, aStamp())).toBe(true);
    expect(await saveContact(database, contact, aStamp())).toBe(false);
    expect(await countOutcomes(database)).toMatchObject({
      counted: { task: 1 },
      samples: { task: 1 },
    });
    await database.query('DELETE FROM outbox');

    const removed = await database.transaction((tx) => removeSamples(tx, aStamp('remove')));
    expect(removed).toEqual({
      feedback: 1,
      tasks: 1,
      deliveries: 1,
      customers: 1,
      owners: 1,
      contacts: 0,
    });
    expect(await countOutcomes(database)).toMatchObject({
      counted: { task: 1 },
      samples: { task: 0 },
    });
    expect(await findFeedback(database, [idOf('real call')])).toHaveLength(1);
    expect(await findCustomers(database, [idOf('sample')])).toEqual([]);
    expect((await findStory(database, idOf('real'))).map(({ kind }) => kind)).toEqual([
      'touch',
      'contact',
      'task',
      'delivery',
    ]);
    const rows = await readOutbox(database, 100);
    expect(rows.every(({ value }) => value === null)).toBe(true);
    const told = rows.map(({ topic, key, partition }) =>
      `${topic} ${key} ${topic.startsWith('feedback.received') ? String(partition) : ''}`.trim(),
    );
    expect(told).toContain(`feedback.received.v1 ${idOf('e1')} 2`);
    expect(told).toContain(`feedback.received.v1 ${idOf('e2')} 2`);
    expect(rows.map(({ topic }) => topic)).toEqual([
      'feedback.received.v1',
      'feedback.received.v1',
      'feedback.scored.v1',
      'feedback.scored.v1',
      'feedback.decided.v1',
      'alerts.v1',
      'tasks.v1',
      'deliveries.v1',
      'customers.v1',
      'owners.v1',
    ]);
    expect(
      await takeEvents(database, [{ eventId: idOf('e1'), feedbackId: idOf('sample call') }], NOW),
    ).toEqual(new Set());
  });
});

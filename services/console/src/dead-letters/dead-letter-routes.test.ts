import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeEvent } from '@redress/contracts';
import { readDeadLetter } from '@redress/event-log';
import { recordDeadLetter } from '@redress/store';
import type { DeadLetter } from '@redress/store';
import { aScored, email, openConsole } from '../fixtures/a-console.ts';
import type { TestConsole } from '../fixtures/a-console.ts';

const AT = '2026-11-22T09:00:00.000Z';
let server: TestConsole;
beforeAll(async () => {
  server = await openConsole();
});
afterAll(() => server.close());

const aLetter = (id: string, given: Partial<DeadLetter> = {}): DeadLetter => ({
  id,
  topic: 'feedback.received.v1',
  partition: 0,
  offset: Number(id.replace(/\D/g, '')),
  queue: null,
  key: `key of ${id}`,
  headers: { traceparent: 'trace' },
  group: 'redress.scorer',
  reason: 'is no JSON in UTF-8',
  attempts: 1,
  at: AT,
  bytes: Buffer.from('{"text":"You came so late'),
  replayedAt: null,
  ...given,
});
const keep = (id: string, given: Partial<DeadLetter> = {}) =>
  recordDeadLetter(server.database, aLetter(id, given));
/** Answers as they are, without the types of tasks. */
const ask = async (method: 'GET' | 'POST', url: string, body?: unknown) => {
  const answered = await server.ask(method, url, body);
  return { status: answered.status, body: answered.body as unknown };
};
const replay = (body: object) => ask('POST', '/v1/dead-letters/replay', body);

describe('dead letters over HTTP', () => {
  it('are listed without what is in them, and shown one by one', async () => {
    await keep('one-1');
    const { body } = await ask('GET', '/v1/dead-letters?topic=feedback.received.v1');
    expect(body).toMatchObject({
      items: [{ id: 'one-1', reason: 'is no JSON in UTF-8', size: 25, replayedAt: null }],
      next: null,
    });
    expect(JSON.stringify(body)).not.toContain('so late');
    expect((await ask('GET', '/v1/dead-letters/one-1')).body).toMatchObject({
      key: 'key of one-1',
      text: '{"text":"You came so late',
    });
    expect((await ask('GET', '/v1/dead-letters/none')).status).toBe(404);
    expect((await ask('GET', '/v1/dead-letters?topic=nothing.v1')).status).toBe(422);
  });

  it('are put back untouched, written down in the log, and not a second time', async () => {
    await keep('two-2', { reason: 'newer version: is of type feedback.received.v2' });
    expect((await replay({ reason: 'newer version', dryRun: true })).body).toMatchObject({
      items: [{ id: 'two-2', outcome: 'would be replayed' }],
    });
    expect(server.published).toEqual([]);
    expect((await replay({ reason: 'newer version' })).body).toMatchObject({
      items: [{ id: 'two-2', outcome: 'replayed' }],
      next: null,
    });
    const [record, written] = server.published;
    expect(record).toMatchObject({
      topic: 'feedback.received.v1',
      partition: 0,
      key: 'key of two-2',
      headers: { traceparent: 'trace', 'redress-replay': 'two-2' },
    });
    expect(Buffer.from(record!.value!).toString()).toBe('{"text":"You came so late');
    expect(readDeadLetter(written!.value!)).toMatchObject({
      ok: true,
      letter: { id: 'two-2', replayedAt: AT },
    });
    expect((await replay({ reason: 'newer version' })).body).toEqual({ items: [], next: null });
    expect((await replay({ ids: ['two-2'] })).body).toMatchObject({
      items: [{ id: 'two-2', outcome: 'replayed before' }],
    });
    expect(server.published).toHaveLength(2);
    await replay({ ids: ['two-2'], again: true });
    expect(server.published).toHaveLength(4);
  });

  it('are refused with the way out where they came from a queue', async () => {
    const place = { topic: null, partition: null, offset: null };
    await keep('three-3', { ...place, queue: { name: 'feedback', messageId: 'm' } });
    expect((await replay({ ids: ['three-3'] })).body).toMatchObject({
      items: [
        { outcome: 'refused', detail: expect.stringContaining('POST /v1/feedback') as unknown },
      ],
    });
  });

  it('are put back a part at a time', async () => {
    for (let index = 100; index < 160; index += 1)
      await keep(`many-${String(index)}`, { reason: 'many' });
    const first = (await replay({ reason: 'many', dryRun: true })).body as {
      items: unknown[];
      next: string;
    };
    expect(first.items).toHaveLength(50);
    const second = await replay({ reason: 'many', dryRun: true, after: first.next });
    expect(second.body).toMatchObject({ next: null });
    expect((second.body as { items: unknown[] }).items).toHaveLength(10);
  });

  it('count right in the figures before and after they are put back and decided', async () => {
    const scored = aScored('back', { customer: { identities: [email('back@example.org')] } });
    const stats = async () => (await server.ask('GET', '/v1/stats')).body;
    const before = await stats();
    await keep('four-4', {
      reason: 'failed five times',
      bytes: encodeEvent({
        id: 'back',
        type: 'feedback.received.v1',
        source: 'test',
        time: AT,
        data: { feedbackId: scored.feedbackId },
      }),
    });
    expect(await stats()).toMatchObject({
      received: before.received + 1,
      dead: before.dead + 1,
      task: before.task,
    });
    await replay({ ids: ['four-4'] });
    // On its way: the log holds what was put back, and nobody has read it.
    const back = server.published.at(-2)!;
    server.backlog.push({ ...back, headers: back.headers ?? {}, offset: 0, at: AT });
    expect(await stats()).toMatchObject({
      received: before.received + 1,
      dead: before.dead,
      inFlight: before.inFlight + 1,
    });
    server.backlog.length = 0;
    await server.seed(scored);
    expect(await stats()).toMatchObject({
      received: before.received + 1,
      dead: before.dead,
      task: before.task + 1,
      inFlight: before.inFlight,
    });
  });
});

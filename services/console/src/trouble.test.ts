import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDeliveries, recordDeadLetter } from '@redress/store';
import { encodeEvent } from '@redress/contracts';
import { removeSampleStories } from './samples/remove-sample-stories.ts';
import { aScored, email, openConsole } from './fixtures/a-console.ts';
import type { TestConsole } from './fixtures/a-console.ts';

let server: TestConsole;

beforeAll(async () => {
  server = await openConsole();
});
afterAll(() => server.close());

describe('what no store can keep', () => {
  const unkept = 'A\0\ud800';

  it('becomes U+FFFD in whatever is written', async () => {
    const put = await server.ask('PUT', '/v1/customers', {
      name: unkept,
      identities: [{ type: 'crm', value: `${unkept}1` }],
    });
    expect(put.status).toBe(200);
    const { customerId } = put.body.items[0]!;
    expect((await server.ask('GET', `/v1/customers/${customerId}`)).body.name).toBe(
      'A\uFFFD\uFFFD',
    );
    const task = (await server.seed(
      aScored('nul', { customer: { identities: [email('nul@example.org')] } }),
    ))!;
    for (const [action, body] of [
      ['note', { text: unkept }],
      ['promise', { text: unkept, dueAt: '2030-01-01T00:00:00Z' }],
      ['assign', { owner: unkept }],
      ['not-a-complaint', { reason: unkept }],
    ] as const) {
      const { status } = await server.ask('POST', `/v1/tasks/${task.id}/${action}`, body);
      expect([action, status < 500]).toEqual([action, true]);
    }
  });

  it('is no failure in an address', async () => {
    const forged = [
      ['never', 'x'],
      ['2026-01-01T00:00:00.000Z', '\0'],
      ['9', 'x'],
      ['infinity', 'x'],
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
    for (const url of [
      '/v1/tasks?q=%00',
      '/v1/tasks?owner=%00',
      '/v1/tasks/%00',
      '/v1/customers/%00',
      '/v1/customers?identity=crm:%00',
      '/v1/deliveries/%00',
      '/v1/deliveries/%00/mail',
      '/v1/deliveries/%00/mail/html',
      '/v1/deliveries?recipient=%00&task=%00',
      ...forged.flatMap((cursor) => [
        `/v1/tasks?cursor=${cursor}`,
        `/v1/tasks?sort=severity&cursor=${cursor}`,
        `/v1/deliveries?cursor=${cursor}`,
      ]),
    ]) {
      const { status } = await server.ask('GET', url);
      expect([url, status < 500]).toEqual([url, true]);
    }
    expect((await server.ask('POST', '/v1/tasks/%00/acknowledge')).status).toBe(404);
    expect((await server.ask('POST', '/v1/sources/%00/live')).status).toBeLessThan(500);
  });
});

describe('a source that goes live', () => {
  it('takes its open tasks out of the shadow, so that their clocks reach somebody', async () => {
    const customer = { identities: [email('shadow@example.org')] };
    const task = (await server.seed(aScored('sh-1', { source: 'hook', customer })))!;
    await server.database.query(
      `UPDATE tasks SET shadow = true, data = jsonb_set(data, '{shadow}', 'true') WHERE id = $1`,
      [task.id],
    );
    await server.ask('POST', '/v1/sources/hook/live');
    const { rows } = await server.database.query<{ shadow: boolean; data: { shadow: boolean } }>(
      'SELECT shadow, data FROM tasks WHERE id = $1',
      [task.id],
    );
    expect(rows).toMatchObject([{ shadow: false, data: { shadow: false } }]);
  });
});

describe('dead letters in the figures', () => {
  it('count a feedback once, whatever its revisions and where else it is counted', async () => {
    const known = aScored('dl-1', { customer: { identities: [email('dl@example.org')] } });
    await server.seed(known);
    const before = (await server.ask('GET', '/v1/stats')).body;
    const keep = (offset: number, feedbackId: string) =>
      recordDeadLetter(server.database, {
        id: `dl-${String(offset)}`,
        topic: 'feedback.scored.v1',
        partition: 0,
        offset,
        queue: null,
        key: String(offset),
        headers: {},
        group: 'redress.notifier',
        reason: 'failed five times',
        attempts: 5,
        at: '2026-11-22T09:00:00.000Z',
        bytes: encodeEvent({
          id: String(offset),
          type: 'feedback.scored.v1',
          source: 'test',
          time: '2026-11-22T09:00:00.000Z',
          data: { feedbackId },
        }),
        replayedAt: null,
      });
    await keep(1, known.feedbackId);
    await keep(2, aScored('dl-2').feedbackId);
    await keep(3, aScored('dl-2').feedbackId);
    const { body } = await server.ask('GET', '/v1/stats');
    expect(body.dead).toBe(before.dead + 1);
    expect(body.received).toBe(before.received + 1);
  });
});

describe('removing the samples', () => {
  it('takes their mails out of the outbox, and no others', async () => {
    await server.seed(
      aScored('rm-1', { sample: true, customer: { identities: [email('rm@example.org')] } }),
    );
    const { items } = await listDeliveries(server.database, { limit: 200 });
    const [sample] = items.filter((delivery) => delivery.sample);
    await writeFile(join(server.outboxDirectory, `${sample!.id}.eml`), 'Subject: sample');
    await writeFile(join(server.outboxDirectory, 'real.eml'), 'Subject: real');
    const removed = await removeSampleStories(server.deps);
    expect(removed.deliveries).toBeGreaterThan(0);
    expect(removed).not.toHaveProperty('deliveryIds');
    const left = await readdir(server.outboxDirectory);
    expect(left).toContain('real.eml');
    expect(left).not.toContain(`${sample!.id}.eml`);
  });
});

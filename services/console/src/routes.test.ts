import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDeliveries, recordDeadLetter } from '@redress/store';
import { encodeEvent } from '@redress/contracts';
import { removeSampleStories } from './samples/remove-sample-stories.ts';
import { aReceived, aScored, email, openConsole } from './fixtures/a-console.ts';
import type { TestConsole } from './fixtures/a-console.ts';

let server: TestConsole;

beforeAll(async () => {
  server = await openConsole();
});
afterAll(() => server.close());

describe('PUT /v1/customers', () => {
  it('makes one customer of one record, found again by any of its identities', async () => {
    const record = {
      name: 'Ola Kowalska',
      identities: [
        { type: 'email', value: 'Ola@Example.org' },
        { type: 'phone', value: '+48 600 100 200' },
      ],
      account: 'acme',
      valuePerMonth: 200,
      currency: 'PLN',
    };
    const put = await server.ask('PUT', '/v1/customers', record);
    expect(put.status).toBe(200);
    const { customerId } = put.body.items[0]!;
    for (const identity of [
      'phone:+48600100200',
      'phone:%2B48600100200',
      'email:ola@example.org',
    ]) {
      const found = await server.ask('GET', `/v1/customers?identity=${identity}`);
      expect(found.body).toMatchObject({ id: customerId, accountId: 'acme', name: 'Ola Kowalska' });
    }
    expect((await server.ask('GET', '/v1/customers?identity=email:no@example.org')).status).toBe(
      404,
    );
    expect((await server.ask('GET', '/v1/customers?identity=shoe:42')).status).toBe(422);
  });

  it('joins profiles that one record lists together, and decides their open task anew', async () => {
    await server.seed(aScored('j-1', { customer: { identities: [email('j@example.org')] } }));
    const before = (await server.ask('GET', '/v1/customers?identity=email:j@example.org')).body;
    await server.ask('PUT', '/v1/customers', { identities: [{ type: 'crm', value: 'C-1' }] });
    const put = await server.ask('PUT', '/v1/customers', {
      name: 'Jan',
      identities: [
        { type: 'crm', value: 'C-1' },
        { type: 'email', value: 'j@example.org' },
      ],
      valuePerMonth: 5000,
      currency: 'EUR',
    });
    expect(put.body.items[0]!.joined).toHaveLength(1);
    const after = (await server.ask('GET', '/v1/customers?identity=crm:C-1')).body;
    expect(after.tasks).toHaveLength(1);
    expect(after.name).toBe('Jan');
    const codes = after.tasks[0]!.reasons.map(({ code }: { code: string }) => code);
    expect(codes).toContain('value');
    expect(before.tasks[0]!.reasons.map(({ code }: { code: string }) => code)).not.toContain(
      'value',
    );
  });

  it('names the record and the field that is wrong, and keeps nothing', async () => {
    const { status, body } = await server.ask('PUT', '/v1/customers', [
      { identities: [{ type: 'crm', value: 'C-9' }] },
      { identities: [{ type: 'crm', value: 'C-10' }], renewalOn: '31.02.2027' },
    ]);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { field: '1.renewalOn', message: 'must be a date like 2026-11-22' },
    ]);
    expect((await server.ask('GET', '/v1/customers?identity=crm:C-9')).status).toBe(404);
  });
});

describe('PUT /v1/owners', () => {
  it('hands the tasks of who is away to a stand-in', async () => {
    const task = await server.seed(
      aScored('o-1', { customer: { identities: [email('o@example.org')] } }),
    );
    const away = task!.owner;
    const standIn = away === 'marta' ? 'samir' : 'marta';
    const { status } = await server.ask('PUT', '/v1/owners', {
      id: away,
      email: `${away}@example.org`,
      absentUntil: '2026-12-01T00:00:00Z',
      standIn,
    });
    expect(status).toBe(200);
    expect((await server.ask('GET', `/v1/tasks/${task!.id}`)).body.owner).toBe(standIn);
    await server.ask('PUT', '/v1/owners', { id: away, email: `${away}@example.org` });
    expect((await server.ask('GET', '/v1/owners')).body.items).toHaveLength(2);
  });
});

describe('POST /v1/contacts', () => {
  const contact = {
    customer: { identity: { type: 'email', value: 'c@example.org' } },
    at: '2026-11-21T10:00:00Z',
    channel: 'email',
    kind: 'sales',
    text: 'Our new offer',
  };

  it('becomes part of the customer’s story, once', async () => {
    const first = await server.ask('POST', '/v1/contacts', contact);
    const again = await server.ask('POST', '/v1/contacts', contact);
    expect([first.status, again.body]).toEqual([201, first.body]);
    const story = await server.ask('GET', `/v1/customers/${first.body.customerId}`);
    expect(story.body.timeline).toEqual([
      expect.objectContaining({ kind: 'contact', contactKind: 'sales', text: 'Our new offer' }),
    ]);
  });

  it('refuses a customer id that nobody has', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const { status, body } = await server.ask('POST', '/v1/contacts', {
      ...contact,
      customer: { id },
    });
    expect([status, body.errors[0]!.field]).toEqual([422, 'customer.id']);
  });
});

describe('GET /v1/deliveries', () => {
  it('lists mails with whom they are about, and shows one as it was written', async () => {
    const task = await server.seed(
      aScored('d-1', { customer: { name: 'Dora', identities: [email('d@example.org')] } }),
    );
    const { items } = await listDeliveries(server.database, { taskId: task!.id, limit: 1 });
    const { id } = items[0]!;
    const list = await server.ask('GET', `/v1/deliveries?task=${task!.id}`);
    expect(list.body.items[0]).toMatchObject({ id, kind: 'opened', customerName: 'Dora' });
    expect((await server.ask('GET', `/v1/deliveries/${id}/mail`)).status).toBe(404);
    await writeFile(join(server.outboxDirectory, `${id}.eml`), MAIL);
    expect((await server.ask('GET', `/v1/deliveries/${id}/mail`)).body).toMatchObject({
      subject: 'Call Dora',
      text: 'Call her.',
      html: true,
    });
    const frame = await server.inject({
      url: `/v1/deliveries/${id}/mail/html`,
      headers: { authorization: `Bearer ${server.accessToken}` },
    });
    expect(frame.body).toContain('<p style="color:red">Call her.</p>');
    expect(frame.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  });

  it('does not lead out of the outbox folder', async () => {
    expect((await server.ask('GET', '/v1/deliveries/..%2F..%2Fetc%2Fpasswd/mail')).status).toBe(
      404,
    );
  });
});

const MAIL = [
  'From: Redress <redress@localhost>',
  'To: Marta <marta@example.org>',
  'Subject: Call Dora',
  'Date: Sun, 22 Nov 2026 09:00:00 +0000',
  'Content-Type: multipart/alternative; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Call her.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p style="color:red">Call her.</p>',
  '--b--',
  '',
].join('\r\n');

describe('GET /v1/stats', () => {
  it('adds up, with what is on its way counted once and samples apart', async () => {
    await server.seed(
      aScored('st-1', { sample: true, customer: { identities: [email('st@example.org')] } }),
    );
    server.backlog.push(aReceived('new-1', 0), aReceived('new-1', 1), aReceived('d-1', 2));
    const { body } = await server.ask('GET', '/v1/stats');
    expect(body.inFlight).toBe(1);
    expect(body.received).toBe(
      body.task + body.joined + body.outerLoopOnly + body.ignored + body.dead + body.inFlight,
    );
    expect(body.samples).toMatchObject({ received: 1, task: 1 });
    expect(body.lag).toContainEqual({ stage: 'scorer', records: 3 });
  });
});

describe('sources', () => {
  it('are heard of by their feedback, and go live when somebody says so', async () => {
    expect((await server.ask('POST', '/v1/sources/reviews/live')).body).toEqual({
      source: 'reviews',
      live: true,
    });
    const { body } = await server.ask('GET', '/v1/sources');
    expect(body.items).toContainEqual(expect.objectContaining({ source: 'reviews', live: true }));
    expect(body.items).toContainEqual(expect.objectContaining({ source: 'test' }));
  });

  it('go into shadow, before their first feedback too, and out again', async () => {
    const stateOf = async (name: string) => {
      const { body } = await server.ask('GET', '/v1/sources');
      const items: { source: string; live: boolean }[] = body.items;
      return items.find(({ source }) => source === name)?.live;
    };
    expect(await stateOf('poller')).toBeUndefined();
    expect((await server.ask('POST', '/v1/sources/poller/shadow')).body).toEqual({
      source: 'poller',
      live: false,
    });
    expect(await stateOf('poller')).toBe(false);
    await server.ask('POST', '/v1/sources/poller/live');
    expect(await stateOf('poller')).toBe(true);
    await server.ask('POST', '/v1/sources/test/shadow');
    expect(await stateOf('test')).toBe(false);
  });
});

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
      recordDeadLetter(
        server.database,
        {
          topic: 'feedback.scored.v1',
          partition: 0,
          offset,
          key: String(offset),
          reason: 'failed five times',
          attempts: 5,
          bytes: encodeEvent({
            id: String(offset),
            type: 'feedback.scored.v1',
            source: 'test',
            time: '2026-11-22T09:00:00.000Z',
            data: { feedbackId },
          }),
        },
        '2026-11-22T09:00:00.000Z',
      );
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

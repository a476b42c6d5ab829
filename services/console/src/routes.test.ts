import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDeliveries } from '@redress/store';
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
      const items = body.items as unknown as { source: string; live: boolean }[];
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

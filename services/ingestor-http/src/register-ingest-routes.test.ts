import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { EventLog, LogRecord } from '@redress/event-log';
import { createMemoryHotState } from '@redress/hot-state';
import { createIngestor } from '@redress/intake';
import { silentLogger } from '@redress/runtime';
import { registerIngestRoutes } from './register-ingest-routes.ts';

const feedback = {
  channel: 'survey',
  source: 'shop',
  sourceId: 'r-1',
  occurredAt: '2026-11-22T09:00:00Z',
  customer: { identities: [] },
  text: 'It came late.',
};

const clock = { now: () => '2026-11-22T10:00:00.000Z', sleep: async () => undefined };
let app: FastifyInstance;
let address: string;
let away = false;
const published: LogRecord[] = [];

beforeAll(async () => {
  const log = {
    partitions: () => 4,
    publish: async (records: readonly LogRecord[]) => {
      if (away) throw new Error('away');
      published.push(...records);
      return records.map(({ partition }, offset) => ({ partition, offset }));
    },
  } as unknown as EventLog;
  app = fastify();
  await registerIngestRoutes(app, {
    ingestor: createIngestor({ name: 'ingestor-http', log, clock, secret: 's' }),
    logger: silentLogger,
    feedbackLimit: { hotState: createMemoryHotState({ clock }), limit: 100_000 },
    authenticate: async (request, reply) => {
      if (request.headers.authorization !== 'Bearer good')
        await reply.code(401).send({ status: 401 });
    },
  });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => app.close());

interface Answer {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function post(
  url: string,
  payload: unknown,
  type = 'application/json',
  token = 'good',
): Promise<Answer> {
  const answer = await fetch(`${address}${url}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${token}` },
    body: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
  return {
    statusCode: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

describe('POST /v1/feedback', () => {
  it('answers 202 and the ids once the log has it', async () => {
    const answer = await post('/v1/feedback', feedback);
    expect(answer.statusCode).toBe(202);
    expect(answer.body).toEqual({ feedbackId: expect.any(String), eventId: published.at(-1)?.key });
  });

  it('takes an array and answers for each', async () => {
    const answer = await post('/v1/feedback', [feedback, { ...feedback, channel: 'pigeon' }]);
    expect(answer.statusCode).toBe(202);
    expect(answer.body).toMatchObject({
      items: [{ feedbackId: expect.any(String) }, { errors: [{ field: 'channel' }] }],
    });
  });

  it('names each wrong field in a problem', async () => {
    const answer = await post('/v1/feedback', { ...feedback, channel: 1, occurredAt: 'yesterday' });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((answer.body['errors'] as { field: string }[]).map(({ field }) => field)).toEqual([
      'channel',
      'occurredAt',
    ]);
  });

  it.each([
    ['malformed JSON', '{"channel":', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a poisoned prototype', '{"__proto__":{"sample":true}}', 'application/json', 400],
    ['another content type', 'channel=survey', 'application/x-www-form-urlencoded', 415],
    [
      'a body over 256 KiB',
      JSON.stringify({ ...feedback, text: 'x'.repeat(300_000) }),
      'application/json',
      413,
    ],
    ['no object', '[]', 'application/json', 422],
  ])('answers %s with a problem', async (_name, payload, type, status) => {
    const answer = await post('/v1/feedback', payload, type);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  it('asks to come again while the log is away', async () => {
    away = true;
    const answer = await post('/v1/feedback', feedback);
    away = false;
    expect(answer.statusCode).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('lets nobody in without a token', async () => {
    expect((await post('/v1/feedback', feedback, 'application/json', 'bad')).statusCode).toBe(401);
  });
});

describe('POST /v1/feedback/import', () => {
  const csv =
    'source,sourceId,occurredAt,scoreKind,score,text\n' +
    's,1,2026-11-22T09:00:00Z,nps,3,late\n' +
    's,2,2026-11-22T09:00:00Z,nps,eleven,late\n' +
    's,3,2026-11-22T09:00:00Z,nps,9,fine\n';

  it('takes the good lines and tells the others by number', async () => {
    const answer = await post('/v1/feedback/import?channel=survey', csv, 'text/csv; charset=utf-8');
    expect(answer.statusCode).toBe(202);
    expect(answer.body).toMatchObject({
      accepted: 2,
      rejectedCount: 1,
      rejected: [{ line: 3, problems: [{ field: 'score.value' }] }],
    });
  });

  it('takes JSON lines as well', async () => {
    const answer = await post(
      '/v1/feedback/import',
      `${JSON.stringify(feedback)}\n{`,
      'application/x-ndjson',
    );
    expect(answer.body).toMatchObject({
      accepted: 1,
      rejected: [{ line: 2, problems: [{ message: 'is no JSON' }] }],
    });
  });

  it('refuses a channel it does not know and a body that is no file', async () => {
    expect((await post('/v1/feedback/import?channel=pigeon', csv, 'text/csv')).statusCode).toBe(
      422,
    );
    expect((await post('/v1/feedback/import', '{}', 'application/json')).statusCode).toBe(415);
  });
});

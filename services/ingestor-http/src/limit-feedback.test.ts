import { afterEach, describe, expect, it } from '@jest/globals';
import { createMemoryHotState } from '@redress/hot-state';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { limitFeedback } from './limit-feedback.ts';

let now = Date.parse('2026-11-22T10:00:00.000Z');
const clock = { now: () => new Date(now).toISOString(), sleep: () => Promise.resolve() };
const opened: FastifyInstance[] = [];

afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

/** A server of one address; counts how often hot state was asked. */
async function open(limit: number, hotState = createMemoryHotState({ clock })) {
  const counted = { asked: 0 };
  const app = fastify();
  opened.push(app);
  const limiting = limitFeedback({
    limit,
    hotState: {
      withinLimit(...given) {
        counted.asked += 1;
        return hotState.withinLimit(...given);
      },
    },
  });
  app.post('/', { onRequest: limiting }, () => 'taken');
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const post = (token = 'a') =>
    fetch(address, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  return { post, counted };
}

describe('the limit of feedback', () => {
  it('answers 429 and when to come again to who sends more, and nobody else', async () => {
    const { post } = await open(3);
    const answers = [];
    for (let index = 0; index < 4; index += 1) answers.push(await post());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const refused = answers[3]!;
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(((await refused.json()) as { detail: string }).detail).toMatch(/Nothing was kept/);
    expect((await post('another')).status).toBe(200);
    now += 10_001;
    expect((await post()).status).toBe(200);
  });

  it('lets no more through when all come at once', async () => {
    const { post } = await open(20);
    const statuses = await Promise.all(
      Array.from({ length: 50 }, async () => (await post()).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  });

  it('asks hot state once for a hundredth of the limit', async () => {
    const { post, counted } = await open(10_000);
    for (let index = 0; index < 150; index += 1) await post();
    expect(counted.asked).toBe(2);
  });

  it('holds for two processes together', async () => {
    const hotState = createMemoryHotState({ clock });
    const [one, two] = [await open(4, hotState), await open(4, hotState)];
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await one.post()).status, (await two.post()).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });
});

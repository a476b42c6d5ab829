import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryHotState, announce } from '@redress/hot-state';
import type { HotState } from '@redress/hot-state';
import { eventually } from '@redress/testkit';
import { aScored, email, openConsole } from '../fixtures/a-console.ts';
import type { TestConsole } from '../fixtures/a-console.ts';
import { openStream } from '../fixtures/open-stream.ts';
import type { OpenStream } from '../fixtures/open-stream.ts';

let server: TestConsole;
let hotState: HotState;
const streams: OpenStream[] = [];

beforeAll(async () => {
  const clock = { now: () => '2026-11-22T09:00:00.000Z', sleep: () => Promise.resolve() };
  hotState = createMemoryHotState({ clock });
  server = await openConsole({ hotState });
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => server.close());

async function listen(token = server.accessToken): Promise<OpenStream> {
  const stream = await openStream(server.port, { authorization: `Bearer ${token}` });
  streams.push(stream);
  if (stream.status === 200) {
    await eventually('first event', () => (stream.events.length > 0 ? true : null));
  }
  return stream;
}
const newsOf = ({ events }: OpenStream) =>
  events.filter(({ event }) => event === 'news').map(({ data }) => data);

describe('GET /v1/live', () => {
  it('is for who is signed in alone', async () => {
    expect((await listen('wrong')).status).toBe(401);
  });

  it('is a stream that nobody keeps or gathers, with the headers of every answer', async () => {
    const { headers, events, others } = await listen();
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(events).toEqual([{ event: 'reach', data: { live: true } }]);
    expect(others).toEqual(['retry: 2000']);
  });

  it('tells every open page within a second what somebody changed, by its id', async () => {
    const task = (await server.seed(
      aScored('live-1', { customer: { name: 'Ann', identities: [email('live@example.org')] } }),
    ))!;
    const pages = [await listen(), await listen()];
    const { status } = await server.ask('POST', `/v1/tasks/${task.id}/acknowledge`);
    const answered = Date.now();
    expect(status).toBe(200);
    for (const page of pages) {
      await eventually('news', () => (newsOf(page).length > 0 ? true : null));
      expect(newsOf(page)).toEqual([{ tasks: [task.id], deliveries: 0 }]);
    }
    expect(Date.now() - answered).toBeLessThan(1000);
    expect(JSON.stringify(pages.map(({ events }) => events))).not.toMatch(/Ann|example/);
  });

  it('does not tell of a change that was refused', async () => {
    const page = await listen();
    await server.ask('POST', '/v1/tasks/none/acknowledge');
    await server.ask('PUT', '/v1/owners', { id: 'new', email: 'new@example.org' });
    await eventually('news', () => (newsOf(page).length > 0 ? true : null));
    expect(newsOf(page)).toEqual([{ tasks: null, deliveries: 0 }]);
  });

  it('tells what comes quickly after another as one', async () => {
    const page = await listen();
    for (let index = 0; index < 50; index += 1) {
      announce(hotState, { tasks: [`t${String(index % 5)}`], deliveries: 1 });
    }
    await eventually('news', () => (newsOf(page).length > 0 ? true : null));
    expect(newsOf(page)).toEqual([{ tasks: ['t0', 't1', 't2', 't3', 't4'], deliveries: 50 }]);
  });

  it('says "look again" of news in words it does not know', async () => {
    const page = await listen();
    await hotState.publish('changes', '{"plans":["p1"]}');
    await eventually('news', () => (newsOf(page).length > 0 ? true : null));
    expect(newsOf(page)).toEqual([{ tasks: null, deliveries: 1 }]);
  });

  it('has no room for a caller who opens one after the other, and room again when they close', async () => {
    for (let open = 0; open < 20; open += 1) expect((await listen()).status).toBe(200);
    const refused = await listen();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '5']);
    streams[0]!.close();
    await eventually('room', async () => ((await listen()).status === 200 ? true : null));
  });

  it('says when the changes of other processes come through and when not, and does not hold up a server that closes', async () => {
    let reached: (reaches: boolean) => void = () => undefined;
    const partly = await openConsole({
      hotState: {
        ...hotState,
        subscribe: (channel, hear, changed = () => undefined) => {
          reached = changed;
          return hotState.subscribe(channel, hear);
        },
      },
    });
    const page = await openStream(partly.port, { authorization: `Bearer ${partly.accessToken}` });
    await eventually('first event', () => (page.events.length === 1 ? true : null));
    reached(false);
    const second = await openStream(partly.port, {
      authorization: `Bearer ${partly.accessToken}`,
    });
    reached(true);
    await eventually('events', () => (page.events.length === 3 ? true : null));
    await eventually('events', () => (second.events.length === 2 ? true : null));
    const said = ({ events }: OpenStream) =>
      events.map(({ data }) => (data as { live: boolean }).live);
    expect([said(page), said(second)]).toEqual([
      [true, false, true],
      [false, true],
    ]);
    page.close();

    const start = Date.now();
    await partly.app.close();
    await second.ended;
    expect(Date.now() - start).toBeLessThan(5000);
    await partly.close();
  });
});

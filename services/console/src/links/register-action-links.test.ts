import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Task } from '@redress/domain';
import { findTask, listActivity } from '@redress/store';
import { aScored, email, openConsole } from '../fixtures/a-console.ts';
import type { TestConsole } from '../fixtures/a-console.ts';

let server: TestConsole;
let people = 0;

beforeAll(async () => {
  server = await openConsole();
});
afterAll(() => server.close());

async function aTask(name = 'Ann'): Promise<Task> {
  people += 1;
  const task = await server.seed(
    aScored(`l-${String(people)}`, {
      customer: { name, identities: [email(`l${String(people)}@example.org`)] },
    }),
  );
  return task!;
}

const post = (url: string, form = '') =>
  server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form,
  });
const stateOf = async (task: Task) => (await findTask(server.database, task.id))?.state;

describe('a link in a mail', () => {
  it('only shows when it is opened, by a person or a scanner', async () => {
    const task = await aTask();
    const url = server.link(task, 'acknowledge');
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      await server.inject({ method, url });
      expect(await stateOf(task)).toBe('open');
    }
    const page = await server.inject({ url });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<button class="primary">I have it</button>');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('acts when its button is pressed, once', async () => {
    const task = await aTask();
    const url = server.link(task, 'acknowledge');
    expect((await post(url)).statusCode).toBe(200);
    const after = await findTask(server.database, task.id);
    expect(after).toMatchObject({ state: 'acknowledged', version: 2 });
    expect((await post(url)).statusCode).toBe(200);
    expect((await findTask(server.database, task.id))?.version).toBe(2);
    const lines = await listActivity(server.database, task.id);
    expect(lines.filter(({ type }) => type === 'acknowledge')).toEqual([
      expect.objectContaining({ actor: task.owner }),
    ]);
  });

  it('takes a promise with its time in the owner’s zone, and says what is missing', async () => {
    const task = await aTask();
    const url = server.link(task, 'promise', 'marta');
    const empty = await post(url, 'text=&dueAt=2026-11-22T18%3A30');
    expect([empty.statusCode, empty.body]).toEqual([
      422,
      expect.stringContaining('Say what you promise.'),
    ]);
    await post(url, 'text=A+new+date&dueAt=2026-11-22T18%3A30');
    expect((await findTask(server.database, task.id))?.promises).toEqual([
      expect.objectContaining({ text: 'A new date', dueAt: '2026-11-22T17:30:00.000Z' }),
    ]);
  });

  it('hands over, and is then worth nothing to who had it', async () => {
    const task = await aTask();
    await post(
      server.link(task, 'hand-over', task.owner),
      `owner=${task.owner === 'marta' ? 'samir' : 'marta'}`,
    );
    const late = await post(server.link(task, 'not-a-complaint', task.owner));
    expect([late.statusCode, late.body]).toEqual([
      410,
      expect.stringContaining('Somebody else has the task now'),
    ]);
    expect(await stateOf(task)).toBe('open');
  });

  it('closes what is no complaint', async () => {
    const task = await aTask();
    await post(server.link(task, 'not-a-complaint'), 'reason=a+test');
    expect(await findTask(server.database, task.id)).toMatchObject({
      state: 'closed',
      closedReason: 'not a complaint',
    });
  });

  it('that is forged, expired or of an earlier cycle changes nothing and says so', async () => {
    const task = await aTask();
    const good = server.link(task, 'acknowledge');
    expect((await post(`${good}x`)).statusCode).toBe(404);
    expect((await post('/a/x')).statusCode).toBe(404);
    const expired = await post(
      server.link(task, 'acknowledge', 'marta', '2026-11-22T08:00:00.000Z'),
    );
    expect([expired.statusCode, expired.body]).toEqual([410, expect.stringContaining('expired')]);
    expect((await post(server.link({ ...task, cycle: 2 }, 'acknowledge'))).statusCode).toBe(410);
    expect(await stateOf(task)).toBe('open');
  });

  it('shows a customer’s name as text, whatever it holds', async () => {
    const task = await aTask('<script>alert(1)</script>');
    const { body } = await server.inject({ url: server.link(task, 'acknowledge') });
    expect(body).not.toContain('<script>');
    expect(body).toContain('&lt;script&gt;');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listActivity, readOutbox } from '@redress/store';
import { aScored, email, openConsole } from '../fixtures/a-console.ts';
import type { TestConsole } from '../fixtures/a-console.ts';

let server: TestConsole;
let people = 0;

beforeAll(async () => {
  server = await openConsole();
});
afterAll(() => server.close());

/** A new task of somebody new. */
async function aTask() {
  people += 1;
  const name = `Person ${String(people)}`;
  const task = await server.seed(
    aScored(`s-${String(people)}`, {
      customer: { name, identities: [email(`p${String(people)}@example.org`)] },
    }),
  );
  return task!;
}

describe('the inbox', () => {
  it('lists tasks with names, a part at a time', async () => {
    await aTask();
    await aTask();
    const first = await server.ask('GET', '/v1/tasks?state=unfinished&limit=1');
    expect(first.status).toBe(200);
    expect(first.body.items).toHaveLength(1);
    expect(first.body.items[0]).toMatchObject({
      state: 'open',
      owner: expect.stringMatching(/marta|samir/),
      ownerName: expect.stringMatching(/Marta Nowak|Samir/),
      customer: { name: expect.stringContaining('Person') },
      clocks: { acknowledgeDueAt: expect.any(String) },
      reasons: expect.any(Array),
      version: 1,
    });
    const second = await server.ask('GET', `/v1/tasks?limit=1&cursor=${first.body.next!}`);
    expect(second.body.items[0]!.id).not.toBe(first.body.items[0]!.id);
  });

  it('finds by name and refuses what it does not know', async () => {
    const found = await server.ask('GET', '/v1/tasks?q=person%201&sort=opened');
    expect(
      found.body.items.map(({ customer }: { customer: { name: string } }) => customer.name),
    ).toContain('Person 1');
    for (const query of ['state=lost', 'severity=huge', 'limit=0', 'cursor=x']) {
      const { status } = await server.ask('GET', `/v1/tasks?${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });
});

describe('a task', () => {
  it('tells the whole story, with the words that were marked', async () => {
    const task = await aTask();
    const { body } = await server.ask('GET', `/v1/tasks/${task.id}`);
    expect(body).toMatchObject({ id: task.id, nextStep: { at: expect.any(String) } });
    const said = body.timeline.find(({ kind }: { kind: string }) => kind === 'feedback');
    expect(said).toMatchObject({
      text: 'You came so late again.',
      score: 'NPS 1',
      inTask: true,
      spans: [{ start: 9, end: 16, kind: 'cause', label: 'delay-waiting' }],
    });
    const sum = body.reasons.reduce(
      (total: number, { points }: { points: number }) => total + points,
      0,
    );
    expect(sum).toBeGreaterThan(0);
  });

  it('that is not there is a 404', async () => {
    expect((await server.ask('GET', '/v1/tasks/none')).status).toBe(404);
    expect((await server.ask('POST', '/v1/tasks/none/acknowledge')).status).toBe(404);
  });
});

describe('an action', () => {
  it('acknowledges in the name of the token’s owner, and is in the log before it is answered', async () => {
    const task = await aTask();
    const before = server.flushes();
    const { status, body } = await server.ask('POST', `/v1/tasks/${task.id}/acknowledge`);
    expect([status, body.state, body.version]).toEqual([200, 'acknowledged', 2]);
    expect(server.flushes()).toBe(before + 1);
    const lines = await listActivity(server.database, task.id);
    expect(lines).toContainEqual(expect.objectContaining({ actor: 'marta', type: 'acknowledge' }));
    const out = await readOutbox(server.database, 500);
    expect(out.filter(({ topic, key }) => topic === 'tasks.v1' && key === task.id).length).toBe(2);
  });

  it('sent again with the same key happens once and is answered the same', async () => {
    const task = await aTask();
    const send = (text: string) =>
      server.ask('POST', `/v1/tasks/${task.id}/note`, { text }, { 'idempotency-key': 'k-1' });
    const first = await send('called, no answer');
    const again = await send('called, no answer');
    expect(again).toMatchObject({ status: 200, body: first.body });
    const other = await send('something else');
    expect([other.status, other.body.errors[0]!.field]).toEqual([422, 'Idempotency-Key']);
    const notes = (await listActivity(server.database, task.id)).filter(
      ({ type }) => type === 'note',
    );
    expect(notes).toHaveLength(1);
  });

  it('on a version that is not current any more is a conflict and changes nothing', async () => {
    const task = await aTask();
    const { status, body } = await server.ask('POST', `/v1/tasks/${task.id}/acknowledge`, {
      version: 7,
    });
    expect([status, body.detail]).toEqual([409, expect.stringContaining('version 1')]);
    expect((await server.ask('GET', `/v1/tasks/${task.id}`)).body.state).toBe('open');
    expect(
      (await server.ask('POST', `/v1/tasks/${task.id}/acknowledge`, { version: 1 })).status,
    ).toBe(200);
  });

  it('refused leaves its key free for the right request', async () => {
    const task = await aTask();
    const send = (owner: string) =>
      server.ask('POST', `/v1/tasks/${task.id}/assign`, { owner }, { 'idempotency-key': 'k-2' });
    expect((await send('nobody')).status).toBe(422);
    expect(await send('samir')).toMatchObject({ status: 200, body: { owner: 'samir' } });
  });

  it('goes from promise to delivery to resolution, and open again', async () => {
    const { id } = await aTask();
    const step = (name: string, body: object) =>
      server.ask('POST', `/v1/tasks/${id}/${name}`, body);
    const promised = await step('promise', {
      text: 'A new date',
      dueAt: '2026-11-22T14:00:00+01:00',
    });
    expect(promised.body).toMatchObject({
      state: 'promised',
      promises: [{ text: 'A new date', dueAt: '2026-11-22T13:00:00.000Z', status: 'pending' }],
    });
    expect((await step('deliver', {})).body.state).toBe('delivered');
    const resolved = await step('resolve', {
      cause: 'delay-waiting',
      action: { type: 'credit', cost: 20 },
    });
    expect(resolved.body).toMatchObject({
      state: 'resolved',
      resolution: { by: 'marta', cause: 'delay-waiting' },
    });
    expect((await step('acknowledge', {})).status).toBe(409);
    expect((await step('reopen', { reason: 'It came late again' })).body).toMatchObject({
      state: 'open',
      cycle: 2,
    });
  });

  it('resolves with the causes that the owner confirmed: in the task, its timeline and the examples', async () => {
    const { id } = await aTask();
    const resolve = (causes: readonly string[]) =>
      server.ask('POST', `/v1/tasks/${id}/resolve`, {
        cause: 'handoff-disconnect',
        causes,
        action: { type: 'apology' },
      });
    for (const [causes, message] of [
      [[], 'must name at least one; `other` where none fits'],
      [['other', 'other'], 'must name each cause once'],
    ] as const) {
      const { status, body } = await resolve(causes);
      expect([status, body.errors]).toEqual([422, [{ field: 'causes', message }]]);
    }
    expect((await resolve(['lateness'])).status).toBe(422);
    const causes = ['delay-waiting', 'broken-promise'];
    expect((await resolve(causes)).body).toMatchObject({
      state: 'resolved',
      resolution: { causes },
    });
    expect(await listActivity(server.database, id)).toContainEqual(
      expect.objectContaining({ type: 'resolve', data: expect.objectContaining({ causes }) }),
    );
    const { body } = await server.ask('GET', `/v1/tasks/${id}`);
    expect(body.timeline).toContainEqual(
      expect.objectContaining({
        type: 'resolve',
        detail: '(apology, for handoff-disconnect; complained of: delay-waiting, broken-promise)',
      }),
    );
    const examples = await server.ask('GET', '/v1/examples');
    expect(examples.body.items).toEqual([
      expect.objectContaining({ id: `${id}:1`, causes, text: 'You came so late again.' }),
    ]);
  });

  it('names each field that is wrong', async () => {
    const task = await aTask();
    const { status, body } = await server.ask('POST', `/v1/tasks/${task.id}/promise`, {
      dueAt: 'soon',
    });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { field: 'text', message: 'is missing' },
      { field: 'dueAt', message: expect.stringContaining('ISO 8601') },
    ]);
    const past = await server.ask('POST', `/v1/tasks/${task.id}/promise`, {
      text: 'x',
      dueAt: '2026-11-22T08:00:00Z',
    });
    expect([past.status, past.body.detail]).toEqual([422, expect.stringContaining('has passed')]);
  });
});

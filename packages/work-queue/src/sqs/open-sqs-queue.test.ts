import { afterEach, describe, expect, it } from '@jest/globals';
import { silentLogger, systemClock } from '@redress/runtime';
import { startFakeSqs } from '@redress/testkit';
import type { FakeSqs, FakeSqsCall, FakeSqsFault } from '@redress/testkit';
import { openSqsQueue } from './open-sqs-queue.ts';
import type { SqsQueue } from './open-sqs-queue.ts';

let fake: FakeSqs;
let queue: SqsQueue;
afterEach(async () => {
  await queue.close();
  await fake.stop();
});

async function open(options: Parameters<typeof startFakeSqs>[0] = {}): Promise<void> {
  fake = await startFakeSqs(options);
  queue = await openSqsQueue({
    queueUrl: fake.url,
    connection: fake.connection,
    clock: { ...systemClock, sleep: () => Promise.resolve() },
    logger: silentLogger,
    random: () => 0,
    timeouts: { connect: 500, answer: 500, poll: 500 },
  });
}

const bodies = (count: number): { body: string }[] =>
  Array.from({ length: count }, (_, index) => ({ body: String(index) }));
const callsOf = (action: string): readonly FakeSqsCall[] =>
  fake.calls.filter((call) => call.action === action);
const entriesOf = ({ input }: FakeSqsCall): string[] =>
  (input['Entries'] as { MessageBody: string }[]).map(({ MessageBody }) => MessageBody);
/** The fault for the first calls of an action; later ones are answered as usual. */
const atFirst =
  (action: string, fault: FakeSqsFault, times = 1) =>
  (call: FakeSqsCall): FakeSqsFault | null =>
    call.action === action && call.before < times ? fault : null;

describe('sending to SQS', () => {
  it('sends again only the entries that failed', async () => {
    await open();
    fake.script(atFirst('SendMessageBatch', { kind: 'entries', failed: [1, 7] }));
    await queue.send(bodies(10));
    expect(callsOf('SendMessageBatch').map(entriesOf)).toEqual([
      bodies(10).map(({ body }) => body),
      ['1', '7'],
    ]);
    expect([...fake.queue.bodies()].sort()).toEqual(bodies(10).map(({ body }) => body));
  });

  it('gives up on an entry that fails on and on, for now', async () => {
    await open();
    fake.script(({ action }) =>
      action === 'SendMessageBatch' ? { kind: 'entries', failed: [0] } : null,
    );
    await expect(queue.send(bodies(3))).rejects.toMatchObject({
      code: 'REDRESS_QUEUE_UNAVAILABLE',
      retryable: true,
      message: expect.stringContaining('failed on 1 of 3 messages (InternalError)'),
    });
    expect(fake.queue.bodies()).toEqual(['1', '2']);
  });

  it('does not try what is refused for a fault of its own', async () => {
    await open();
    fake.script(
      atFirst('SendMessageBatch', {
        kind: 'entries',
        failed: [0],
        code: 'InvalidMessageContents',
        senderFault: true,
      }),
    );
    await expect(queue.send(bodies(2))).rejects.toMatchObject({
      code: 'REDRESS_QUEUE_MESSAGE_INVALID',
      retryable: false,
    });
    expect(callsOf('SendMessageBatch')).toHaveLength(1);
  });

  it('tries again through errors of the engine, and tells when they do not end', async () => {
    await open();
    fake.script(
      atFirst('SendMessageBatch', { kind: 'error', status: 500, code: 'InternalFailure' }, 2),
    );
    await queue.send(bodies(1));
    expect(fake.queue.bodies()).toEqual(['0']);
    fake.script(() => ({ kind: 'error', status: 503, code: 'ServiceUnavailable' }));
    await expect(queue.send(bodies(1))).rejects.toMatchObject({
      code: 'REDRESS_QUEUE_UNAVAILABLE',
      retryable: true,
    });
    expect(callsOf('SendMessageBatch')).toHaveLength(3 + 5);
  }, 30_000);

  it('refuses what SQS never takes, and sends nothing then', async () => {
    await open();
    for (const body of ['', 'a\0b', '\uD800', '\uFFFE', 'x'.repeat(256 * 1024 + 1)]) {
      await expect(queue.send([{ body: 'good' }, { body }])).rejects.toMatchObject({
        code: 'REDRESS_QUEUE_MESSAGE_INVALID',
      });
    }
    expect(callsOf('SendMessageBatch')).toHaveLength(0);
    await queue.send([{ body: 'a\t\r\n\u{1F600}\uFFFD' }]);
  });

  it('parts batches by count and by size, in order', async () => {
    await open();
    const large = { body: 'x'.repeat(200 * 1024) };
    await queue.send([...bodies(12), large, large]);
    expect(callsOf('SendMessageBatch').map((call) => entriesOf(call).length)).toEqual([10, 3, 1]);
  });

  it('delays as long as the engine can, in whole seconds', async () => {
    await open();
    await queue.send([0.2, 900, 86_400].map((delaySeconds) => ({ body: 'x', delaySeconds })));
    const entries = callsOf('SendMessageBatch')[0]!.input['Entries'] as { DelaySeconds: number }[];
    expect(entries.map(({ DelaySeconds }) => DelaySeconds)).toEqual([1, 900, 900]);
  });
});

describe('receiving from SQS', () => {
  it('tries again when the engine is silent, or stops in the middle of its answer', async () => {
    await open();
    fake.queue.put('a');
    fake.script(atFirst('ReceiveMessage', { kind: 'silence' }));
    expect(await queue.receive(1, 60)).toHaveLength(1);
    fake.queue.put('b');
    fake.script((call) =>
      call.action === 'ReceiveMessage' && call.before === 2 ? { kind: 'half' } : null,
    );
    // What the broken answer held is hidden for its time; the call ends, with it or with an error, and does not hang.
    await queue.receive(1, 0).catch((thrown: unknown) => {
      expect(thrown).toMatchObject({ code: 'REDRESS_QUEUE_UNAVAILABLE' });
    });
    expect((await queue.receive(1, 60)).map(({ body }) => body)).toEqual(['b']);
  });

  it('ends a wait when told, without an error', async () => {
    await open();
    fake.script(({ action }) => (action === 'ReceiveMessage' ? { kind: 'silence' } : null));
    const stopping = new AbortController();
    const received = queue.receive(1, 60, { seconds: 20, signal: stopping.signal });
    setTimeout(() => {
      stopping.abort();
    }, 50);
    expect(await received).toEqual([]);
    expect(await queue.receive(1, 60, { seconds: 20, signal: stopping.signal })).toEqual([]);
    expect(callsOf('ReceiveMessage')).toHaveLength(1);
  });

  it('asks for no more than the engine gives, and hides no longer than it allows', async () => {
    await open();
    await queue.receive(50, 100_000, { seconds: 60, signal: new AbortController().signal });
    expect(callsOf('ReceiveMessage')[0]!.input).toMatchObject({
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 43_200,
      WaitTimeSeconds: 20,
    });
    const [message] = await receiveOf('a');
    await queue.changeVisibility(message!, 100_000);
    expect(callsOf('ChangeMessageVisibility')[0]!.input['VisibilityTimeout']).toBeLessThan(43_200);
  });

  it('hands over repeats in any order, each with a receipt of its own', async () => {
    let turn = 0;
    await open({ repeats: 2, random: () => ((turn += 0.37) * 7) % 1 });
    await queue.send(bodies(5));
    const seen: string[] = [];
    const receipts = new Set<string>();
    for (let round = 0; round < 30; round += 1) {
      for (const message of await queue.receive(3, 60)) {
        seen.push(message.body);
        receipts.add(message.receipt);
        await queue.delete(message);
      }
    }
    expect(seen).toHaveLength(15);
    expect(receipts.size).toBe(15);
    expect(seen).not.toEqual([...seen].sort());
    expect(fake.queue.bodies()).toEqual([]);
  });
});

const receiveOf = async (...given: string[]) => {
  for (const body of given) fake.queue.put(body);
  return queue.receive(10, 60);
};

describe('deleting from SQS', () => {
  it('deletes what is done in the same moment in calls of ten, and again only what failed', async () => {
    await open();
    const messages = [
      ...(await receiveOf(...bodies(10).map(({ body }) => body))),
      ...(await receiveOf('10', '11')),
    ];
    fake.script(atFirst('DeleteMessageBatch', { kind: 'entries', failed: [3] }));
    await Promise.all(messages.map((message) => queue.delete(message)));
    const sizes = callsOf('DeleteMessageBatch').map(({ input }) => (input['Entries'] as []).length);
    expect([...sizes].sort()).toEqual([1, 10, 2]);
    expect(fake.queue.bodies()).toEqual([]);
  });

  it('tells only the one whose delete is refused', async () => {
    await open();
    const messages = await receiveOf('a', 'b', 'c');
    fake.script(
      atFirst('DeleteMessageBatch', {
        kind: 'entries',
        failed: [1],
        code: 'AccessDenied',
        senderFault: true,
      }),
    );
    const ends = await Promise.allSettled(messages.map((message) => queue.delete(message)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(fake.queue.bodies()).toEqual(['b']);
  });

  it('takes a receipt that is past as done', async () => {
    await open();
    const [message] = await receiveOf('a');
    const past = { kind: 'error', status: 400 } as const;
    fake.script(
      atFirst('DeleteMessageBatch', {
        kind: 'entries',
        failed: [0],
        code: 'ReceiptHandleIsInvalid',
        senderFault: true,
      }),
    );
    await queue.delete(message!);
    for (const fault of [
      { ...past, code: 'MessageNotInflight' },
      { ...past, code: 'ReceiptHandleIsInvalid' },
      { ...past, code: 'InvalidParameterValue', message: 'The receipt handle has expired' },
    ]) {
      fake.script(() => fault);
      await queue.changeVisibility(message!, 60);
    }
    fake.script(() => ({ ...past, code: 'InvalidParameterValue', message: 'VisibilityTimeout' }));
    await expect(queue.changeVisibility(message!, 60)).rejects.toMatchObject({
      code: 'REDRESS_QUEUE_UNAVAILABLE',
    });
  });
});

describe('putting back what SQS put aside, where the engine has no tasks for it', () => {
  it('moves each message once, and deletes it where it lay only after it was sent', async () => {
    await open();
    for (const { body } of bodies(12)) fake.dead.put(body);
    expect(await queue.depth()).toEqual({ visible: 0, hidden: 0, dead: 12 });
    expect(await queue.redrive()).toBe(12);
    expect(await queue.redrive()).toBe(0);
    expect([...fake.queue.bodies()].sort()).toEqual([...bodies(12).map(({ body }) => body)].sort());
    expect(fake.dead.bodies()).toEqual([]);
    const order = fake.calls.map(({ action }) => action);
    expect(order.indexOf('SendMessageBatch')).toBeLessThan(order.indexOf('DeleteMessageBatch'));
  });

  it('loses nothing where it cannot go on', async () => {
    await open();
    for (const { body } of bodies(3)) fake.dead.put(body);
    fake.script(({ action }) =>
      action === 'SendMessageBatch' ? { kind: 'error', status: 500, code: 'InternalError' } : null,
    );
    await expect(queue.redrive()).rejects.toMatchObject({ retryable: true });
    expect(fake.dead.bodies()).toHaveLength(3);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { startFakeSqs, type FakeSqs } from '../fake-sqs.ts';
import { chance } from './chance.ts';
import { startSqsDisturber, type SqsDisturber } from './start-sqs-disturber.ts';

let engine: FakeSqs;
let disturber: SqsDisturber;
beforeEach(async () => {
  engine = await startFakeSqs();
  const random = chance(3);
  disturber = await startSqsDisturber({ engine: new URL(engine.url).origin, random, latestMs: 50 });
});
afterEach(async () => {
  await disturber.stop();
  await engine.stop();
});

async function ask(action: string, input: object): Promise<Record<string, unknown>> {
  const answer = await fetch(disturber.address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${action}`,
    },
    body: JSON.stringify({ QueueUrl: engine.url, ...input }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

async function receiveAll(): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = (await ask('ReceiveMessage', { MaxNumberOfMessages: 10 })) as {
      Messages?: { Body: string }[];
    };
    if (Messages.length === 0) return bodies;
    bodies.push(...Messages.map(({ Body }) => Body));
  }
}

describe('SQS disturber', () => {
  it('loses nothing, lets some messages come again and changes their order', async () => {
    const sent = Array.from({ length: 30 }, (_, index) => String(index));
    for (let from = 0; from < sent.length; from += 10) {
      const Entries = sent
        .slice(from, from + 10)
        .map((MessageBody) => ({ Id: MessageBody, MessageBody }));
      expect(await ask('SendMessageBatch', { Entries })).toHaveProperty('Successful');
    }
    const first = await receiveAll();
    await eventually('messages that come again', () => (disturber.repeated > 10 ? true : null));
    const all = [...first, ...(await receiveAll())];
    expect(new Set(all)).toEqual(new Set(sent));
    expect(all.length).toBeGreaterThan(sent.length);
    expect(first.slice(0, 10)).not.toEqual([...first.slice(0, 10)].sort());
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { chance } from './chance.ts';
import { createSender } from './sender.ts';
import { someFeedback } from './some-feedback.ts';
import { startLoad } from './start-load.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An ingestor that answers as told, by the number of the request. Answers its address and the ids it took, in order. */
async function anIngestor(
  statusOf: (request: number) => number | 'cut',
): Promise<{ address: string; taken: string[] }> {
  const taken: string[] = [];
  let requests = 0;
  const started = createServer((request, response) => {
    requests += 1;
    const status = statusOf(requests);
    void json(request).then((body) => {
      const ids = (body as { sourceId: string }[]).map(({ sourceId }) => sourceId);
      if (status === 'cut') {
        // It has them, and its yes is lost.
        taken.push(...ids);
        request.socket.destroy();
        return;
      }
      if (status === 202) taken.push(...ids);
      const items = ids.map((id) => ({ feedbackId: `f${id}`, eventId: `e${id}` }));
      response.writeHead(status).end(JSON.stringify({ items }));
    });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${String((started.address() as AddressInfo).port)}`, taken };
}

function aRun(address: string, options: { repeated?: number; holdBack?: () => boolean } = {}) {
  const random = chance(7);
  const sender = createSender({ address: () => address, token: 't' });
  const feedback = someFeedback({ run: 'x', random, from: 0 });
  return { sender, load: startLoad({ sender, feedback, random, perSecond: 200, ...options }) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('startLoad', () => {
  it('sends at the pace asked for, a part of it twice, and writes down each feedback once', async () => {
    const { address, taken } = await anIngestor(() => 202);
    const { load, sender } = aRun(address, { repeated: 0.3 });
    await pause(1500);
    await load.end();
    expect(load.events).toBeGreaterThan(150);
    expect(load.events).toBeLessThan(500);
    expect(taken).toHaveLength(load.events);
    const fresh = new Set(taken);
    expect(fresh.size).toBeLessThan(taken.length);
    expect(sender.sent()).toHaveLength(fresh.size);
    expect(sender.retries).toBe(0);
  });

  it('sends again whatever was not answered with yes, and goes on meanwhile', async () => {
    const { address, taken } = await anIngestor((request) =>
      request < 4 ? 503 : request < 6 ? 'cut' : 202,
    );
    const { load, sender } = aRun(address, { repeated: 0 });
    await pause(600);
    await load.end();
    expect(sender.retries).toBe(5);
    expect(new Set(taken).size).toBe(load.events);
    expect(sender.sent()).toHaveLength(load.events);
  });

  it('holds back what is due while it is told to, and does not make up for it', async () => {
    const { address } = await anIngestor(() => 202);
    let held = true;
    const { load } = aRun(address, { holdBack: () => held });
    await pause(1000);
    expect(load.events).toBe(0);
    expect(load.heldBack).toBeGreaterThan(100);
    held = false;
    await pause(400);
    await load.end();
    expect(load.events).toBeGreaterThan(20);
    expect(load.events).toBeLessThan(160);
  });

  it('says so where something is refused', async () => {
    const { address } = await anIngestor(() => 422);
    const { load } = aRun(address);
    await pause(150);
    await expect(load.end()).rejects.toThrow('refused with 422');
  });
});

describe('someFeedback', () => {
  it('lets a tenth complain, some customers more than once, and is the same for the same seed', () => {
    const take = (seed: number) => {
      const feedback = someFeedback({ run: 'x', random: chance(seed), from: 0 });
      return Array.from({ length: 5000 }, () => feedback.next().value);
    };
    const all = take(1);
    const complaints = all.filter(({ complains }) => complains);
    expect(complaints.length).toBeGreaterThan(400);
    expect(complaints.length).toBeLessThan(600);
    expect(new Set(complaints.map(({ customer }) => customer)).size).toBeLessThan(
      complaints.length,
    );
    expect(new Set(all.map(({ body }) => body.sourceId)).size).toBe(all.length);
    expect(take(1)).toEqual(all);
    expect(take(2)).not.toEqual(all);
  });
});

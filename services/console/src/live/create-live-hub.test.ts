import { IncomingMessage, ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { announce, createMemoryHotState } from '@redress/hot-state';
import { eventually } from '@redress/testkit';
import { openStream } from '../fixtures/open-stream.ts';
import { createLiveHub } from './create-live-hub.ts';

const clock = { now: () => '2026-11-22T09:00:00.000Z', sleep: () => Promise.resolve() };

describe('a live hub', () => {
  it('keeps a silent stream open by comments, and ends it after a while so that its page asks anew', async () => {
    const hub = createLiveHub({ hotState: createMemoryHotState({ clock }), heartbeatMs: 5 });
    const server = createServer((_request, response) => void hub.join(response, 'kim'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await openStream((server.address() as AddressInfo).port, {});
    await page.ended;
    expect(page.others.filter((line) => line === ': still here').length).toBeGreaterThan(20);
    expect(hub.size).toBe(0);
    await hub.close();
    server.close();
  });

  it('drops a page that does not read', async () => {
    const hotState = createMemoryHotState({ clock });
    const hub = createLiveHub({ hotState });
    const stream = new ServerResponse(new IncomingMessage(new Socket()));
    await hub.join(stream, 'kim');
    const tasks = Array.from({ length: 100 }, (_, index) => `${String(index)}${'x'.repeat(1000)}`);
    await eventually('end of the stream', () => {
      announce(hotState, { tasks });
      return stream.destroyed ? true : null;
    });
    await hub.close();
  });

  it('ends what comes when it is closed', async () => {
    const hub = createLiveHub({ hotState: createMemoryHotState({ clock }) });
    await hub.close();
    expect(hub.refusal('kim')).toBe(503);
    const stream = new ServerResponse(new IncomingMessage(new Socket()));
    await hub.join(stream, 'kim');
    expect(stream.writableEnded).toBe(true);
  });

  it('ends a stream that hears nothing, so that its page looks by itself', async () => {
    const hotState = createMemoryHotState({ clock });
    await hotState.close();
    const hub = createLiveHub({ hotState });
    const stream = new ServerResponse(new IncomingMessage(new Socket()));
    await hub.join(stream, 'kim');
    expect(stream.writableEnded).toBe(true);
    await hub.close();
  });
});

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.ts';
import { startFaultProxy, type FaultProxy } from './start-fault-proxy.ts';

describe('the fault proxy', () => {
  let echo: Server;
  let address: string;
  let received: string[];
  let proxy: FaultProxy;
  const open: Socket[] = [];

  beforeEach(async () => {
    received = [];
    echo = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        received.push(bytes.toString());
        socket.write(bytes);
      });
    });
    await new Promise<void>((resolve) => {
      echo.listen(0, '127.0.0.1', resolve);
    });
    address = `127.0.0.1:${String((echo.address() as AddressInfo).port)}`;
    proxy = await startFaultProxy({ to: address });
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await proxy.stop();
    await new Promise((resolve) => echo.close(resolve));
  });

  /** Connects and answers with a function that says something and waits for the echo. */
  async function client(): Promise<{ socket: Socket; say: (text: string) => Promise<string> }> {
    const socket = connect({ host: '127.0.0.1', port: proxy.port });
    open.push(socket);
    await once(socket, 'connect');
    return {
      socket,
      say: async (text) => {
        socket.write(text);
        const [bytes] = (await once(socket, 'data')) as [Buffer];
        return bytes.toString();
      },
    };
  }

  it('passes bytes both ways', async () => {
    const { say } = await client();
    expect(await say('hello')).toBe('hello');
    expect(proxy.connections).toBe(1);
  });

  it('refuses: what stands is closed, who comes is refused, and passes again on the same port', async () => {
    const { socket } = await client();
    const failed = once(socket, 'error');
    await proxy.set('refuse');
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
    await expect(client()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.set('pass');
    expect(await (await client()).say('again')).toBe('again');
  });

  it('resets: what stands and who comes is torn down', async () => {
    const { socket } = await client();
    await eventually('a connection', () => (proxy.connections === 1 ? true : null));
    const failed = once(socket, 'error');
    await proxy.set('reset');
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
    const next = connect({ host: '127.0.0.1', port: proxy.port });
    open.push(next);
    expect((await once(next, 'error'))[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  it('black-holes: connections stand and are made, nothing gets through until it passes again', async () => {
    const { say } = await client();
    expect(await say('before')).toBe('before');
    await proxy.set('black-hole');
    const answer = say('during');
    const late = (await client()).say('late');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toEqual(['before']);
    await proxy.set('pass');
    expect(await answer).toBe('during');
    expect(await late).toBe('late');
  });

  it('leaves half-open: what stands is dead for good and told nothing, who comes is served', async () => {
    const { socket, say } = await client();
    expect(await say('before')).toBe('before');
    await proxy.set('half-open');
    void say('never').catch(() => undefined);
    expect(await (await client()).say('new')).toBe('new');
    await proxy.set('pass');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(received).toEqual(['before', 'new']);
    expect(socket.destroyed).toBe(false);
  });

  it('cuts after the bytes it is told: they arrive, their answer does not', async () => {
    await proxy.stop();
    proxy = await startFaultProxy({
      to: address,
      cutAfter: (bytes, from) => from === 'client' && bytes.includes('COMMIT'),
    });
    const { socket, say } = await client();
    expect(await say('BEGIN')).toBe('BEGIN');
    const failed = once(socket, 'error');
    socket.write('COMMIT');
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
    await eventually('the bytes', () => (received.includes('COMMIT') ? true : null));
  });

  it('cuts before what it is told to, so that it never arrives', async () => {
    await proxy.stop();
    proxy = await startFaultProxy({
      to: address,
      cutBefore: (bytes, from) => from === 'client' && bytes.includes('COMMIT'),
    });
    const { socket, say } = await client();
    expect(await say('BEGIN')).toBe('BEGIN');
    const failed = once(socket, 'error');
    socket.write('COMMIT');
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
    const { say: again } = await client();
    await again('BEGIN');
    expect(received).toEqual(['BEGIN', 'BEGIN']);
  });
});

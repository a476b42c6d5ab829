import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.ts';
import { onShutdown } from './on-shutdown.ts';

function setUp(stop: () => Promise<void>, deadlineMs = 1000) {
  const source = new EventEmitter();
  const codes: number[] = [];
  const lines: string[] = [];
  const logger = createLogger({
    name: 'test',
    destination: { write: (line) => void lines.push(line) },
  });
  const remove = onShutdown(stop, {
    logger,
    source,
    deadlineMs,
    exit: (code) => void codes.push(code),
  });
  return { source, codes, lines, remove };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('onShutdown', () => {
  it('stops once and exits with 0 on a signal', async () => {
    let stops = 0;
    const { source, codes } = setUp(() => {
      stops += 1;
      return Promise.resolve();
    });
    source.emit('SIGTERM', 'SIGTERM');
    await settle();
    expect(stops).toBe(1);
    expect(codes).toEqual([0]);
  });

  it('exits with 1 at the second signal without waiting', () => {
    const { source, codes } = setUp(() => new Promise(() => undefined), 50);
    source.emit('SIGTERM', 'SIGTERM');
    source.emit('SIGINT', 'SIGINT');
    expect(codes).toEqual([1]);
  });

  it('exits with 1 when stopping fails or is late', async () => {
    const failing = setUp(() => Promise.reject(new Error('no')));
    failing.source.emit('SIGINT', 'SIGINT');
    const late = setUp(() => new Promise(() => undefined), 2);
    late.source.emit('SIGINT', 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(failing.codes).toEqual([1]);
    expect(late.codes).toEqual([1]);
    expect(late.lines.join('')).toContain('stopping took too long');
  });

  it('logs an error nobody caught and exits with 1', () => {
    const { source, codes, lines } = setUp(() => Promise.resolve());
    source.emit('unhandledRejection', new Error('lost promise'));
    source.emit('uncaughtException', new Error('lost throw'));
    expect(codes).toEqual([1, 1]);
    expect(lines.join('')).toContain('lost promise');
    expect(lines.join('')).toContain('lost throw');
  });

  it('listens no more once removed', () => {
    const { source, remove } = setUp(() => Promise.resolve());
    remove();
    expect(source.eventNames()).toEqual([]);
  });
});

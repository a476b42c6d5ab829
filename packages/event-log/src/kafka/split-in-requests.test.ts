import { describe, expect, it } from '@jest/globals';
import type { LogRecord } from '../port.ts';
import { inRequests } from './split-in-requests.ts';

const record = (key: string, bytes: number, partition = 0): LogRecord => ({
  topic: 'feedback.received.v1',
  partition,
  key,
  value: new Uint8Array(bytes),
});
const keys = (records: readonly LogRecord[]) =>
  inRequests(records).map((request) => request.map(({ key }) => key));

describe('inRequests', () => {
  it('puts what fits into one request, in order', () => {
    expect(keys([record('a', 10), record('b', 10, 1), record('c', 10)])).toEqual([['a', 'b', 'c']]);
    expect(keys([])).toEqual([]);
  });

  it('begins another when one partition has its bytes, and counts each partition alone', () => {
    const half = 500 * 1024;
    expect(
      keys([record('a', half), record('b', half, 1), record('c', half), record('d', 1)]),
    ).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('sends a record above the limit alone for its partition', () => {
    expect(keys([record('a', 2_000_000), record('b', 1), record('c', 1, 1)])).toEqual([
      ['a'],
      ['b', 'c'],
    ]);
  });

  it('bounds the number of records of a partition', () => {
    const many = Array.from({ length: 2500 }, (_, index) => record(String(index), 1));
    expect(inRequests(many).map((request) => request.length)).toEqual([1000, 1000, 500]);
  });
});

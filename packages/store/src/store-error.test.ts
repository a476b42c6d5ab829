import { describe, expect, it } from '@jest/globals';
import { isPassing, sqlStateOf, storeError } from './store-error.ts';

const thrown = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('a store error', () => {
  it.each([
    ['57P01', 'terminating connection due to administrator command'],
    ['57P03', 'the database system is starting up'],
    ['53300', 'sorry, too many clients already'],
    ['25006', 'cannot execute INSERT in a read-only transaction'],
    ['25P03', 'terminating connection due to idle-in-transaction timeout'],
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['ECONNRESET', 'read ECONNRESET'],
    ['EPIPE', 'write EPIPE'],
    [undefined, 'Connection terminated unexpectedly'],
    [undefined, 'timeout exceeded when trying to connect'],
    [undefined, 'Query read timeout'],
  ])('is one of a store that is away for %s, which may pass', (code, message) => {
    const error = storeError(thrown(message, code));
    expect(error).toMatchObject({ code: 'REDRESS_STORE_UNAVAILABLE', retryable: true });
    expect(error.message).toContain(message);
    expect(isPassing(error)).toBe(true);
  });

  it.each(['40001', '40P01', '55P03'])('is one of two that met for %s, which may pass', (code) => {
    const error = storeError(thrown('met', code));
    expect(error).toMatchObject({ code: 'REDRESS_STORE_CONTENTION', retryable: true });
    expect(isPassing(error)).toBe(true);
  });

  it('may pass for a statement that took too long, but running all again would take as long', () => {
    const error = storeError(thrown('canceling statement due to statement timeout', '57014'));
    expect(error).toMatchObject({ code: 'REDRESS_STORE_CONTENTION', retryable: true });
    expect(isPassing(error)).toBe(false);
  });

  it('will not pass for what is wrong by itself', () => {
    for (const error of [storeError(thrown('no such table', '42P01')), storeError(thrown('bug'))]) {
      expect(error).toMatchObject({ code: 'REDRESS_STORE_REFUSED', retryable: false });
      expect(isPassing(error)).toBe(false);
    }
    expect(isPassing(new Error('bug'))).toBe(false);
  });

  it('tells the state of the server, and takes no code of the network for one', () => {
    expect(sqlStateOf(storeError(thrown('x', '40P01')))).toBe('40P01');
    expect(sqlStateOf(storeError(thrown('x', 'EPIPE')))).toBeUndefined();
    expect(sqlStateOf(new Error('x'))).toBeUndefined();
  });

  it('has the reason of the first address where several were tried', () => {
    const several = Object.assign(
      new AggregateError([thrown('connect ECONNREFUSED ::1:5432'), thrown('other')]),
      { code: 'ECONNREFUSED' },
    );
    expect(storeError(several).message).toContain('connect ECONNREFUSED ::1:5432');
  });
});

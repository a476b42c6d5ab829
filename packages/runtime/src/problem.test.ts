import { describe, expect, it } from '@jest/globals';
import { problemOf, problemOfThrown } from './problem.ts';
import { RedressError } from './redress-error.ts';

describe('problemOf', () => {
  it('names each field and why', () => {
    const errors = [{ field: 'score.value', message: 'must be between 0 and 10 for nps' }];
    expect(problemOf(422, { errors })).toMatchObject({ status: 422, errors });
  });

  it('has words for a status it does not know', () => {
    expect(problemOf(418).detail).not.toBe('');
  });
});

describe('problemOfThrown', () => {
  it('asks to come again when a dependency is away', () => {
    const away = new RedressError('REDRESS_LOG_UNAVAILABLE', 'The log is away.', {
      retryable: true,
    });
    expect(problemOfThrown(away)).toMatchObject({ status: 503, detail: 'The log is away.' });
  });

  it('never repeats what a parser quotes of the body', () => {
    const quoted = Object.assign(new Error('Unexpected token in "my secret"'), { statusCode: 400 });
    expect(JSON.stringify(problemOfThrown(quoted))).not.toContain('secret');
  });

  it('is a 500 for everything else', () => {
    expect(problemOfThrown(new Error('boom')).status).toBe(500);
    expect(problemOfThrown(Object.assign(new Error('boom'), { statusCode: 502 })).status).toBe(500);
  });
});

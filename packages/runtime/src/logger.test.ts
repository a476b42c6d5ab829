import { describe, expect, it } from '@jest/globals';
import { createLogger, silentLogger } from './logger.ts';
import { RedressError } from './redress-error.ts';

function recording() {
  const lines: string[] = [];
  const logger = createLogger({
    name: 'scorer',
    destination: { write: (line) => void lines.push(line) },
  });
  return {
    logger,
    lines,
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

describe('createLogger', () => {
  it('writes one JSON object a line with service, level, ISO time and a fixed phrase', () => {
    const { logger, last } = recording();
    logger.info({ eventId: 'e1' }, 'feedback scored');
    expect(last()).toMatchObject({
      service: 'scorer',
      level: 'info',
      eventId: 'e1',
      msg: 'feedback scored',
    });
    expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('redacts sensitive fields down to four levels and in lists', () => {
    const { logger, lines } = recording();
    const words = 'nobody-must-read-this';
    logger.info(
      {
        text: words,
        feedback: { text: words, customer: { name: words, deep: { email: words } } },
        list: [{ phone: words }],
        request: { headers: { authorization: words, cookie: words } },
        identities: [{ type: 'email', value: words }],
      },
      'seen',
    );
    expect(lines.join('')).not.toContain(words);
    expect(lines.join('')).toContain('[redacted]');
  });

  it('redacts the bindings of a child', () => {
    const { logger, lines } = recording();
    logger.child({ customer: { email: 'sami@example.com' } }).info('seen');
    expect(lines.join('')).not.toContain('sami@example.com');
  });

  it('leaves what is logged untouched for its owner', () => {
    const { logger } = recording();
    const feedback = { text: 'kept' };
    logger.info({ feedback }, 'seen');
    expect(feedback.text).toBe('kept');
  });

  it('tells code, message and cause of an error but nothing a driver hung on it', () => {
    const { logger, lines, last } = recording();
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(sami@example.com)',
    });
    logger.error(
      { err: new RedressError('REDRESS_STORE_AWAY', 'the store is away', { cause }) },
      'batch failed',
    );
    expect(last()['err']).toMatchObject({
      code: 'REDRESS_STORE_AWAY',
      message: 'the store is away',
      cause: { code: '23505', message: 'duplicate key' },
    });
    expect(lines.join('')).not.toContain('sami@example.com');
  });

  it('does not tell the input that JSON.parse quotes', () => {
    const { logger, lines } = recording();
    try {
      JSON.parse('Sami wants to leave');
    } catch (err) {
      logger.error({ err }, 'not decoded');
    }
    expect(lines.join('')).toContain('syntax error in some input');
    expect(lines.join('')).not.toContain('Sami');
  });

  it('writes nothing below its level, and the silent one nothing at all', () => {
    const { logger, lines } = recording();
    logger.debug('hidden');
    silentLogger.fatal('hidden');
    expect(lines).toEqual([]);
  });
});

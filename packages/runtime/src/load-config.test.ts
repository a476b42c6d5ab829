import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { loadConfig } from './load-config.ts';
import { isRedressError } from './redress-error.ts';

const schema = z.object({
  REDRESS_PORT: z.coerce.number().int().min(1).max(65535).default(4100),
  REDRESS_SECRET: z.string().min(16),
  SMTP_URL: z.url().optional(),
});
const secret = 'a-secret-of-enough-length';

describe('loadConfig', () => {
  it('reads strings into the schema and fills defaults', () => {
    const config = loadConfig(
      schema,
      { REDRESS_SECRET: secret, OTHER: 'ignored' },
      { service: 'console' },
    );
    expect(config).toEqual({ REDRESS_PORT: 4100, REDRESS_SECRET: secret });
  });

  it('takes an empty string for absent', () => {
    const config = loadConfig(
      schema,
      { REDRESS_SECRET: secret, REDRESS_PORT: '', SMTP_URL: '' },
      { service: 'console' },
    );
    expect(config.REDRESS_PORT).toBe(4100);
    expect(config.SMTP_URL).toBeUndefined();
  });

  it('names every problem and no value', () => {
    const short = 'short-secret';
    const read = () =>
      loadConfig(
        schema,
        { REDRESS_SECRET: short, REDRESS_PORT: 'abcdef', SMTP_URL: 'not an address' },
        { service: 'console' },
      );
    let thrown: unknown;
    try {
      read();
    } catch (error) {
      thrown = error;
    }
    if (!isRedressError(thrown)) throw new Error('expected a RedressError');
    expect(thrown.code).toBe('REDRESS_CONFIG_INVALID');
    expect(thrown.message).toMatch(/console .*REDRESS_PORT.*REDRESS_SECRET.*SMTP_URL/);
    for (const value of [short, 'abcdef', 'not an address'])
      expect(thrown.message).not.toContain(value);
  });

  it('says that a variable is missing', () => {
    expect(() => loadConfig(schema, {}, { service: 'console' })).toThrow(
      'REDRESS_SECRET: is missing',
    );
  });

  it('takes a quoted value out of a message of the schema', () => {
    const quoting = z.object({
      TOKEN: z
        .string()
        .refine(() => false, { error: (issue) => `${String(issue.input)} is wrong` }),
    });
    expect(() => loadConfig(quoting, { TOKEN: 'hunter22' }, { service: 'x' })).toThrow(
      'TOKEN: (value) is wrong',
    );
  });

  it('freezes the result, all the way down', () => {
    const nested = z.object({ LIST: z.string().transform((list) => list.split(',')) });
    const config = loadConfig(nested, { LIST: 'a,b' }, { service: 'x' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.LIST)).toBe(true);
  });
});

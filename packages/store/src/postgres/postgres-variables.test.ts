import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { DEFAULT_TIMEOUTS, postgresPlace } from './postgres-place.ts';
import { postgresVariables } from './postgres-variables.ts';

const read = (variables: Record<string, string>) =>
  z.object(postgresVariables).safeParse(variables);
const shown = (url: string): string => postgresPlace(url, 'test', DEFAULT_TIMEOUTS).shown;

describe('the address of the database', () => {
  it('is a PostgreSQL URL', () => {
    for (const url of [
      'postgres://u:p@h/d',
      'postgresql://h:5433/d?sslmode=require',
      'postgres:///d',
    ]) {
      expect(read({ DATABASE_URL: url })).toMatchObject({
        success: true,
        data: { DATABASE_POOL_SIZE: 10 },
      });
    }
    for (const url of ['', 'h:5432/d', 'mysql://h/d', 'postgres://u:pa/ss#word@h/d']) {
      const { success, error } = read({ DATABASE_URL: url });
      expect([url, success]).toEqual([url, false]);
      expect(JSON.stringify(error?.issues)).not.toContain('ss#word');
    }
  });

  it('is shown without user and password', () => {
    expect(shown('postgres://u:secret@db.example.org:5433/re%20dress')).toBe(
      '"re dress" at db.example.org:5433',
    );
    expect(shown('postgres:///redress?host=/run/postgresql&user=u&password=secret')).toBe(
      '"redress" at /run/postgresql',
    );
  });
});

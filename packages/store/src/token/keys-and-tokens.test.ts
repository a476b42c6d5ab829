import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aStamp, at, NOW } from '../fixtures/a-world.ts';
import {
  findToken,
  saveIdempotentAnswer,
  saveToken,
  takeIdempotencyKey,
  useToken,
} from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('keys and tokens', () => {
  it('answer the same request again with the first answer', async () => {
    const request = { key: 'k', route: 'POST /x', requestHash: 'h', at: NOW };
    expect(await takeIdempotencyKey(database, request)).toEqual({ kind: 'new' });
    expect(await takeIdempotencyKey(database, request)).toEqual({ kind: 'in-progress' });
    await saveIdempotentAnswer(
      database,
      { key: 'k', route: 'POST /x', status: 202, body: '{}' },
      aStamp(),
    );
    expect(await takeIdempotencyKey(database, request)).toEqual({
      kind: 'answered',
      status: 202,
      body: '{}',
    });
    expect(await takeIdempotencyKey(database, { ...request, requestHash: 'other' })).toEqual({
      kind: 'other-request',
    });
  });

  it('let a one-time token be used once and before it expires', async () => {
    const token = {
      hash: 'h',
      kind: 'start' as const,
      ownerId: null,
      createdAt: NOW,
      expiresAt: at(5),
      usedAt: null,
    };
    await saveToken(database, token, aStamp());
    expect(await findToken(database, 'h')).toEqual(token);
    expect(await useToken(database, 'h', at(5))).toBeNull();
    expect(await useToken(database, 'h', at(4))).toMatchObject({ usedAt: at(4) });
    expect(await useToken(database, 'h', at(4))).toBeNull();
  });
});

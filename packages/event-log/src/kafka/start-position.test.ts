import { describe, expect, it } from '@jest/globals';
import { RESET_BY_CLIENT } from './read-offsets.ts';
import { startPosition } from './start-position.ts';

const bounds = { low: 10, high: 20 };
const start = (known: number | undefined) => startPosition('feedback.scored.v1/3', known, bounds);

describe('startPosition', () => {
  it('begins with the first record there is where the group knows nothing', () => {
    expect(start(undefined)).toEqual({ kind: 'at', offset: 10 });
  });

  it('goes on where the group was, from the first record to the end', () => {
    for (const known of [10, 15, 20]) expect(start(known)).toEqual({ kind: 'at', offset: known });
  });

  it('tells which records were removed before they were read, and the way out', () => {
    expect(start(4)).toEqual({
      kind: 'lost',
      sentence:
        'feedback.scored.v1/3: offsets 4 to 9 were removed from Kafka before the group read them. What is left begins at offset 10; to go on from there, start once with KAFKA_ON_LOST_RECORDS=earliest.',
    });
  });

  it('tells that a position lies beyond the end', () => {
    expect(start(21)).toMatchObject({
      kind: 'lost',
      sentence: expect.stringContaining('ends at 20'),
    });
  });

  it('tells that the client reset the group', () => {
    expect(start(RESET_BY_CLIENT)).toMatchObject({
      kind: 'lost',
      sentence: expect.stringContaining('were gone'),
    });
  });
});

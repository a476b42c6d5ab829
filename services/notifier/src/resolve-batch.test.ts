import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, uuidV5 } from '@redress/contracts';
import type { KnownIdentity } from '@redress/domain';
import { NOW, aScored, email, eventOf, phone } from './fixtures/a-scored.ts';
import { resolveBatch } from './resolve-batch.ts';

const settings = {
  at: NOW,
  policy: DEFAULT_POLICY,
  nameId: (name: string) => uuidV5(name),
  looking: () => undefined,
};
const said = (sourceId: string, ...identities: Parameters<typeof email>[] | object[]) =>
  eventOf(aScored(sourceId, { customer: { identities: identities as never } }));

describe('finding the customers of a batch', () => {
  it('finds one customer for two events of one identity', () => {
    const events = [said('1', email('a@b.c')), said('2', email('a@b.c'))];
    const { customerOf, identities } = resolveBatch(events, [], settings);
    expect(new Set(customerOf.values()).size).toBe(1);
    expect(identities).toHaveLength(1);
  });

  it('makes a feedback without identity its own customer', () => {
    const { customerOf } = resolveBatch([said('1'), said('2')], [], settings);
    expect(new Set(customerOf.values()).size).toBe(2);
  });

  it('lets a join that a later event shows hold for the events before it', () => {
    const events = [
      said('1', email('a@b.c', true)),
      said('2', phone('+1', true)),
      said('3', email('a@b.c', true), phone('+1', true)),
    ];
    const { customerOf, joins, identities } = resolveBatch(events, [], settings);
    expect(joins).toHaveLength(1);
    expect(new Set(customerOf.values())).toEqual(new Set([joins[0]!.into]));
    expect(identities.every(({ survivingId }) => survivingId === joins[0]!.into)).toBe(true);
  });

  it('never joins through what nobody verified', () => {
    const events = [
      said('1', email('a@b.c')),
      said('2', phone('+1')),
      said('3', email('a@b.c'), phone('+1')),
    ];
    const { joins } = resolveBatch(events, [], settings);
    expect(joins).toEqual([]);
  });

  it('writes only rows that changed', () => {
    const row: KnownIdentity = {
      identity: { type: 'email', value: 'x@y.z' },
      customerId: uuidV5('x'),
      survivingId: uuidV5('x'),
      survivingCrm: null,
      verified: true,
      names: [],
    };
    const { identities } = resolveBatch([said('1', email('a@b.c'))], [row], settings);
    expect(identities.map(({ identity }) => identity.value)).toEqual(['a@b.c']);
  });

  it('tells which event was looked at when something fails', () => {
    const event = said('1', email('a@b.c'));
    let suspect: string | null = null;
    const failing = {
      ...settings,
      nameId: () => {
        throw new TypeError('broken');
      },
      looking: (id: string | null) => {
        suspect = id;
      },
    };
    expect(() => resolveBatch([event], [], failing)).toThrow('broken');
    expect(suspect).toBe(event.eventId);
  });
});

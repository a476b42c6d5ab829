import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Identity } from '@redress/contracts';
import { nameId } from '../fixtures/scored-feedback.ts';
import type { KnownIdentity } from './customer.ts';
import { resolveIdentities } from './resolve-identities.ts';

const email = (value: string, verified?: boolean): Identity => ({
  type: 'email',
  value,
  ...(verified === undefined ? {} : { verified }),
});
const phone = (value: string, verified?: boolean): Identity => ({
  type: 'phone',
  value,
  ...(verified === undefined ? {} : { verified }),
});
const crm = (value: string, verified?: boolean): Identity => ({
  type: 'crm',
  value,
  ...(verified === undefined ? {} : { verified }),
});

/** A tiny store: rows by identity, survivors by join. */
function register() {
  let rows: KnownIdentity[] = [];
  return {
    see(
      identities: Identity[],
      options: { name?: string; import?: boolean; fallbackId?: string } = {},
    ) {
      const keys = new Set(identities.map((one) => `${one.type}:${one.value}`));
      const known = rows.filter((row) => keys.has(`${row.identity.type}:${row.identity.value}`));
      const resolution = resolveIdentities(
        { eventId: 'e', at: '2026-01-01T00:00:00.000Z', fallbackId: 'f', ...options, identities },
        known,
        DEFAULT_POLICY,
        nameId,
      );
      const changed = new Set(
        resolution.identities.map((row) => `${row.identity.type}:${row.identity.value}`),
      );
      rows = [
        ...rows.filter((row) => !changed.has(`${row.identity.type}:${row.identity.value}`)),
        ...resolution.identities,
      ];
      const into = new Map(resolution.joins.map((join) => [join.from, join.into]));
      rows = rows.map((row) => ({
        ...row,
        survivingId: into.get(row.survivingId) ?? row.survivingId,
      }));
      return resolution;
    },
  };
}

describe('resolveIdentities', () => {
  it('names a new customer after the strongest identity, whatever the order', () => {
    const one = register().see([phone('+48'), email('a@example.com')]);
    const other = register().see([email('a@example.com'), phone('+48')]);
    expect(one.customerId).toBe(other.customerId);
    expect(one.customerId).toBe(nameId('customer:email:a@example.com'));
    expect(one.created).toBe(true);
  });

  it('makes a feedback without identities its own customer', () => {
    expect(register().see([], { fallbackId: 'one' }).customerId).not.toBe(
      register().see([], { fallbackId: 'two' }).customerId,
    );
  });

  it('joins two profiles when both identities are verified, into the smaller id in any order', () => {
    const [a, b] = [register(), register()];
    const [ea, pa] = [a.see([email('a@example.com', true)]), a.see([phone('+48', true)])];
    const joined = a.see([email('a@example.com', true), phone('+48', true)]);
    expect(joined.joins).toHaveLength(1);
    expect(joined.customerId).toBe([ea.customerId, pa.customerId].sort()[0]);
    b.see([phone('+48', true)]);
    b.see([email('a@example.com', true)]);
    expect(b.see([phone('+48', true), email('a@example.com', true)]).customerId).toBe(
      joined.customerId,
    );
  });

  it('does not join what nobody verified', () => {
    const store = register();
    const first = store.see([email('a@example.com', true)]);
    store.see([phone('+48')]);
    const both = store.see([email('a@example.com'), phone('+48')]);
    expect(both.joins).toEqual([]);
    expect(both.customerId).toBe(first.customerId);
  });

  it('never joins by a handle or device alone, unless one import lists them together', () => {
    const handle: Identity = { type: 'handle', value: 'sami', network: 'x', verified: true };
    const store = register();
    store.see([email('a@example.com', true)]);
    store.see([handle]);
    expect(store.see([email('a@example.com', true), handle]).joins).toEqual([]);
    expect(store.see([email('a@example.com'), { ...handle }], { import: true }).joins).toHaveLength(
      1,
    );
  });

  it('never joins two CRM ids', () => {
    const store = register();
    store.see([crm('1', true), email('a@example.com', true)]);
    store.see([crm('2', true), phone('+48', true)]);
    expect(store.see([email('a@example.com', true), phone('+48', true)]).joins).toEqual([]);
    expect(store.see([crm('1'), crm('2')], { import: true }).joins).toEqual([]);
  });

  it('stops joining by an identity that was seen under more than five names', () => {
    const store = register();
    for (const name of ['Ada', 'Ben', 'Cy', 'Di', 'Ed', 'Flo'])
      store.see([phone('+48reception', true)], { name });
    store.see([email('a@example.com', true)]);
    expect(store.see([email('a@example.com', true), phone('+48reception', true)]).joins).toEqual(
      [],
    );
  });

  it('lets a claim give way to who proves it', () => {
    const store = register();
    const thief = store.see([email('thief@example.com', true), phone('+48')]);
    const owner = store.see([phone('+48', true)]);
    expect(owner.customerId).not.toBe(thief.customerId);
    expect(store.see([phone('+48')]).customerId).toBe(owner.customerId);
  });

  it('makes no customer of strangers who share a device', () => {
    const store = register();
    const device: Identity = { type: 'device', value: 'tablet at the till' };
    const first = store.see([device]);
    const ada = store.see([email('ada@example.com'), device]);
    const ben = store.see([email('ben@example.com'), device]);
    expect(new Set([first, ada, ben].map(({ customerId }) => customerId)).size).toBe(3);
  });

  it('gives a customer who has a CRM id no second one', () => {
    const store = register();
    const mother = store.see([crm('1', true), email('family@example.com', true)]);
    const son = store.see([crm('2', true), email('family@example.com', true)]);
    expect(son.customerId).not.toBe(mother.customerId);
    expect(store.see([crm('2')]).customerId).toBe(son.customerId);
    expect(store.see([email('family@example.com')]).customerId).toBe(mother.customerId);
  });
});

import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type OwnerRecord, type Policy } from '@redress/contracts';
import { chooseOwner, type Assignment } from './choose-owner.ts';
import { ownersFor } from './owners-for.ts';

const NOW = '2026-01-01T00:00:00.000Z';
const owner = (id: string, more: Partial<OwnerRecord> = {}): OwnerRecord => ({
  id,
  email: `${id}@example.com`,
  timeZone: 'UTC',
  languages: [],
  teams: [],
  ...more,
});
const task: Assignment = {
  customer: {
    id: 'c',
    accountId: 'acme',
    name: null,
    record: { identities: [], valuePerMonth: 300, currency: 'USD', region: 'north' },
    sample: false,
    version: 1,
  },
  causes: ['billing-amount'],
  severity: 'high',
  channel: 'call',
  touchpoint: null,
  language: 'ar',
};
const routed = (...routes: Policy['routes']): Policy => ({ ...DEFAULT_POLICY, routes });

describe('chooseOwner', () => {
  it('takes the first route that matches', () => {
    const policy = routed(
      { name: 'conduct', when: { causes: ['staff-conduct'] }, assign: { owner: 'hr' } },
      {
        name: 'valuable',
        when: {
          causes: ['billing-amount'],
          minimumValue: 2,
          regions: ['north'],
          languages: ['ar'],
        },
        assign: { owner: 'ana' },
      },
      { name: 'rest', when: {}, assign: { owner: 'ben' } },
    );
    expect(chooseOwner(task, [owner('ana'), owner('ben'), owner('hr')], {}, policy, NOW)).toEqual({
      owner: 'ana',
      reason: 'rule "valuable"',
    });
  });

  it('prefers the owner of the customer', () => {
    const known = {
      ...task,
      customer: { ...task.customer, record: { identities: [], owner: 'ben' } },
    };
    expect(chooseOwner(known, [owner('ana'), owner('ben')], {}, DEFAULT_POLICY, NOW).owner).toBe(
      'ben',
    );
  });

  it('goes to the stand-in of who is away, and says so', () => {
    const away = owner('ana', { absentUntil: '2026-02-01T00:00:00.000Z', standIn: 'cy' });
    const policy = routed({ name: 'all', when: {}, assign: { owner: 'ana' } });
    expect(chooseOwner(task, [away, owner('ben'), owner('cy')], {}, policy, NOW)).toEqual({
      owner: 'cy',
      reason: 'rule "all"; ana is away',
    });
  });

  it('gives a team its work by language, cap and load', () => {
    const policy = routed({ name: 'team', when: {}, assign: { team: 'retention' } });
    const team = [
      owner('full', { teams: ['retention'], languages: ['ar'], cap: 2 }),
      owner('arabic', { teams: ['retention'], languages: ['ar'] }),
      owner('idle', { teams: ['retention'] }),
    ];
    expect(chooseOwner(task, team, { full: 2, arabic: 5 }, policy, NOW).owner).toBe('arabic');
  });

  it('never ends at nobody', () => {
    const away = owner('ana', { absentUntil: '2026-02-01T00:00:00.000Z' });
    expect(chooseOwner(task, [], {}, DEFAULT_POLICY, NOW).owner).toBe('operator');
    expect(chooseOwner(task, [away], {}, DEFAULT_POLICY, NOW).owner).toBe('ana');
    expect(
      chooseOwner(task, [away, owner('ben')], {}, { ...DEFAULT_POLICY, fallbackOwner: 'ana' }, NOW)
        .owner,
    ).toBe('ben');
  });

  it('survives stand-ins who stand in for each other', () => {
    const absentUntil = '2026-02-01T00:00:00.000Z';
    const policy = routed({ name: 'all', when: {}, assign: { owner: 'a' } });
    const owners = [
      owner('a', { absentUntil, standIn: 'b' }),
      owner('b', { absentUntil, standIn: 'a' }),
      owner('c'),
    ];
    expect(chooseOwner(task, owners, {}, policy, NOW).owner).toBe('c');
  });
});

describe('ownersFor', () => {
  const context = (sample: boolean, owners: OwnerRecord[]) =>
    ({ customer: { ...task.customer, sample }, owners }) as unknown as Parameters<
      typeof ownersFor
    >[0];

  it('keeps sample owners from real tasks, and real owners from samples while sample owners are there', () => {
    const owners = [owner('ana'), owner('sam', { sample: true })];
    expect(ownersFor(context(false, owners)).map(({ id }) => id)).toEqual(['ana']);
    expect(ownersFor(context(true, owners)).map(({ id }) => id)).toEqual(['sam']);
    expect(ownersFor(context(true, [owner('ana')])).map(({ id }) => id)).toEqual(['ana']);
  });
});

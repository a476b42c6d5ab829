import { describe, expect, it } from '@jest/globals';
import { normaliseIdentity, sampleIdentity } from './normalise-identity.ts';

describe('normaliseIdentity', () => {
  it.each([
    [
      { type: 'email', value: ' Sami.Haddad@Example.COM ' },
      { type: 'email', value: 'sami.haddad@example.com' },
    ],
    [
      { type: 'phone', value: '+1 (555) 014-0101' },
      { type: 'phone', value: '+15550140101' },
    ],
    [
      { type: 'phone', value: '0048 600 100 200' },
      { type: 'phone', value: '+48600100200' },
    ],
    [
      { type: 'phone', value: '600 100 200' },
      { type: 'phone', value: '600100200' },
    ],
    [
      { type: 'handle', value: '@Sami_X', network: 'X' },
      { type: 'handle', value: 'sami_x', network: 'x' },
    ],
    [
      { type: 'crm', value: 'A-17' },
      { type: 'crm', value: 'A-17' },
    ],
  ] as const)('spells %j as %j', (given, plain) => {
    expect(normaliseIdentity(given)).toEqual(plain);
  });
});

describe('sampleIdentity', () => {
  it('never is the identity of somebody real, and stays what it is when asked again', () => {
    const sample = sampleIdentity({ type: 'phone', value: '+48600100200' });
    expect(sample.network).toBe('samples');
    expect(sampleIdentity(sample)).toEqual(sample);
    expect(sampleIdentity({ type: 'handle', value: 'sami', network: 'x' }).network).toBe(
      'x.samples',
    );
  });
});

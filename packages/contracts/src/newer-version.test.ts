import { describe, expect, it } from '@jest/globals';
import { decodeEvent, encodeEvent, extensionsOf } from './index.ts';

const event = (given: object) =>
  Buffer.from(
    JSON.stringify({
      specversion: '1.0',
      id: 'e',
      source: 's',
      type: 'feedback.decided.v1',
      time: '2026-11-02T09:41:00.000Z',
      data: {},
      ...given,
    }),
  );

describe('what a later release wrote', () => {
  it.each([
    ['a later major of the type', { type: 'feedback.decided.v2' }],
    ['a later major of another type', { type: 'tasks.v12' }],
    ['a type that nobody here knows', { type: 'feedback.withdrawn.v1' }],
    ['a later envelope', { specversion: '2.0' }],
    ['a later envelope of which nothing else is known', { specversion: '1.1', id: undefined }],
  ])('is told apart from what is broken: %s', (_what, given) => {
    expect(decodeEvent('feedback.decided.v1', event(given))).toMatchObject({
      ok: false,
      newer: true,
      reason: expect.stringMatching(/^newer version: /) as unknown,
    });
  });

  it.each([
    ['another type that is known', { type: 'tasks.v1' }],
    ['an earlier major', { type: 'feedback.decided.v0' }],
    ['a type that is no type', { type: 'Call me at +48 600 100 200' }],
    ['an earlier envelope', { specversion: '0.3' }],
    ['no version of an envelope', { specversion: 'latest' }],
    ['data that does not fit', {}],
  ])('is not what merely is broken: %s', (_what, given) => {
    const decoded = decodeEvent('feedback.decided.v1', event(given));
    expect(decoded).toMatchObject({ ok: false });
    expect(decoded).not.toHaveProperty('newer');
    expect(JSON.stringify(decoded)).not.toContain('Call me');
  });
});

describe('what a later minor version adds', () => {
  const data = {
    kind: 'source',
    name: 'reviews',
    version: 3,
    value: { live: true },
    season: { name: 'autumn', days: [1, { of: 2 }] },
  };

  it('is kept when it is read, however deep, and written again', () => {
    const decoded = decodeEvent('settings.v1', event({ type: 'settings.v1', data }));
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(decoded.event.data).toEqual(data);
  });

  it('is kept inside lists and below members that are read as something else', () => {
    const identity = { type: 'email', value: ' ann@example.com ', since: '2020' };
    const decoded = decodeEvent(
      'customers.v1',
      event({
        type: 'customers.v1',
        data: {
          id: 'c',
          accountId: null,
          name: null,
          record: null,
          sample: false,
          version: 1,
          mergedInto: null,
          identities: [{ identity, verified: true, names: [], weight: 2 }],
        },
      }),
    );
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(decoded.event.data.identities).toEqual([
      {
        identity: { type: 'email', value: 'ann@example.com', since: '2020' },
        verified: true,
        names: [],
        weight: 2,
      },
    ]);
  });

  it('never becomes a prototype', () => {
    const bytes = Buffer.from(
      `{"specversion":"1.0","id":"e","source":"s","type":"settings.v1","time":"t",
        "data":{"kind":"setting","name":"n","version":1,"value":null,"__proto__":{"admin":true}}}`,
    );
    const decoded = decodeEvent('settings.v1', bytes);
    if (!decoded.ok) throw new Error(decoded.reason);
    expect((decoded.event.data as { admin?: boolean }).admin).toBeUndefined();
    expect(Object.keys(decoded.event.data)).not.toContain('__proto__');
  });

  it('is found among the attributes of the envelope too', () => {
    const decoded = decodeEvent(
      'settings.v1',
      event({ type: 'settings.v1', data, tenant: 'north', transaction: 't-1' }),
    );
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(extensionsOf(decoded.event)).toEqual({ tenant: 'north' });
    const again = encodeEvent({
      ...extensionsOf(decoded.event),
      id: 'f',
      type: 'settings.v1',
      source: 's',
      time: 't',
      data,
    });
    expect(JSON.parse(Buffer.from(again).toString())).toMatchObject({ id: 'f', tenant: 'north' });
  });
});

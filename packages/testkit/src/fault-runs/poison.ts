import { encodeEvent, uuidV5, type FeedbackReceived } from '@redress/contracts';
import { aFeedback } from '../a-feedback.ts';

/** Bytes that no consumer can make a feedback of. */
export interface Poison {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const DEPTH = 50_000;
const LONG = 600_000;

/** Ten kinds of bytes on `feedback.received.v1` that are no event of it. `name` tells one round of them from the next. */
export function poisonOfTenKinds(name: string): readonly Poison[] {
  // A feedback is counted once, whatever its revisions: each of these is another one.
  const broken = (what: string, spoil: (good: Envelope) => unknown): Uint8Array =>
    bytesOf(JSON.stringify(spoil(eventOf(`${name}:${what}`))));
  return [
    { kind: 'nothing at all', bytes: new Uint8Array(0) },
    { kind: 'no JSON', bytes: bytesOf(`{"id": ${name}`) },
    { kind: 'no UTF-8', bytes: Uint8Array.of(0x7b, 0xff, 0xfe, 0xc3, 0x28, 0x7d) },
    { kind: 'JSON of another shape', bytes: bytesOf(`["${name}", 1, null]`) },
    { kind: 'no envelope', bytes: broken('bare', ({ data }) => data) },
    {
      kind: 'an event of another topic',
      bytes: broken('topic', (good) => ({ ...good, type: 'redress.tasks.v1' })),
    },
    { kind: 'an event without data', bytes: broken('empty', (good) => ({ ...good, data: null })) },
    {
      kind: 'fields of the wrong type',
      bytes: broken('types', ({ data, ...good }) => ({
        ...good,
        data: { ...data, customer: 7, occurredAt: 'soon' },
      })),
    },
    { kind: 'nested without end', bytes: bytesOf(`${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`) },
    { kind: 'one long word', bytes: bytesOf('x'.repeat(LONG)) },
  ];
}

/** Ten kinds of bodies that an ingestor must refuse with 4xx, at once and without being hurt. */
export function badBodiesOfTenKinds(): readonly { readonly kind: string; readonly body: string }[] {
  const good = aFeedback();
  const withField = (field: string, value: unknown): string =>
    JSON.stringify({ ...good, [field]: value });
  return [
    { kind: 'nothing', body: '' },
    { kind: 'no JSON', body: '{"channel":' },
    { kind: 'a number', body: '1e400' },
    { kind: 'no feedback', body: '{}' },
    { kind: 'no channel of ours', body: withField('channel', 'telepathy') },
    { kind: 'no time', body: withField('occurredAt', 'yesterday') },
    { kind: 'a time to come', body: withField('occurredAt', '2999-01-01T00:00:00.000Z') },
    { kind: 'nested without end', body: `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}` },
    { kind: 'too many at once', body: JSON.stringify(Array.from({ length: 501 }, () => good)) },
    { kind: 'too long', body: withField('text', 'x'.repeat(30_000_000)) },
  ];
}

interface Envelope {
  readonly data: Record<string, unknown>;
  readonly [field: string]: unknown;
}

/** An event that would be taken, to be broken. */
function eventOf(name: string): Envelope {
  const at = '2026-03-02T09:00:00.000Z';
  const data: FeedbackReceived = {
    ...aFeedback({ sourceId: name }),
    feedbackId: uuidV5(`feedback:${name}`),
    receivedAt: at,
    revision: { at, hash: name, stated: false },
    partition: 0,
  };
  const bytes = encodeEvent({
    id: uuidV5(`event:${name}`),
    type: 'feedback.received.v1',
    source: 'faults',
    time: at,
    data,
  });
  return JSON.parse(new TextDecoder().decode(bytes)) as Envelope;
}

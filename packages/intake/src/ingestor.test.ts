import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@redress/contracts';
import type { EventLog, LogRecord } from '@redress/event-log';
import type { Clock } from '@redress/runtime';
import { createIngestor } from './ingestor.ts';

const now = '2026-11-22T09:00:00.000Z';
const clock: Clock = { now: () => now, sleep: async () => undefined };

const feedback = {
  channel: 'survey',
  source: 'shop',
  sourceId: 'r-1',
  occurredAt: '2026-11-22T10:00:00+01:00',
  customer: { identities: [{ type: 'email', value: ' Ann@Example.org ' }] },
  score: { kind: 'nps', value: 3 },
  text: 'It came late.',
};

function setUp() {
  const calls: (readonly LogRecord[])[] = [];
  const log = {
    partitions: () => 4,
    publish: async (records: readonly LogRecord[]) => {
      await new Promise((resolve) => setImmediate(resolve));
      calls.push(records);
      return records.map(({ partition }, offset) => ({ partition, offset }));
    },
  } as unknown as EventLog;
  const ingestor = createIngestor({ name: 'ingestor-test', log, clock, secret: 'secret' });
  const stored = () =>
    calls.flat().map(({ value }) => {
      const decoded = decodeEvent('feedback.received.v1', value!);
      if (!decoded.ok) throw new Error(decoded.reason);
      return decoded.event.data;
    });
  return { ingestor, calls, stored };
}

describe('the ingestor', () => {
  it('names, normalises and dates what it takes', async () => {
    const { ingestor, calls, stored } = setUp();
    const [result] = await ingestor.take([feedback]);
    expect(result).toMatchObject({ ok: true });
    const record = calls[0]![0]!;
    expect(result).toMatchObject({ eventId: record.key, partition: record.partition });
    expect(record.headers).toEqual({ ce_type: 'feedback.received.v1', ce_id: record.key });
    expect(stored()[0]).toMatchObject({
      occurredAt: '2026-11-22T09:00:00.000Z',
      receivedAt: now,
      customer: { identities: [{ type: 'email', value: 'ann@example.org' }] },
      revision: { at: now, stated: false },
    });
  });

  it('gives the same id to the same content, another to other content, and one feedback to both', async () => {
    const { ingestor } = setUp();
    const [first, again, other] = await ingestor.take([
      feedback,
      { ...feedback },
      { ...feedback, text: 'It never came.' },
    ]);
    expect(again).toMatchObject({ eventId: (first as { eventId: string }).eventId });
    expect((other as { eventId: string }).eventId).not.toBe((first as { eventId: string }).eventId);
    expect(other).toMatchObject({ feedbackId: (first as { feedbackId: string }).feedbackId });
  });

  it('refuses each wrong field by name and takes the others of the call', async () => {
    const { ingestor, stored } = setUp();
    const results = await ingestor.take([
      { ...feedback, channel: 'pigeon', score: { kind: 'nps', value: 11 } },
      { ...feedback, sourceId: undefined },
      { ...feedback, occurredAt: '2026-11-22T09:06:00Z' },
      'no object',
      feedback,
    ]);
    expect(
      results.map((result) => (result.ok ? [] : result.problems.map(({ field }) => field))),
    ).toEqual([['channel', 'score.value'], ['sourceId'], ['occurredAt'], [''], []]);
    expect(results[1]).toMatchObject({ problems: [{ message: 'is missing' }] });
    expect(stored()).toHaveLength(1);
  });

  it('replaces what no store keeps and counts it', async () => {
    const { ingestor, stored } = setUp();
    await ingestor.take([
      { ...feedback, text: 'a\0b\uD800c \u{1F600}', customer: { name: 'x\0', identities: [] } },
    ]);
    expect(stored()[0]).toMatchObject({
      text: 'a\uFFFDb\uFFFDc \u{1F600}',
      customer: { name: 'x\uFFFD' },
      replacedCharacters: 3,
    });
  });

  it('cuts a text that is too long and never parts a pair of surrogates', async () => {
    const { ingestor, stored } = setUp();
    await ingestor.take([{ ...feedback, text: '\u{1F600}'.repeat(60_000) }]);
    const { text = '', cut, replacedCharacters } = stored()[0]!;
    expect(cut).toBe(true);
    expect(text.length).toBeLessThanOrEqual(100_000);
    expect(text.endsWith('\u{1F600}… [cut]')).toBe(true);
    expect(replacedCharacters).toBeUndefined();
  });

  it('cuts turns that are too long together', async () => {
    const { ingestor, stored } = setUp();
    const turn = { who: 'customer', text: 'x'.repeat(40_000) };
    await ingestor.take([{ ...feedback, turns: [turn, turn, turn, turn] }]);
    const { turns = [], cut } = stored()[0]!;
    expect(cut).toBe(true);
    expect(turns.map(({ text }) => text.length)).toEqual([40_000, 40_000, 20_000]);
  });

  it('keeps what is stated about verification and revision, and drops unknown fields', async () => {
    const { ingestor, stored } = setUp();
    await ingestor.take([
      JSON.parse(
        '{"channel":"call","source":"pbx","sourceId":"1","occurredAt":"2026-11-22T09:00:00Z","revision":{"at":"2026-11-22T09:01:00Z","final":true},"__proto__":{"sample":true},"extra":1,"customer":{"identities":[{"type":"phone","value":"+49 30 1234","verified":true}]}}',
      ),
    ]);
    expect(stored()[0]).toMatchObject({
      customer: { identities: [{ type: 'phone', value: '+49301234', verified: true }] },
      revision: { at: '2026-11-22T09:01:00.000Z', stated: true, final: true },
    });
    expect(stored()[0]).not.toHaveProperty('extra');
    expect(stored()[0]!.sample).toBeUndefined();
  });

  it('takes deeply nested nonsense without harm', async () => {
    const { ingestor } = setUp();
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    const [result, other] = await ingestor.take([{ ...feedback, attributes: { deep } }, deep]);
    expect(result).toMatchObject({ ok: false, problems: [{ field: 'attributes.deep' }] });
    expect(other).toMatchObject({ ok: false });
  });

  it('collects calls that come while a write is under way into one', async () => {
    const { ingestor, calls } = setUp();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ingestor.take([{ ...feedback, sourceId: String(index) }]),
      ),
    );
    expect(calls.map((records) => records.length)).toEqual([1, 19]);
    expect(results.map(([result]) => (result?.ok === true ? result.offset : -1))).toEqual([
      0,
      ...Array.from({ length: 19 }, (_, index) => index),
    ]);
  });

  it('tells a caller to come again when the log is away, and takes the next call', async () => {
    let away = true;
    const log = {
      partitions: () => 4,
      publish: async () => {
        if (away) throw new Error('connection lost');
        return [{ partition: 0, offset: 0 }];
      },
    } as unknown as EventLog;
    const ingestor = createIngestor({ name: 'ingestor-test', log, clock, secret: 'secret' });
    await expect(ingestor.take([feedback])).rejects.toMatchObject({
      code: 'REDRESS_LOG_UNAVAILABLE',
      retryable: true,
    });
    away = false;
    expect(await ingestor.take([feedback])).toMatchObject([{ ok: true }]);
  });
});

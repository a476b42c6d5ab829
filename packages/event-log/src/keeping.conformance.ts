import { expect, it } from '@jest/globals';
import {
  RECEIVED,
  record,
  textOf,
  all,
  type Subject,
  type LogCapabilities,
} from './subject.conformance.ts';

/** What a log keeps and gives back. */
export function itKeepsRecords(subject: Subject, capabilities: LogCapabilities): void {
  it('keeps the order of a partition and counts its offsets up', async () => {
    const written = await subject.log.publish(['a', 'b', 'c'].map((text) => record(text)));
    await subject.log.publish([record('d')]);
    const read = await all(subject.log, RECEIVED, 0);
    expect(read.map(textOf)).toEqual(['a', 'b', 'c', 'd']);
    expect(read.slice(0, 3).map(({ offset }) => offset)).toEqual(
      written.map(({ offset }) => offset),
    );
    expect([...read].sort((a, b) => a.offset - b.offset)).toEqual(read);
  });

  it('keeps concurrent calls whole and in order of calling', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, call) =>
        subject.log.publish([record(`${String(call)}a`), record(`${String(call)}b`)]),
      ),
    );
    const texts = (await all(subject.log, RECEIVED, 0)).map(textOf);
    expect(texts).toHaveLength(40);
    for (let call = 0; call < 20; call += 1) {
      expect(texts.indexOf(`${String(call)}b`)).toBeGreaterThan(texts.indexOf(`${String(call)}a`));
    }
  });

  it('keeps key, headers, bytes and the time it took them', async () => {
    const value = Uint8Array.from([0, 255, 10, 13, 0, 128]);
    await subject.log.publish([
      {
        topic: RECEIVED,
        partition: 1,
        key: 'ключ',
        value,
        headers: { ce_type: 't', traceparent: '00-ä' },
      },
    ]);
    const [read] = await all(subject.log, RECEIVED, 1);
    expect(read).toMatchObject({
      topic: RECEIVED,
      partition: 1,
      key: 'ключ',
      headers: { ce_type: 't', traceparent: '00-ä' },
    });
    expect([...(read?.value ?? [])]).toEqual([...value]);
    expect(new Date(read?.at ?? '').toISOString()).toBe(read?.at);
  });

  it('keeps tombstones apart from empty values', async () => {
    await subject.log.publish([{ ...record(''), value: null }, record('')]);
    const read = await all(subject.log, RECEIVED, 0);
    expect(read.map(({ value }) => value?.length ?? null)).toEqual([null, 0]);
  });

  it('reads a range, the end not included', async () => {
    await subject.log.publish(['a', 'b', 'c', 'd'].map((text) => record(text)));
    const offsets = (await all(subject.log, RECEIVED, 0)).map(({ offset }) => offset);
    const read = await all(subject.log, RECEIVED, 0, offsets[1], offsets[3]);
    expect(read.map(textOf)).toEqual(['b', 'c']);
    expect(await subject.log.end(RECEIVED, 0)).toBeGreaterThan(offsets[3] ?? 0);
    expect(await all(subject.log, RECEIVED, 1)).toEqual([]);
  });

  it('answers a ping', async () => {
    await expect(subject.log.ping()).resolves.toBeUndefined();
  });

  (capabilities.atomicPublish ? it : it.skip)('writes all records of a call or none', async () => {
    const wrong = { ...record('b'), partition: 10_000 };
    await expect(subject.log.publish([record('a'), wrong])).rejects.toMatchObject({
      code: expect.stringMatching(/^REDRESS_/),
    });
    expect(await all(subject.log, RECEIVED, 0)).toEqual([]);
  });
}

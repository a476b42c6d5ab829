import { expect, it } from '@jest/globals';
import { encodeEvent } from '@redress/contracts';
import { RedressError } from '@redress/runtime';
import { readDeadLetter } from './dead-letter.ts';
import { REPLAY_HEADER } from './replay-dead-letter.ts';
import type { Outcome, StoredRecord } from './port.ts';
import {
  RECEIVED,
  ok,
  record,
  textOf,
  keeping,
  deadLetters,
  until,
  untilAsync,
  type Subject,
} from './subject.conformance.ts';

/** What happens when a record or what its handler depends on fails. */
export function itOutlastsFailures(subject: Subject): void {
  it('tries again from the record that asked for it, and passes none', async () => {
    const settled: string[] = [];
    let refusals = 3;
    await subject.log.publish(['a', 'b', 'c'].map((text) => record(text)));
    await subject.consume({
      handle: (records) => {
        const outcomes: Outcome[] = [];
        for (const given of records) {
          if (textOf(given) === 'b' && refusals > 0) {
            refusals -= 1;
            return Promise.resolve([...outcomes, { kind: 'retry', reason: 'store away' }]);
          }
          settled.push(textOf(given));
          outcomes.push(ok);
        }
        return Promise.resolve(outcomes);
      },
    });
    await until(() => settled.length === 3);
    expect(settled).toEqual(['a', 'b', 'c']);
  });

  it('hands over again after a restart what was not settled', async () => {
    await subject.log.publish([record('a'), record('b')]);
    let tried = 0;
    await subject.consume({
      handle: (records) => {
        tried += 1;
        return Promise.resolve(
          records.map((given) =>
            textOf(given) === 'a' ? ok : { kind: 'retry', reason: 'not yet' },
          ),
        );
      },
    });
    await until(() => tried > 1);
    await subject.reopen();
    const seen: StoredRecord[] = [];
    await subject.consume({ handle: keeping(seen) });
    await until(() => seen.length > 0);
    expect(seen.map(textOf)).toEqual(['b']);
  });

  it('puts a poisonous record aside after five failures and goes on', async () => {
    const bytes = encodeEvent({
      id: 'e',
      type: RECEIVED,
      source: 's',
      time: 't',
      data: { feedbackId: 'f-1' },
    });
    await subject.log.publish([
      record('a'),
      { ...record('x'), value: bytes, headers: { traceparent: 'trace' } },
      record('b'),
    ]);
    const settled: string[] = [];
    let alone = 0;
    await subject.consume({
      probe: () => Promise.resolve(true),
      handle: (records) => {
        if (records.some(({ value }) => value?.length === bytes.length)) {
          if (records.length === 1) alone += 1;
          throw new TypeError('cannot read it');
        }
        settled.push(...records.map(textOf));
        return Promise.resolve(records.map(() => ok));
      },
    });
    await until(() => settled.includes('b'));
    expect(settled).toEqual(['a', 'b']);
    expect(alone).toBe(5);
    const dead = await deadLetters(subject.log);
    expect(dead.map(({ key }) => key)).toEqual(['f-1']);
    const letter = readDeadLetter(dead[0]?.value ?? new Uint8Array());
    expect(letter).toMatchObject({
      ok: true,
      letter: {
        topic: RECEIVED,
        partition: 0,
        key: 'key-x',
        group: 'redress.test',
        attempts: 5,
        headers: { traceparent: 'trace' },
      },
    });
    expect(letter.ok && [...(letter.letter.bytes ?? [])]).toEqual([...bytes]);
  });

  it('puts aside at once what the handler calls dead', async () => {
    await subject.log.publish([record('x'), record('b')]);
    const seen: StoredRecord[] = [];
    await subject.consume({
      handle: (records) => {
        seen.push(...records);
        return Promise.resolve(
          records.map((given) =>
            textOf(given) === 'x' ? { kind: 'deadLetter', reason: 'is no JSON' } : ok,
          ),
        );
      },
    });
    await until(() => seen.length === 2);
    await untilAsync(async () => (await deadLetters(subject.log)).length === 1);
    expect(seen).toHaveLength(2);
  });

  it('never puts anything aside while what the handler depends on is away', async () => {
    await subject.log.publish([record('a'), record('b')]);
    let away = true;
    let tries = 0;
    const settled: string[] = [];
    const consumer = await subject.consume({
      probe: () => (away ? Promise.reject(new Error('away')) : Promise.resolve(true)),
      handle: (records) => {
        tries += 1;
        if (away) throw new Error('connection refused');
        settled.push(...records.map(textOf));
        return Promise.resolve(records.map(() => ok));
      },
    });
    await until(() => tries > 12);
    expect(consumer.state()).toMatchObject({ state: 'waiting' });
    away = false;
    await until(() => settled.length === 2);
    expect(settled).toEqual(['a', 'b']);
    expect(await deadLetters(subject.log)).toEqual([]);
    await until(() => consumer.state().state === 'running');
  });

  it('never puts aside what fails with an error that says to try again', async () => {
    await subject.log.publish([record('a')]);
    let tries = 0;
    const settled: string[] = [];
    await subject.consume({
      probe: () => Promise.resolve(true),
      handle: (records) => {
        tries += 1;
        if (tries <= 8)
          throw new RedressError('REDRESS_LOG_UNAVAILABLE', 'Away.', { retryable: true });
        settled.push(...records.map(textOf));
        return Promise.resolve(records.map(() => ok));
      },
    });
    await until(() => settled.length === 1);
    expect(await deadLetters(subject.log)).toEqual([]);
  });

  it('stops when too much is put aside', async () => {
    await subject.log.publish(Array.from({ length: 60 }, (_, index) => record(String(index))));
    let told: string | undefined;
    const consumer = await subject.consume({
      onStopped: (reason) => (told = reason),
      handle: (records) =>
        Promise.resolve(records.map(() => ({ kind: 'deadLetter', reason: 'all wrong' }))),
    });
    await until(() => consumer.state().state === 'stopped');
    expect(consumer.state().reason).toContain('dead-lettered within a minute');
    expect(told).toBe(consumer.state().reason);
    expect((await deadLetters(subject.log)).length).toBeLessThan(60);
  });

  it('parks what a later release wrote, however much of it, and goes on', async () => {
    await subject.log.publish(Array.from({ length: 120 }, (_, index) => record(String(index))));
    let parked = 0;
    const consumer = await subject.consume({
      onDeadLetter: () => (parked += 1),
      handle: (records) =>
        Promise.resolve(records.map(() => ({ kind: 'park', reason: 'newer version: v2' }))),
    });
    await until(() => parked === 120);
    await untilAsync(async () => (await deadLetters(subject.log)).length === 120);
    await subject.log.publish([record('after')]);
    await until(() => parked === 121);
    expect(consumer.state().state).toBe('running');
    const letter = readDeadLetter((await deadLetters(subject.log))[0]?.value ?? new Uint8Array());
    expect(letter).toMatchObject({ ok: true, letter: { reason: 'newer version: v2' } });
  });

  it('does not take it for a flood when what was put back fails again', async () => {
    await subject.log.publish(
      Array.from({ length: 120 }, (_, index) => ({
        ...record(String(index)),
        headers: { [REPLAY_HEADER]: `letter-${String(index)}` },
      })),
    );
    let dead = 0;
    const consumer = await subject.consume({
      onDeadLetter: () => (dead += 1),
      handle: (records) =>
        Promise.resolve(records.map(() => ({ kind: 'deadLetter', reason: 'still wrong' }))),
    });
    await until(() => dead === 120);
    expect(consumer.state().state).toBe('running');
  });
}

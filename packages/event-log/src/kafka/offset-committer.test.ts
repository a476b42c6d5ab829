import { silentLogger, systemClock } from '@redress/runtime';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Offsets } from 'kafkajs';
import { createOffsetCommitter, type OffsetCommitter } from './offset-committer.ts';
import { createTopicNames } from './topic-names.ts';

const TOPIC = 'feedback.scored.v1';

describe('createOffsetCommitter', () => {
  let aborter: AbortController;
  let committer: OffsetCommitter;
  let commits: string[];
  beforeEach(() => {
    aborter = new AbortController();
    commits = [];
    committer = createOffsetCommitter({
      names: createTopicNames('redress.'),
      ...{ clock: systemClock, logger: silentLogger, signal: aborter.signal },
    });
  });
  afterEach(() => {
    aborter.abort();
  });

  const taking = ({ topics }: Offsets): Promise<void> => {
    commits.push(
      topics
        .flatMap(({ topic, partitions }) =>
          partitions.map(({ partition, offset }) => `${topic}/${String(partition)}=${offset}`),
        )
        .join(' '),
    );
    return Promise.resolve();
  };

  it('commits the last position of each partition, once, all together', async () => {
    committer.use(taking);
    committer.note(TOPIC, 0, 5);
    committer.note(TOPIC, 0, 7);
    committer.note(TOPIC, 1, 3);
    expect(await committer.flush()).toBe(true);
    expect(await committer.flush()).toBe(true);
    expect(commits).toEqual(['redress.feedback.scored.v1/0=7 redress.feedback.scored.v1/1=3']);
  });

  it('keeps what was not taken, unless something newer was noted', async () => {
    committer.use(() => {
      committer.note(TOPIC, 0, 9);
      return Promise.reject(new Error('away'));
    });
    committer.note(TOPIC, 0, 5);
    committer.note(TOPIC, 1, 3);
    expect(await committer.flush()).toBe(false);
    committer.use(taking);
    await committer.flush();
    expect(commits).toEqual(['redress.feedback.scored.v1/0=9 redress.feedback.scored.v1/1=3']);
  });

  it('never commits in a generation what was noted in another', async () => {
    let fail = (): void => undefined;
    committer.use(
      () =>
        new Promise((_, reject) => {
          fail = () => {
            reject(new Error('the group comes together anew'));
          };
        }),
    );
    committer.note(TOPIC, 0, 5);
    const flushing = committer.flush();
    await Promise.resolve();
    committer.forget();
    fail();
    expect(await flushing).toBe(false);
    committer.use(taking);
    expect(await committer.flush()).toBe(true);
    expect(commits).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createGroupCommit } from './group-commit.ts';

const group = (...items: number[]) => ({ items, bytes: items.length });

describe('createGroupCommit', () => {
  it('commits what arrives meanwhile together, and gives each caller its own results', async () => {
    const commits: (readonly number[])[] = [];
    const committer = createGroupCommit<number, number>(async (items) => {
      commits.push(items);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return items.map((item) => item * 10);
    });
    const first = committer.add(group(1));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const others = Promise.all([committer.add(group(2, 3)), committer.add(group(4))]);
    expect(await first).toEqual([10]);
    expect(await others).toEqual([[20, 30], [40]]);
    expect(commits).toEqual([[1], [2, 3, 4]]);
  });

  it('refuses all of a failed commit and goes on with the next', async () => {
    let fail = true;
    const committer = createGroupCommit<number, number>((items) =>
      fail ? Promise.reject(new Error('disk full')) : Promise.resolve(items),
    );
    const results = await Promise.allSettled([committer.add(group(1)), committer.add(group(2))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await committer.add(group(3))).toEqual([3]);
  });

  it('never splits a group, however large, and leaves the next for another commit', async () => {
    const sizes: number[] = [];
    const committer = createGroupCommit<number, number>((items) => {
      sizes.push(items.length);
      return Promise.resolve(items);
    });
    const large = { items: Array.from({ length: 6000 }, (_, index) => index), bytes: 1 };
    await Promise.all([committer.add(large), committer.add(group(1))]);
    expect(sizes).toEqual([6000, 1]);
  });

  it('is idle when everything is written', async () => {
    let written = 0;
    const committer = createGroupCommit<number, number>(async (items) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      written += items.length;
      return items;
    });
    void committer.add(group(1));
    await committer.idle();
    expect(written).toBe(1);
  });
});

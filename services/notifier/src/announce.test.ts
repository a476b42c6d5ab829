import { describe, expect, it } from '@jest/globals';
import {
  goForward,
  news,
  publish,
  settled,
  start,
  tasks,
  until,
  useNotifier,
} from './fixtures/a-notifier.ts';
import { NOW, aScored } from './fixtures/a-scored.ts';

useNotifier();

const heardOf = (taskId: string) => news.some((one) => one?.tasks?.includes(taskId) === true);
const deliveriesHeard = () => news.reduce((sum, one) => sum + (one?.deliveries ?? 0), 0);

describe('the notifier tells pages', () => {
  it('of a task when it is decided, of its mail when it went out, of a clock that fired', async () => {
    await start();
    await publish(aScored('1'));
    await settled(1);
    const [task] = await tasks();
    expect(heardOf(task!.id)).toBe(true);
    // Written, started, sent.
    await until(async () => deliveriesHeard() >= 3);

    news.length = 0;
    goForward(Date.parse(task!.clocks.acknowledgeDueAt!) - Date.parse(NOW) + 1000);
    await settled(2);
    expect(heardOf(task!.id)).toBe(true);
    expect(JSON.stringify(news)).not.toMatch(/example\.org|Ann|kim/);
  });

  it.each([
    ['waits for ever', () => new Promise<void>(() => undefined)],
    ['fails', () => Promise.reject(new Error('away'))],
  ])('and goes on where telling %s', async (_, tell) => {
    await start({ hotState: { publish: tell } });
    await publish(aScored('1'));
    await settled(1);
    expect(await tasks()).toHaveLength(1);
  });
});

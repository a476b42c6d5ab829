import type { HotState } from '../port.ts';
import { NEWS_CHANNEL, mergeNews } from './news.ts';
import type { News } from './news.ts';

/**
 * Tells all who listen, in this process and others, that something was committed. It returns at once and never throws: who hears nothing
 * looks again by itself, and no commit waits for that.
 */
export function announce(hotState: Pick<HotState, 'publish'>, news: Partial<News>): void {
  const { tasks = [], deliveries = 0 } = news;
  if (tasks?.length === 0 && deliveries === 0) return;
  hotState
    .publish(NEWS_CHANNEL, JSON.stringify(mergeNews([{ tasks, deliveries }])))
    .catch(() => undefined);
}

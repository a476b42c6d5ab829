import type { Effect } from '@redress/domain';
import type { News } from '@redress/hot-state';

/** What pages have to look at again after these. */
export function newsOf(effects: readonly Effect[]): News {
  return {
    tasks: [...new Set(effects.flatMap(({ taskId }) => taskId ?? []))],
    deliveries: effects.filter(({ type }) => type === 'delivery.queued').length,
  };
}

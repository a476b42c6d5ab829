import type { FeedbackScored } from '@redress/contracts';
import type { PromiseEntry } from './promise.ts';

/**
 * Kept or broken, as of `now`. A customer who confirms keeps what was pending then, or else the newest promise before; a customer who says it is put right, and an owner's delivery, keep what was not yet due.
 * Without any of these a promise is broken at its due time.
 */
export function settlePromises(
  promises: readonly PromiseEntry[],
  touches: readonly FeedbackScored[],
  deliveredAt: string | null,
  now: string,
): PromiseEntry[] {
  const keptAt = new Map<string, string>();
  const keep = (kept: readonly PromiseEntry[], at: string): void => {
    for (const promise of kept) {
      if (!keptAt.has(promise.id)) keptAt.set(promise.id, at);
    }
  };
  if (deliveredAt !== null)
    keep(
      promises.filter(
        (promise) => promise.madeAt <= deliveredAt && isDueAfter(promise, deliveredAt),
      ),
      deliveredAt,
    );
  for (const { understanding, occurredAt } of touches) {
    const before = promises.filter(
      (promise) => promise.madeAt < occurredAt && promise.by !== 'customer',
    );
    const pending = before.filter(
      (promise) => isDueAfter(promise, occurredAt) && !keptAt.has(promise.id),
    );
    if (understanding.promiseOutcome === 'kept')
      keep(pending.length > 0 ? pending : newest(before), occurredAt);
    else if (understanding.recovery.level !== 'none') keep(pending, occurredAt);
  }
  return promises.map((promise) => settle(promise, keptAt.get(promise.id) ?? null, now));
}

function settle(promise: PromiseEntry, keptAt: string | null, now: string): PromiseEntry {
  if (keptAt !== null) return { ...promise, status: 'kept', settledAt: keptAt };
  if (promise.dueAt === null) return { ...promise, status: 'open-ended', settledAt: null };
  return promise.dueAt <= now
    ? { ...promise, status: 'broken', settledAt: promise.dueAt }
    : { ...promise, status: 'pending', settledAt: null };
}

function isDueAfter(promise: PromiseEntry, at: string): boolean {
  return promise.dueAt === null || promise.dueAt >= at;
}

function newest(promises: readonly PromiseEntry[]): PromiseEntry[] {
  const last = [...promises].sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1)).at(-1);
  return last === undefined ? [] : [last];
}

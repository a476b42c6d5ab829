import type { CheckResult } from '@redress/runtime';

/** Says in health how many hear of trouble with Redress itself. Always well: it is a choice. */
export function checkOperators(notifier: {
  readonly operators: () => number;
}): () => Promise<CheckResult> {
  return () => {
    const count = notifier.operators();
    const detail =
      count === 0
        ? 'Nobody is mailed about trouble with Redress itself: policy.ops.addresses is empty.'
        : `Trouble with Redress itself is mailed to ${String(count)} ${count === 1 ? 'address' : 'addresses'}.`;
    return Promise.resolve({ ok: true, detail });
  };
}

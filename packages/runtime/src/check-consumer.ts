import type { CheckResult } from './health.ts';

/** A health check of something that tells its state: ok while it runs, with the reason where it waits or has stopped. */
export function checkConsumer(consumer: {
  state(): { readonly state: string; readonly reason?: string };
}): () => Promise<CheckResult> {
  return () => {
    const { state, reason } = consumer.state();
    return Promise.resolve({
      ok: state === 'running',
      ...(reason === undefined ? {} : { detail: reason }),
    });
  };
}

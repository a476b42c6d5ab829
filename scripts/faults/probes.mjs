import { setTimeout as sleep } from 'node:timers/promises';

const AT_ONCE = 8;
const LOOK_MS = 200;
/** Who waits longer has found a loss; the ledgers will tell. */
const LIMIT_MS = 180_000;
/** A scenario goes on with its next fault after so long, recovered or not; in the short form. */
const PATIENCE_MS = 15_000;

/**
 * Measures how long the whole way is shut after a fault: from the fault until complaints handed over after it, of customers nobody met before,
 * have each reached an owner's mailbox. Eight at a time, so that hardly a partition is without one.
 */
export function createProbes({ run, sender, database, sink, long }) {
  const measured = [];
  const running = new Set();
  let sent = 0;

  /** Milliseconds until all have arrived, null where they did not within the limit. */
  const measure = async (from) => {
    const probes = Array.from({ length: AT_ONCE }, () => {
      sent += 1;
      const customer = `${run}-probe-${sent}`;
      return { customer, complains: true, body: complaintOf(run, customer, sent) };
    });
    const taken = await sender.hand(probes);
    const ids = taken.map(({ feedbackId }) => feedbackId);
    while (Date.now() - from < LIMIT_MS) {
      if (await allMailed(ids)) return Date.now() - from;
      await sleep(LOOK_MS);
    }
    return null;
  };

  const allMailed = async (ids) => {
    const found = await database
      .query('SELECT task_id FROM feedback WHERE feedback_id = ANY($1) AND task_id IS NOT NULL', [
        ids,
      ])
      .catch(() => ({ rows: [] }));
    if (found.rows.length < ids.length) return false;
    const mailed = new Set(sink.mails.map(({ taskId }) => taskId));
    return found.rows.every(({ task_id: taskId }) => mailed.has(taskId));
  };

  return {
    /** Starts one; the fault was now, or at the instant given. Resolves at its end, or when it takes too long to be waited for. */
    start(from = Date.now()) {
      const probe = measure(from)
        .then((took) => measured.push(took ?? LIMIT_MS))
        .catch(() => undefined)
        .finally(() => running.delete(probe));
      running.add(probe);
      return Promise.race([probe, sleep(long ? LIMIT_MS : PATIENCE_MS)]);
    },
    /** Resolves when none is under way. */
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    measured: () => measured,
  };
}

function complaintOf(run, customer, count) {
  return {
    channel: 'email',
    source: `faults-${run}`,
    sourceId: `probe-${count}`,
    occurredAt: new Date().toISOString(),
    customer: { identities: [{ type: 'email', value: `${customer}@example.com` }] },
    score: { kind: 'nps', value: 1 },
    text: 'I was charged twice and nobody answers the phone.',
  };
}

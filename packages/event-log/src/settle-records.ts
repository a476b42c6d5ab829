import { isRedressError, killPoint } from '@redress/runtime';
import { isReplay } from './replay-dead-letter.ts';
import type { FloodGuard } from './flood-guard.ts';
import type { ConsumeOptions, Outcome, StoredRecord } from './port.ts';

/** Failures of one record, handed over alone while its dependency answers, after which it is put aside. */
const MOST_FAILURES = 5;

/** What settling needs of the engine it runs on. */
export interface SettleDeps {
  readonly handle: ConsumeOptions['handle'];
  readonly probe?: ConsumeOptions['probe'];
  readonly guard: FloodGuard;
  readonly signal: AbortSignal;
  /** Resolves when records may be handed over (not paused). */
  gate(): Promise<void>;
  /** Waits before the next try (`attempt` from 1) and shows the reason meanwhile; ends early on stop. */
  wait(attempt: number, reason: string, err: unknown): Promise<void>;
  /** Saves the next offset to read; `passedDead` where a record before it was put aside. */
  save(next: number, passedDead: boolean): Promise<void>;
  /** Publishes the record as a dead letter. */
  deadLetter(record: StoredRecord, reason: string, attempts: number): Promise<void>;
}

/**
 * Hands records of one partition to the handler until each is settled, in order: ok and drop go on, retry waits for ever,
 * a record that fails five times alone while the probe answers is dead-lettered, unless what was thrown is retryable by its own word. Without a probe nobody knows whose fault it is: no count.
 * Resolves with null when all are settled or the signal aborts, or with the reason to stop the consumer. Never throws.
 */
export async function settleRecords(
  records: readonly StoredRecord[],
  deps: SettleDeps,
): Promise<string | null> {
  const stopping = (): boolean => deps.signal.aborted;
  let index = 0;
  // Records before this index are handed over alone: one of them made a batch fail.
  let aloneUntil = 0;
  let tries = 0;
  let failures = 0;
  for (;;) {
    const first = records[index];
    if (first === undefined) return null;
    await deps.gate();
    if (stopping()) return null;
    const batch = index < aloneUntil ? [first] : records.slice(index);
    const { settled, failure } = await handOver(batch, deps);

    const verdicts: Outcome[] = [...settled];
    if (failure !== null && !stopping()) {
      aloneUntil = Math.max(aloneUntil, index + settled.length + failure.suspects);
      // A dependency that says itself that it is away is not the record's fault, whatever the probe finds.
      const counts = batch.length === 1 && !saysAway(failure.err);
      if (counts && (await answers(deps.probe))) failures += 1;
      if (failures >= MOST_FAILURES) verdicts.push({ kind: 'deadLetter', reason: failure.reason });
    }

    if (verdicts.length > 0) {
      const conclusion = await conclude(batch, verdicts, Math.max(1, failures), deps);
      if (!conclusion.goOn) return conclusion.stop;
      index += verdicts.length;
      failures = 0;
      tries = 0;
    }
    if (failure !== null && verdicts.length === settled.length) {
      tries += 1;
      await deps.wait(tries, failure.reason, failure.err);
    }
  }
}

interface HandedOver {
  /** Outcomes of the first records, none of them retry. */
  readonly settled: readonly Exclude<Outcome, { kind: 'retry' }>[];
  /** Why the next one was not settled; `suspects` of the records from there may be at fault. */
  readonly failure: {
    readonly reason: string;
    readonly err?: unknown;
    readonly suspects: number;
  } | null;
}

async function handOver(batch: readonly StoredRecord[], deps: SettleDeps): Promise<HandedOver> {
  let outcomes: readonly Outcome[];
  try {
    outcomes = await deps.handle(batch, { signal: deps.signal });
  } catch (err) {
    return { settled: [], failure: { reason: reasonOf(err), err, suspects: batch.length } };
  }
  const settled: Exclude<Outcome, { kind: 'retry' }>[] = [];
  for (const outcome of outcomes.slice(0, batch.length)) {
    if (outcome.kind === 'retry') {
      return { settled, failure: { reason: outcome.reason, suspects: 1 } };
    }
    settled.push(outcome);
  }
  const failure =
    settled.length > 0
      ? null
      : { reason: 'the handler answered for no record', suspects: batch.length };
  return { settled, failure };
}

/** Whether settling goes on, or what it ends with. */
type Conclusion = { readonly goOn: true } | { readonly goOn: false; readonly stop: string | null };

/** Puts the dead aside, then saves the position: a crash between the two repeats, it never skips. */
async function conclude(
  batch: readonly StoredRecord[],
  verdicts: readonly Outcome[],
  attempts: number,
  deps: SettleDeps,
): Promise<Conclusion> {
  let aside = 0;
  let dead = 0;
  let next: number | undefined;
  for (const [index, verdict] of verdicts.entries()) {
    const record = batch[index];
    if (record === undefined) break;
    if (verdict.kind === 'deadLetter' || verdict.kind === 'park') {
      aside += 1;
      // What was put back on purpose was dead before, and what is parked is well: neither says that we are broken.
      if (verdict.kind === 'deadLetter' && !isReplay(record)) dead += 1;
      const reason = verdict.reason;
      if (!(await untilDone(() => deps.deadLetter(record, reason, attempts), deps)))
        return { goOn: false, stop: null };
    }
    next = record.offset + 1;
  }
  if (aside > 0) killPoint('after-dead-letter-before-position');
  const position = next;
  if (position !== undefined && !(await untilDone(() => deps.save(position, aside > 0), deps))) {
    return { goOn: false, stop: null };
  }
  const stop = deps.guard.count(verdicts.length, dead);
  return stop === null ? { goOn: true } : { goOn: false, stop };
}

/** Writes to the log for as long as it takes. False where the consumer was stopped before it went. */
async function untilDone(write: () => Promise<void>, deps: SettleDeps): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return true;
    } catch (err) {
      if (deps.signal.aborted) return false;
      await deps.wait(tries, 'the log takes no writes', err);
    }
  }
}

function saysAway(thrown: unknown): boolean {
  return isRedressError(thrown) && thrown.retryable;
}

async function answers(probe: SettleDeps['probe']): Promise<boolean> {
  if (probe === undefined) return false;
  try {
    return await probe();
  } catch {
    return false;
  }
}

/** What may stand in a dead letter and in health: a driver's message may quote a row, so only ours is told. */
function reasonOf(thrown: unknown): string {
  if (isRedressError(thrown)) return `${thrown.code}: ${thrown.message}`;
  return thrown instanceof Error ? `the handler threw ${thrown.name}` : 'the handler threw';
}

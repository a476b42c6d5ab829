import type {
  Expected,
  Finding,
  LedgerVerdict,
  Ledgers,
  LogLedger,
  SentFeedback,
  StoreLedger,
  StoredDelivery,
} from './ledgers.ts';

/** States in which a delivery has come to an end without a mail. */
const SETTLED = new Set(['cancelled', 'digested', 'shadow', 'failed']);

/** Compares what senders were promised with what is in the store and what came out as mail. Pure. */
export function compareLedgers(
  { sent, store, log, mails }: Ledgers,
  expected: Expected = {},
): LedgerVerdict {
  const mailed = timesOf(mails.map(({ messageId }) => messageId));
  return {
    lost: [
      ...lostFeedback(sent, store),
      ...lostTasks(sent, store),
      ...untoldTasks(store),
      ...store.deliveries
        .filter(({ state, messageId }) => state === 'sent' && !mailed.has(messageId))
        .map(({ id }) => ({ id, what: 'mail written down as sent, and never taken' })),
    ],
    duplicateTasks: duplicateTasks(store),
    sameMail: beyondFirst(mailed, 'mail again under its Message-ID'),
    otherMail: beyondFirst(
      timesOf(store.deliveries.filter(isMailed).map(reasonOf)),
      'the same news told again under another Message-ID',
    ),
    unknownMail: unknownMail(store, mailed),
    deadLettered: deadLettered(sent, store, expected),
    unpublished: unpublished(store, log),
    unfinished: [
      ...store.deliveries
        .filter(({ state }) => state !== 'sent' && !SETTLED.has(state))
        .map(({ id, state }) => ({ id, what: `delivery is ${state} still` })),
      ...beyond(
        store.deliveries.filter(({ state }) => state === 'failed'),
        expected.failedDeliveries ?? 0,
      ).map(({ id }) => ({ id, what: 'delivery failed' })),
    ],
  };
}

/** How many findings there are, of all but those that a crash in the window of a mail may cause. */
export function countUnforgivable(verdict: LedgerVerdict): number {
  const { sameMail: _, ...rest } = verdict;
  return Object.values(rest).reduce(
    (sum: number, found: readonly Finding[]) => sum + found.length,
    0,
  );
}

function lostFeedback(sent: readonly SentFeedback[], store: StoreLedger): Finding[] {
  const decided = new Set(
    store.feedback.flatMap(({ feedbackId, outcome }) => (outcome === null ? [] : [feedbackId])),
  );
  const known = new Set(store.feedback.map(({ feedbackId }) => feedbackId));
  const applied = new Set(store.appliedEvents);
  const dead = new Set(store.deadLetters.map(({ feedbackId }) => feedbackId));
  return sent.flatMap(({ feedbackId, eventId }) => {
    if (dead.has(feedbackId)) return [];
    if (!known.has(feedbackId))
      return [{ id: feedbackId, what: 'feedback answered yes, and not in the store' }];
    if (!decided.has(feedbackId)) return [{ id: feedbackId, what: 'feedback without an outcome' }];
    return applied.has(eventId) ? [] : [{ id: eventId, what: 'event is not applied' }];
  });
}

/** Every customer who complained has a task that one of their feedbacks is in. */
function lostTasks(sent: readonly SentFeedback[], store: StoreLedger): Finding[] {
  const tasks = new Set(store.tasks.map(({ id }) => id));
  const taskOf = new Map(store.feedback.map(({ feedbackId, taskId }) => [feedbackId, taskId]));
  const complaining = new Map<string, boolean>();
  for (const { feedbackId, customer, complains } of sent) {
    if (!complains) continue;
    const taskId = taskOf.get(feedbackId) ?? null;
    const followed = taskId !== null && tasks.has(taskId);
    complaining.set(customer, followed || complaining.get(customer) === true);
  }
  return [...complaining].flatMap(([id, followed]) =>
    followed ? [] : [{ id, what: 'customer complained, and there is no task' }],
  );
}

function untoldTasks({ tasks, deliveries }: StoreLedger): Finding[] {
  const told = new Set(deliveries.map(({ taskId }) => taskId));
  return tasks
    .filter(({ id }) => !told.has(id))
    .map(({ id }) => ({ id, what: 'task that nobody was told of' }));
}

function duplicateTasks({ tasks, feedback }: StoreLedger): Finding[] {
  const opened = timesOf(
    feedback.flatMap(({ outcome, taskId }) =>
      outcome === 'task' && taskId !== null ? [taskId] : [],
    ),
  );
  return [
    ...beyondFirst(
      timesOf(tasks.map(({ customerId }) => customerId)),
      'another task of a customer',
    ),
    ...beyondFirst(opened, 'another feedback that opened the same task'),
  ];
}

function unknownMail(store: StoreLedger, mailed: ReadonlyMap<string, number>): Finding[] {
  const known = new Set(store.deliveries.map(({ messageId }) => messageId));
  return [...mailed.keys()]
    .filter((messageId) => !known.has(messageId))
    .map((id) => ({ id, what: 'mail without a delivery' }));
}

function deadLettered(
  sent: readonly SentFeedback[],
  { deadLetters }: StoreLedger,
  expected: Expected,
): Finding[] {
  const promised = new Set(sent.map(({ feedbackId }) => feedbackId));
  const [ours, others] = [
    deadLetters.filter(({ feedbackId }) => feedbackId !== null && promised.has(feedbackId)),
    deadLetters.filter(({ feedbackId }) => feedbackId === null || !promised.has(feedbackId)),
  ];
  return [
    ...ours.map(({ feedbackId, reason }) => ({ id: feedbackId ?? '', what: reason })),
    ...beyond(others, expected.deadLetters ?? 0).map(({ feedbackId, reason }) => ({
      id: feedbackId ?? 'no feedback',
      what: reason,
    })),
    ...Array.from({ length: Math.max(0, (expected.deadLetters ?? 0) - others.length) }, () => ({
      id: 'no feedback',
      what: 'bytes that cannot be read are not among the dead letters',
    })),
  ];
}

function unpublished(store: StoreLedger, log: LogLedger): Finding[] {
  const lacking = (
    rows: readonly { readonly id: string; readonly version: number }[],
    told: ReadonlyMap<string, number>,
    noun: string,
  ): Finding[] =>
    rows
      .filter(({ id, version }) => told.get(id) !== version)
      .map(({ id, version }) => ({
        id,
        what: `${noun} is at version ${String(version)}, and its topic says ${String(told.get(id) ?? 'nothing')}`,
      }));
  return [
    ...lacking(store.tasks, log.tasks, 'task'),
    ...lacking(store.deliveries, log.deliveries, 'delivery'),
    ...store.feedback
      .filter(({ feedbackId, outcome }) => outcome !== null && !log.decided.has(feedbackId))
      .map(({ feedbackId }) => ({ id: feedbackId, what: 'outcome that its topic does not tell' })),
  ];
}

function isMailed({ state }: StoredDelivery): boolean {
  return state === 'sent' || state === 'sending' || state === 'unknown';
}

/** What a delivery tells, and whom. */
function reasonOf({ recipient, taskId, cycle, kind, news }: StoredDelivery): string {
  // What no feedback brought is told by its words: which rung fired, whose promise ran out.
  const told = news.map(({ code, feedbackId, text }) => `${code}:${feedbackId ?? text}`).sort();
  return [recipient, taskId ?? '', String(cycle), kind, ...told].join(' ');
}

function beyond<T>(found: readonly T[], allowed: number): readonly T[] {
  return found.slice(allowed);
}

function beyondFirst(times: ReadonlyMap<string, number>, what: string): Finding[] {
  return [...times].flatMap(([id, count]) =>
    Array.from({ length: count - 1 }, () => ({ id, what })),
  );
}

function timesOf(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

import { describe, expect, it } from '@jest/globals';
import { compareLedgers, countUnforgivable } from './compare-ledgers.ts';
import type { Ledgers, SentFeedback, StoredDelivery } from './ledgers.ts';

const CUSTOMERS = 20;

const sentBy = (customer: number, complains: boolean): SentFeedback => ({
  feedbackId: `f${String(customer)}${complains ? 'c' : 't'}`,
  eventId: `e${String(customer)}${complains ? 'c' : 't'}`,
  customer: `customer-${String(customer)}`,
  complains,
});
const deliveryOf = (customer: number, more: Partial<StoredDelivery> = {}): StoredDelivery => ({
  id: `d${String(customer)}`,
  taskId: `t${String(customer)}`,
  cycle: 1,
  recipient: 'ana',
  kind: 'opened',
  state: 'sent',
  messageId: `<d${String(customer)}@redress>`,
  version: 3,
  news: [{ code: 'opened', feedbackId: `f${String(customer)}c`, text: 'opened' }],
  ...more,
});
const all = Array.from({ length: CUSTOMERS }, (_, index) => index);

/** Everybody complains once, and says thanks once while the task is open. */
const whole: Ledgers = {
  sent: all.flatMap((customer) => [sentBy(customer, true), sentBy(customer, false)]),
  store: {
    feedback: all.flatMap((customer) => [
      { feedbackId: `f${String(customer)}c`, outcome: 'task', taskId: `t${String(customer)}` },
      { feedbackId: `f${String(customer)}t`, outcome: 'joined', taskId: `t${String(customer)}` },
    ]),
    appliedEvents: all.flatMap((customer) => [`e${String(customer)}c`, `e${String(customer)}t`]),
    tasks: all.map((customer) => ({
      id: `t${String(customer)}`,
      customerId: `k${String(customer)}`,
      version: 1,
    })),
    deliveries: all.map((customer) => deliveryOf(customer)),
    deadLetters: [],
  },
  log: {
    tasks: new Map(all.map((customer) => [`t${String(customer)}`, 1])),
    deliveries: new Map(all.map((customer) => [`d${String(customer)}`, 3])),
    decided: new Set(all.flatMap((customer) => [`f${String(customer)}c`, `f${String(customer)}t`])),
  },
  mails: all.map((customer) => ({ messageId: `<d${String(customer)}@redress>` })),
};
/** With other rows, each of which its topic tells. */
const withStore = (store: Partial<Ledgers['store']>): Ledgers => {
  const rows = { ...whole.store, ...store };
  const versions = (found: readonly { id: string; version: number }[]) =>
    new Map(found.map(({ id, version }) => [id, version]));
  const log = {
    ...whole.log,
    tasks: versions(rows.tasks),
    deliveries: versions(rows.deliveries),
  };
  return { ...whole, store: rows, log };
};

/** Ids by the list they were found in; lists without findings left out. */
function found(ledgers: Ledgers, expected?: Parameters<typeof compareLedgers>[1]): object {
  const lists = Object.entries(compareLedgers(ledgers, expected)) as [string, { id: string }[]][];
  return Object.fromEntries(
    lists.flatMap(([name, list]) => (list.length === 0 ? [] : [[name, list.map(({ id }) => id)]])),
  );
}

describe('compareLedgers', () => {
  it('finds nothing where every feedback has an outcome, every complaint a task and every delivery its mail', () => {
    expect(found(whole)).toEqual({});
    expect(countUnforgivable(compareLedgers(whole))).toBe(0);
  });

  it('finds a feedback that is not in the store', () => {
    const feedback = whole.store.feedback.filter(({ feedbackId }) => feedbackId !== 'f7t');
    expect(found(withStore({ feedback }))).toEqual({ lost: ['f7t'] });
  });

  it('finds a feedback that was never decided, and an event that was not applied', () => {
    const feedback = whole.store.feedback.map((row) =>
      row.feedbackId === 'f7t' ? { ...row, outcome: null } : row,
    );
    expect(found(withStore({ feedback }))).toEqual({ lost: ['f7t'] });
    const appliedEvents = whole.store.appliedEvents.filter((id) => id !== 'e3c');
    expect(found(withStore({ appliedEvents }))).toEqual({ lost: ['e3c'] });
  });

  it('finds a customer whose complaint nobody follows up', () => {
    const feedback = whole.store.feedback.map((row) =>
      row.feedbackId === 'f5c' ? { ...row, outcome: 'outer loop only', taskId: null } : row,
    );
    const tasks = whole.store.tasks.filter(({ id }) => id !== 't5');
    expect(found(withStore({ feedback }))).toEqual({ lost: ['customer-5'] });
    expect(found(withStore({ tasks }))).toEqual({ lost: ['customer-5'] });
  });

  it('finds a task that nobody was told of', () => {
    const deliveries = whole.store.deliveries.slice(1);
    expect(found({ ...withStore({ deliveries }), mails: whole.mails.slice(1) })).toEqual({
      lost: ['t0'],
    });
  });

  it('finds a mail that is written down as sent and never came', () => {
    expect(found({ ...whole, mails: whole.mails.slice(1) })).toEqual({ lost: ['d0'] });
  });

  it('finds a second task of a customer, and one that two feedbacks opened', () => {
    const tasks = [...whole.store.tasks, { id: 'again', customerId: 'k4', version: 1 }];
    expect(found(withStore({ tasks }))).toMatchObject({ duplicateTasks: ['k4'] });
    const feedback = whole.store.feedback.map((row) =>
      row.feedbackId === 'f4t' ? { ...row, outcome: 'task' } : row,
    );
    expect(found(withStore({ feedback }))).toEqual({ duplicateTasks: ['t4'] });
  });

  it('tells a mail that came twice under its Message-ID from one that came under another', () => {
    const twice = { ...whole, mails: [...whole.mails, whole.mails[2]!, whole.mails[2]!] };
    expect(found(twice)).toEqual({ sameMail: ['<d2@redress>', '<d2@redress>'] });
    expect(countUnforgivable(compareLedgers(twice))).toBe(0);

    const other = deliveryOf(2, { id: 'other', messageId: '<other@redress>' });
    const verdict = compareLedgers({
      ...withStore({ deliveries: [...whole.store.deliveries, other] }),
      mails: [...whole.mails, { messageId: '<other@redress>' }],
    });
    expect(verdict).toMatchObject({ otherMail: [{ id: expect.stringContaining('t2') }] });
    expect(countUnforgivable(verdict)).toBe(1);
  });

  it('does not take two rungs, two news or two cycles for the same', () => {
    const more = [
      ...[1, 2].map((rung) =>
        deliveryOf(2, {
          id: `a${String(rung)}`,
          kind: 'escalation',
          messageId: `<a${String(rung)}>`,
          news: [{ code: 'escalated', feedbackId: null, text: `rung ${String(rung)}` }],
        }),
      ),
      deliveryOf(2, {
        id: 'b',
        kind: 'alert',
        messageId: '<b>',
        news: [{ code: 'worse', feedbackId: 'f2t', text: 'now high' }],
      }),
      deliveryOf(2, { id: 'c', cycle: 2, messageId: '<c>' }),
    ];
    const mails = [...whole.mails, ...more.map(({ messageId }) => ({ messageId }))];
    const ledgers = withStore({ deliveries: [...whole.store.deliveries, ...more] });
    expect(found({ ...ledgers, mails })).toEqual({});
  });

  it('finds a mail that no delivery knows of', () => {
    const mails = [...whole.mails, { messageId: '<whose@redress>' }];
    expect(found({ ...whole, mails })).toEqual({ unknownMail: ['<whose@redress>'] });
  });

  it('finds a promised feedback among the dead letters, and bytes there that nobody expected', () => {
    const promised = { feedbackId: 'f1t', reason: 'cannot be read' };
    const feedback = whole.store.feedback.filter(({ feedbackId }) => feedbackId !== 'f1t');
    expect(found(withStore({ feedback, deadLetters: [promised] }))).toEqual({
      deadLettered: ['f1t'],
    });
    const deadLetters = [{ feedbackId: null, reason: 'no JSON' }];
    expect(found(withStore({ deadLetters }))).toEqual({ deadLettered: ['no feedback'] });
    expect(found(withStore({ deadLetters }), { deadLetters: 1 })).toEqual({});
  });

  it('finds poison that was swallowed without a trace', () => {
    expect(found(whole, { deadLetters: 2 })).toEqual({
      deadLettered: ['no feedback', 'no feedback'],
    });
  });

  it('finds what was committed and never reached its topic, or only in an earlier state', () => {
    const without = <T>(told: ReadonlyMap<string, T>, id: string) =>
      new Map([...told].filter(([name]) => name !== id));
    const { log } = whole;
    expect(found({ ...whole, log: { ...log, tasks: without(log.tasks, 't3') } })).toEqual({
      unpublished: ['t3'],
    });
    const deliveries = new Map(log.deliveries).set('d5', 2);
    expect(found({ ...whole, log: { ...log, deliveries } })).toEqual({ unpublished: ['d5'] });
    const decided = new Set([...log.decided].filter((id) => id !== 'f9t'));
    const verdict = compareLedgers({ ...whole, log: { ...log, decided } });
    expect(verdict.unpublished).toMatchObject([{ id: 'f9t' }]);
    expect(countUnforgivable(verdict)).toBe(1);
  });

  it('finds a delivery that never ended, and one that failed where none should', () => {
    for (const state of ['queued', 'sending', 'failed']) {
      const deliveries = [...whole.store.deliveries, deliveryOf(3, { id: 'open', state })];
      expect(found(withStore({ deliveries }))).toMatchObject({ unfinished: ['open'] });
    }
    const deliveries = [...whole.store.deliveries, deliveryOf(3, { id: 'no', state: 'failed' })];
    expect(found(withStore({ deliveries }), { failedDeliveries: 1 })).toEqual({});
  });
});

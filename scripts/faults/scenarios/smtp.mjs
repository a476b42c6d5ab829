import { setTimeout as sleep } from 'node:timers/promises';
import { CHIEF } from '../world.mjs';

const PHASES = ['connect', 'ehlo', 'mail', 'rcpt', 'data', 'message'];
const once = (at, fault, more) => ({ at, times: 1, fault, ...more });
const answer = (code) => ({ kind: 'answer', code });

/** What a mail server does to us, one kind after the other, each once unless said otherwise. */
const SCRIPT = [
  // One owner's address is gone for good; another's server puts everybody off twice.
  { at: 'rcpt', to: /^dan@/u, fault: answer(550) },
  { at: 'rcpt', to: /^cleo@/u, times: 2, fault: answer(451) },
  ...PHASES.map((at) => once(at, answer(421))),
  once('message', answer(451)),
  ...[552, 553, 554].map((code) => once('message', answer(code), { to: /^ben@/u })),
  ...PHASES.map((at) => once(at, { kind: 'hang' })),
  once('mail', { kind: 'drip', everyMs: 10_000 }),
  once('data', { kind: 'close' }),
  once('message', { kind: 'close' }),
  once('message', { kind: 'take-and-close' }),
];
/** A mail server that refuses, puts off, hangs and breaks at every verb. */
export const smtp = {
  name: 'smtp',
  demanded:
    'SMTP 421, 451, 550 to 554, hang at each verb, a byte every 10 s, closed in the middle; 550 goes up a rung at once',
  beside: true,
  perSecond: 20,
  setting: () => ({
    environment: { SMTP_TIMEOUT_MS: '2000', REDRESS_MAIL_RETRY_MS: '1000' },
  }),
  async run(world, { long, say }) {
    const { sink } = world;
    sink.script(SCRIPT);
    const howMany = () => countBy(sink.attempts.map(({ ended }) => ended));
    const until = Date.now() + (long ? 120_000 : 240_000);
    while (Date.now() < until && (long || missing(howMany()).length > 0)) await sleep(500);
    const ended = howMany();
    say([...ended].map(([how, count]) => `${count} ${how}`).join(', '));
    const findings = missing(ended).map((how) => ({
      id: how,
      what: 'did not happen: nothing was shown about it',
    }));
    return {
      faults: sink.attempts.filter(({ ended: how }) => how !== 'accepted').length,
      // Taken, and the answer cut off.
      windows: 1,
      findings,
      expected: () => ({ failedDeliveries: refusedFor(sink) }),
      check: ({ store }) => wentUp(store),
    };
  },
};

/** What the run is there to show, and has not happened yet. */
function missing(ended) {
  const wanted = [
    ...PHASES.flatMap((at) => [`${at} 421`, `${at} left`]),
    ...['rcpt 451', 'message 451', 'rcpt 550', 'message 552', 'message 553', 'message 554'],
    ...['data closed', 'message closed'],
  ];
  return wanted.filter((how) => !ended.has(how));
}

function refusedFor(sink) {
  return sink.attempts.filter(({ ended }) => /^(rcpt|message) 55\d$/u.test(ended)).length;
}

/** Of every message that was refused for good, the task went up a rung, and somebody else was told. */
function wentUp({ deliveries }) {
  const failed = deliveries.filter(({ state }) => state === 'failed');
  const told = new Set(
    deliveries
      .filter(
        ({ kind, state, recipient }) =>
          kind === 'escalation' && state === 'sent' && recipient === CHIEF,
      )
      .map(({ taskId }) => taskId),
  );
  return [
    ...(failed.length === 0
      ? [{ id: 'smtp', what: 'no message was refused: nothing was shown' }]
      : []),
    ...failed
      .filter(({ taskId }) => !told.has(taskId))
      .map(({ id }) => ({ id, what: 'refused for good, and nobody else was told' })),
  ];
}

function countBy(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

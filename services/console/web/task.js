import { read } from './api.js';
import { fill, h, isMarked, link, theirs } from './dom.js';
import { when } from './due.js';
import { capital, counted, languageName, money, shortTime, words } from './format.js';
import { severity, tag } from './inbox.js';
import { taskActions } from './task-actions.js';
import { taskSide } from './task-side.js';
import { why } from './task-why.js';
import { timeline } from './timeline.js';
import { legend, markedWords } from './words.js';

const FRESH = { every: 8000, whenLive: 60_000 };

/** One task: what to do now, why it is worth it, the customer's words, all that happened. */
export async function showTask({ main, parameter, alive, keep }) {
  const path = `/v1/tasks/${encodeURIComponent(parameter)}`;
  const owners = (await read('/v1/owners')).items;
  const place = h('article', { class: 'task' });
  let last = null;
  // A form that somebody fills in is left alone until it is sent.
  const isBusy = () => place.querySelector('.action-form') !== null || isMarked(place);
  const load = async (always) => {
    if (!always && isBusy()) return 'later';
    const task = await read(path);
    // Not its version alone: a note or a mail of it is no new version.
    const drawn = JSON.stringify(task);
    if (!alive() || (!always && drawn === last)) return 'same';
    if (!always && isBusy()) return 'later';
    last = drawn;
    document.title = `${task.customer.name ?? 'Task'} · Redress`;
    fill(
      place,
      draw(task, owners, () => load(true)),
    );
    return 'drawn';
  };
  await load(true);
  if (!alive()) return;
  fill(main, link('/', { class: 'back' }, '← Inbox'), place);
  keep(() => load(false).catch(() => undefined), {
    ...FRESH,
    concerns: ({ tasks }) => tasks === null || tasks.includes(parameter),
  });
}

function draw(task, owners, reload) {
  return [
    h(
      'header',
      { class: 'task-head' },
      h(
        'p',
        { class: 'card-top' },
        severity(task.severity),
        h('span', { class: 'state' }, words(task.state)),
        task.sample && tag('sample'),
        task.shadow && tag('not mailed'),
        task.cycle > 1 ? tag(`opened ${counted(task.cycle, 'time')}`) : null,
      ),
      h('h1', {}, theirs(task.customer.name ?? 'No name given')),
      h(
        'p',
        { class: 'facts' },
        customerFacts(task).map((fact) => h('span', {}, fact)),
      ),
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'main-column' },
        doNow(task, owners, reload),
        why(task),
        theirWords(task),
        story(task, owners),
      ),
      h(
        'aside',
        { class: 'side-column', 'aria-label': 'Clocks, owner and customer' },
        taskSide(task),
      ),
    ),
  ];
}

function customerFacts({ customer, contacts, minutes, language, churn, exposure }) {
  return [
    customer.accountId ? ['account ', theirs(customer.accountId)] : null,
    customer.valuePerMonth ? `${money(customer.valuePerMonth, customer.currency)} a month` : null,
    customer.revenueShare ? `${Math.round(customer.revenueShare * 1000) / 10} % of revenue` : null,
    customer.since ? `customer since ${customer.since.slice(0, 4)}` : null,
    customer.renewalOn ? `renews ${customer.renewalOn}` : null,
    languageName(language),
    contacts > 0 ? counted(contacts, 'contact') : null,
    minutes > 0 ? `${counted(minutes, 'minute')} of their time` : null,
    churn === 'stated' ? 'says they leave' : churn === 'risk' ? 'may leave' : null,
    exposure === 'public'
      ? 'is public'
      : exposure === 'threatened'
        ? 'threatens to go public'
        : null,
  ].filter(Boolean);
}

const STEPS = {
  open: ['acknowledgeDueAt', 'Say that you have it'],
  acknowledged: ['promiseDueAt', 'Call, listen, and promise a time'],
  promised: ['deliverDueAt', 'Deliver what was promised'],
};

function doNow(task, owners, reload) {
  const [clock, what] = STEPS[task.state] ?? [];
  const promised = task.promises
    .filter(({ status, by, dueAt }) => status === 'pending' && by !== 'customer' && dueAt !== null)
    .map(({ dueAt }) => dueAt)
    .sort()[0];
  const due = clock === undefined ? null : task.clocks[clock];
  const earliest = [due, promised].filter(Boolean).sort()[0] ?? null;
  return h(
    'section',
    { class: 'panel do-now', 'aria-labelledby': 'do-now' },
    h(
      'h2',
      { id: 'do-now' },
      task.state === 'resolved' || task.state === 'closed' ? 'Done' : 'Do now',
    ),
    h(
      'p',
      { class: 'lead' },
      what === undefined
        ? ended(task)
        : [
            what,
            earliest === null ? '.' : [' by ', when(earliest), '.'],
            promised !== undefined && promised === earliest
              ? ' That is when the last promise to this customer runs out.'
              : '',
          ],
    ),
    task.nextStep
      ? h(
          'p',
          { class: 'quiet' },
          `If nothing happens: ${task.nextStep.text}, `,
          when(task.nextStep.at),
          '.',
        )
      : null,
    taskActions(task, owners, reload),
  );
}

function ended(task) {
  if (task.state === 'delivered')
    return 'Delivered. Make sure the customer has it, then resolve it.';
  if (task.state === 'closed') return `Closed: ${task.closedReason ?? 'no reason was given'}.`;
  const { resolution } = task;
  if (resolution === null) return 'Resolved.';
  return [
    'Resolved by ',
    theirs(resolution.by),
    `: ${words(resolution.action.type)}, for ${words(resolution.cause)}`,
    resolution.action.cost ? `, cost ${resolution.action.cost}` : '',
    '.',
    resolution.note ? [' ', theirs(resolution.note)] : '',
  ];
}

function theirWords(task) {
  const said = task.timeline.filter(
    (entry) => entry.kind === 'feedback' && entry.inTask && entry.text !== '',
  );
  const latest = said.at(-1);
  if (latest === undefined) return null;
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'their-words' },
    h('h2', { id: 'their-words' }, 'In their words'),
    h(
      'p',
      { class: 'quiet' },
      [shortTime(latest.at), capital(latest.channel), languageName(latest.language), latest.score]
        .filter(Boolean)
        .join(' · '),
    ),
    markedWords({ text: latest.text, language: latest.language, spans: latest.spans }),
    legend(latest.spans),
  );
}

function story(task, owners) {
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'story' },
    h('h2', { id: 'story' }, 'What happened'),
    timeline(task.timeline, owners),
  );
}

import { h, link, theirs } from './dom.js';
import { when } from './due.js';
import { capital, shortTime, words } from './format.js';
import { ownerName } from './inbox.js';

/** What stands beside a task: its clocks, who has it, its promises, the customer's other tasks. */
export function taskSide(task) {
  return [clocks(task), whoHasIt(task), promises(task), earlier(task)];
}

function clocks(task) {
  const rows = [
    ['acknowledgeDueAt', 'Acknowledge', task.acknowledgedAt],
    ['promiseDueAt', 'Promise', task.promisedAt],
    ['deliverDueAt', 'Deliver', task.deliveredAt],
  ];
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'clocks' },
    h('h2', { id: 'clocks' }, 'Clocks'),
    h(
      'dl',
      { class: 'clocks' },
      rows.map(([name, label, doneAt]) =>
        h(
          'div',
          {},
          h('dt', {}, label),
          h(
            'dd',
            {},
            doneAt
              ? `done ${shortTime(doneAt)}`
              : task.clocks[name]
                ? when(task.clocks[name])
                : 'not needed any more',
            !doneAt && task.clocks.customer[name]
              ? h(
                  'span',
                  { class: 'quiet' },
                  ` for the customer ${shortTime(task.clocks.customer[name])}`,
                )
              : null,
          ),
        ),
      ),
    ),
  );
}

function whoHasIt(task) {
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'owner' },
    h('h2', { id: 'owner' }, 'Who has it'),
    h('p', {}, theirs(ownerName(task), { tag: 'strong' })),
    h('p', { class: 'quiet' }, task.ownerReason),
  );
}

function promises(task) {
  if (task.promises.length === 0) return null;
  const of = (status) => task.promises.filter((promise) => promise.status === status).length;
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'promises' },
    h('h2', { id: 'promises' }, 'Promises'),
    h(
      'p',
      {},
      [
        ['broken', 'broken'],
        ['pending', 'running'],
        ['kept', 'kept'],
        ['open-ended', 'without a time'],
      ]
        .filter(([status]) => of(status) > 0)
        .map(([status, label]) => `${of(status)} ${label}`)
        .join(' · '),
    ),
  );
}

function earlier(task) {
  const others = task.otherTasks;
  if (others.length === 0) return null;
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'earlier' },
    h('h2', { id: 'earlier' }, 'Other tasks of this customer'),
    h(
      'ul',
      { class: 'plain' },
      others.map((other) =>
        h(
          'li',
          {},
          link(
            `/tasks/${other.id}`,
            {},
            `${capital(other.severity)}, ${words(other.state)}, ${shortTime(other.openedAt)}`,
          ),
        ),
      ),
    ),
  );
}

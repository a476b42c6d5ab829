import { fill, h, link, theirs } from './dom.js';
import {
  capital,
  counted,
  duration,
  exactTime,
  languageName,
  relativeTime,
  shortTime,
  words,
} from './format.js';
import { legend, markedWords } from './words.js';

const LONG = 600;

/** All that happened, oldest first, over all channels: effort at the left, promises as a line that is whole or broken. */
export function timeline(entries) {
  return h(
    'ol',
    { class: 'timeline' },
    entries.map((entry) =>
      h(
        'li',
        { class: `entry ${entry.kind}` },
        h(
          'div',
          { class: 'effort' },
          entry.minutes
            ? h(
                'span',
                { title: `${entry.minutes} minutes of the customer's time` },
                `${entry.minutes} min`,
              )
            : null,
        ),
        h('div', { class: 'what' }, describe(entry)),
      ),
    ),
  );
}

function describe(entry) {
  switch (entry.kind) {
    case 'feedback':
      return feedback(entry);
    case 'contact':
      return [
        head(
          entry.at,
          `${entry.direction === 'inbound' ? 'They reached us' : 'We wrote or called'}: ${words(entry.contactKind)}, ${words(entry.channel)}`,
        ),
        entry.text
          ? longText(entry.text, (text) => theirs(text, { tag: 'p', class: 'ours' }))
          : null,
      ];
    case 'promise':
      return promise(entry);
    case 'delivery':
      return [
        head(entry.at, deliveryLine(entry)),
        entry.news.length > 0
          ? h('p', { class: 'quiet' }, entry.news.map(({ text }) => text).join(' · '))
          : null,
      ];
    case 'activity':
      return [
        head(entry.at, activityLine(entry)),
        entry.text ? theirs(entry.text, { tag: 'p', class: 'ours' }) : null,
      ];
    default:
      return [head(entry.at, words(entry.kind))];
  }
}

function head(at, ...what) {
  return h(
    'p',
    { class: 'entry-head' },
    h('time', { datetime: at, title: `${exactTime(at)}, ${relativeTime(at)}` }, shortTime(at)),
    ' ',
    what,
  );
}

function feedback(entry) {
  const language = languageName(entry.language);
  const facts = [
    capital(entry.channel),
    entry.score,
    language,
    entry.deleted ? 'deleted at the source' : null,
  ]
    .filter(Boolean)
    .join(' · ');
  return [
    head(
      entry.at,
      h('strong', {}, facts),
      entry.sample ? h('span', { class: 'tag' }, 'sample') : null,
    ),
    entry.text === ''
      ? h('p', { class: 'quiet' }, 'No words, only a score.')
      : longText(entry.text, (text) =>
          markedWords({ text, language: entry.language, spans: entry.spans }),
        ),
    entry.text === '' ? null : legend(entry.spans),
    entry.reason
      ? h(
          'p',
          { class: 'quiet' },
          `${capital(entry.outcome ?? 'not decided yet')}: ${entry.reason}`,
        )
      : null,
  ];
}

/** A promise as a line from when it was made to when it was due: whole where it was kept, broken where not. */
function promise(entry) {
  const made =
    entry.by === 'customer'
      ? 'The customer said'
      : entry.by === 'owner'
        ? 'We promised'
        : 'They were promised';
  const due = entry.dueAt === null ? 'no time was named' : `by ${shortTime(entry.dueAt)}`;
  const length =
    entry.dueAt === null ? '' : ` (${duration(Date.parse(entry.dueAt) - Date.parse(entry.at))})`;
  return [
    head(entry.at, `${made}: `, theirs(`“${entry.text}”`)),
    h(
      'div',
      { class: `promise-line ${entry.status}` },
      h('span', { class: 'line', 'aria-hidden': 'true' }),
      h('span', {}, `${due}${length}: `, h('strong', {}, promiseStatus(entry))),
    ),
  ];
}

function promiseStatus({ status, settledAt, dueAt }) {
  if (status === 'pending') return dueAt === null ? 'open' : 'still runs';
  if (status === 'open-ended') return 'without an end';
  return settledAt === null ? status : `${status} ${shortTime(settledAt)}`;
}

const DELIVERY_STATES = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  sent: 'was sent',
  cancelled: 'was not needed any more',
  failed: 'failed',
  unknown: 'may have been sent',
  shadow: 'was written, not mailed',
  digested: 'went into a digest',
};

function deliveryLine({ id, recipient, state, reason, deliveryKind }) {
  return [
    link(`/outbox/${id}`, {}, capital(words(deliveryKind)), ' mail'),
    ' to ',
    theirs(recipient),
    ` ${DELIVERY_STATES[state] ?? state}`,
    reason ? ` (${reason})` : '',
  ];
}

const ACTIVITIES = {
  acknowledge: 'has it',
  claim: 'took it over',
  promise: 'promised',
  deliver: 'delivered what was promised',
  resolve: 'resolved it',
  reopen: 'reopened it',
  assign: 'handed it over',
  note: 'noted',
  'not-a-complaint': 'says it is no complaint',
  'task.opened': 'opened the task and gave it to',
  'task.escalated': 'went on to the next who must hear of it; the task is with',
  'task.reopened': 'opened it again',
  'task.closed': 'closed it',
};

function activityLine({ actor, type, detail }) {
  return [
    actor === 'redress' ? 'Redress' : theirs(actor),
    ` ${ACTIVITIES[type] ?? words(type)}`,
    detail ? [' ', theirs(detail)] : null,
  ];
}

/** Long words are folded; nothing is cut for good. */
function longText(text, draw) {
  if (text.length <= LONG) return draw(text);
  const box = h('div', { class: 'folded' }, draw(text));
  const button = h(
    'button',
    {
      type: 'button',
      class: 'link',
      'aria-expanded': 'false',
      onclick: () => {
        const open = box.classList.toggle('open');
        button.setAttribute('aria-expanded', String(open));
        fill(button, open ? 'Show less' : `Show all ${counted(text.length, 'character')}`);
      },
    },
    `Show all ${counted(text.length, 'character')}`,
  );
  return [box, button];
}

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
export function timeline(entries, owners) {
  const nameOf = (id) => owners.find((owner) => owner.id === id)?.name ?? id;
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
        h('div', { class: 'what' }, describe(entry, nameOf)),
      ),
    ),
  );
}

function describe(entry, nameOf) {
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
        head(entry.at, deliveryLine(entry, nameOf)),
        entry.news.length > 0 ? h('p', { class: 'quiet' }, shortNews(entry.news)) : null,
      ];
    case 'activity':
      return [
        head(entry.at, activityLine(entry, nameOf)),
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

function deliveryLine({ id, recipient, state, reason, deliveryKind }, nameOf) {
  return [
    link(`/outbox/${id}`, {}, mailKind(deliveryKind)),
    ' to ',
    theirs(nameOf(recipient)),
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
  assign: 'handed it over to',
  note: 'noted',
  'not-a-complaint': 'says it is no complaint',
  'task.opened': 'opened the task and gave it to',
  'task.escalated': 'went on to the next who must hear of it; the task is with',
  'task.reopened': 'opened it again',
  'task.closed': 'closed it',
};

function activityLine({ actor, type, detail }, nameOf) {
  return [
    actor === 'redress' ? 'Redress' : theirs(nameOf(actor)),
    ` ${ACTIVITIES[type] ?? words(type)}`,
    detail ? [' ', theirs(nameOf(detail))] : null,
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

const MAIL_KINDS = {
  opened: 'First mail',
  alert: 'Mail with news',
  escalation: 'Mail that time ran out',
  'promise-broken': 'Mail that a promise broke',
  digest: 'Digest',
};

/** What a mail is about, in words. */
export function mailKind(kind) {
  return MAIL_KINDS[kind] ?? capital(words(kind));
}

const NEWS_SHOWN = 3;

/** The first of what was new, each once. */
export function shortNews(news) {
  const texts = [...new Set(news.map(({ text }) => text))];
  const rest = texts.length - NEWS_SHOWN;
  return texts.slice(0, NEWS_SHOWN).join(' · ') + (rest > 0 ? ` · and ${rest} more` : '');
}

import { read } from './api.js';
import { fill, h, isMarked, link, redraw, theirs } from './dom.js';
import { capital, counted, dueTime, exactTime, money, relativeTime, words } from './format.js';

const STATES = [
  ['', 'All open'],
  ['open', 'Not acknowledged'],
  ['acknowledged', 'Acknowledged'],
  ['promised', 'Promised'],
  ['delivered', 'Delivered'],
  ['resolved', 'Resolved'],
  ['closed', 'Closed'],
];
const SEVERITIES = [
  ['', 'Any severity'],
  ['critical', 'Critical'],
  ['high', 'High'],
  ['medium', 'Medium'],
  ['low', 'Low'],
];
const ORDERS = [
  ['due', 'Due first'],
  ['severity', 'Worst first'],
  ['opened', 'Newest first'],
];
const FRESH = { every: 5000, whenLive: 30_000 };
const PAGE = 50;
/** What the API answers at once. */
const MOST = 200;

/** The inbox: who waits, how bad it is, what is due next. */
export async function showInbox({ main, alive, keep, go }) {
  const query = new URLSearchParams(location.search);
  const owners = (await read('/v1/owners')).items;
  if (!alive()) return;
  const list = h('div', { class: 'cards' });
  const banner = h('div', {});
  const count = h('p', { class: 'quiet', 'aria-live': 'polite' });
  fill(
    main,
    h('div', { class: 'head' }, h('h1', {}, 'Inbox'), count),
    banner,
    filters(query, owners, (next) => go(`/${next.size > 0 ? `?${next}` : ''}`)),
    list,
  );
  let last = '';
  let limit = PAGE;
  /** More are shown than can be read at once. */
  let still = false;
  const load = async () => {
    if (still) return 'same';
    const answer = await read(`/v1/tasks?${withDefaults(query, { limit })}`);
    const drawn = JSON.stringify(answer) + Math.floor(Date.now() / 60_000);
    // Nothing is drawn anew while nothing changed: focus and selection stay.
    if (!alive() || still || drawn === last) return 'same';
    if (isMarked(list)) return 'later';
    last = drawn;
    draw(answer);
    return 'drawn';
  };
  const showMore = async (next) => {
    const shown = list.querySelectorAll('li').length;
    if (limit < MOST) {
      limit += PAGE;
      await load();
    } else {
      const answer = await read(`/v1/tasks?${withDefaults(query, { limit, cursor: next })}`);
      still = true;
      fill(count, 'So long a list stands still; load the page again to see what changed.');
      list.querySelector('.more').replaceWith(...moreButton(answer.next, showMore));
      list.querySelector('ul').append(...answer.items.map((task) => h('li', {}, card(task))));
    }
    list.querySelectorAll('li > a')[shown]?.focus({ preventScroll: true });
  };
  const draw = ({ items, next }) => {
    fill(
      count,
      items.length === 0
        ? ''
        : `${counted(items.length, 'task')}${next === null ? '' : ', more below'}`,
    );
    fill(banner, items.some((task) => task.sample) ? samplesBanner() : null);
    redraw(
      list,
      items.length === 0
        ? emptyInbox(query)
        : h(
            'ul',
            { class: 'plain' },
            items.map((task) => h('li', {}, card(task))),
          ),
      moreButton(next, showMore),
    );
  };
  await load();
  keep(
    () =>
      load().catch(() => {
        fill(count, 'The server does not answer; what you see may be old.');
        last = '';
      }),
    { ...FRESH, concerns: ({ tasks }) => tasks === null || tasks.length > 0 },
  );
}

function withDefaults(query, { limit, cursor }) {
  const asked = new URLSearchParams(query);
  if (!asked.has('sort')) asked.set('sort', 'due');
  if (!asked.has('state')) asked.set('state', 'unfinished');
  asked.set('limit', String(limit));
  if (cursor !== undefined) asked.set('cursor', cursor);
  return asked;
}

function filters(query, owners, apply) {
  const select = (name, label, options) =>
    h(
      'label',
      {},
      h('span', { class: 'hidden' }, label),
      h(
        'select',
        { name, onchange: (event) => submit(event.target.form) },
        options.map(([value, text]) =>
          h('option', { value, selected: (query.get(name) ?? '') === value }, text),
        ),
      ),
    );
  const submit = (form) => {
    const next = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== '' && !(name === 'sort' && value === 'due')) next.set(name, value);
    }
    apply(next);
  };
  return h(
    'form',
    {
      class: 'filters',
      role: 'search',
      'aria-label': 'Which tasks',
      onsubmit: (event) => {
        event.preventDefault();
        submit(event.target);
      },
    },
    select('state', 'State', STATES),
    select('severity', 'Severity', SEVERITIES),
    select('owner', 'Owner', [
      ['', 'Any owner'],
      ...owners.map(({ id, name }) => [id, name ?? id]),
    ]),
    select('sort', 'Order', ORDERS),
    h(
      'label',
      { class: 'search' },
      h('span', { class: 'hidden' }, 'Search'),
      h('input', {
        type: 'search',
        name: 'q',
        placeholder: 'Name, account or id',
        value: query.get('q') ?? '',
      }),
    ),
  );
}

function card(task) {
  const due = task.nextClockAt;
  const late = due !== null && Date.parse(due) < Date.now();
  return link(
    `/tasks/${task.id}`,
    { class: `card ${task.severity}` },
    h(
      'div',
      { class: 'card-top' },
      severity(task.severity),
      h('span', { class: 'state' }, words(task.state)),
      task.sample && tag('sample'),
      task.shadow && tag('not mailed'),
      due === null
        ? null
        : h(
            'time',
            { class: late ? 'due late' : 'due', datetime: due, title: exactTime(due) },
            `${dueWhat(task)} ${dueTime(due)}`,
          ),
    ),
    h('h2', {}, theirs(task.customer.name ?? 'No name given')),
    h('p', { class: 'headline' }, headline(task)),
    h('p', { class: 'facts' }, [
      h('span', {}, 'with ', theirs(ownerName(task))),
      ...task.causes.slice(0, 3).map((cause) => h('span', { class: 'cause' }, words(cause))),
      task.contacts > 1 ? h('span', {}, counted(task.contacts, 'contact')) : null,
      task.customer.valuePerMonth
        ? h('span', {}, `${money(task.customer.valuePerMonth, task.customer.currency)} a month`)
        : null,
      h('span', { title: exactTime(task.openedAt) }, `opened ${relativeTime(task.openedAt)}`),
    ]),
  );
}

/** A severity as a word with its colour; the colour alone says nothing. */
export function severity(level) {
  return h(
    'span',
    { class: `severity ${level}` },
    h('span', { class: 'dot', 'aria-hidden': 'true' }),
    capital(level),
  );
}

export function tag(text) {
  return h('span', { class: 'tag' }, text);
}

export function ownerName({ owner, ownerName: name }) {
  return name ?? owner;
}

/** What the next clock is for. */
function dueWhat({ nextClockAt, clocks, promises }) {
  if (clocks.acknowledgeDueAt === nextClockAt) return 'acknowledge';
  if (clocks.promiseDueAt === nextClockAt) return 'promise';
  if (clocks.deliverDueAt === nextClockAt) return 'deliver';
  return promises.some(({ dueAt, status }) => status === 'pending' && dueAt === nextClockAt)
    ? 'promise runs out'
    : 'next';
}

/** A reason in words; a cause stands there by its id. */
export function reasonText({ code, text }) {
  return code === 'cause' ? words(text) : text;
}

/** The two weightiest reasons. */
function headline({ reasons }) {
  const [first, second] = [...reasons].sort((a, b) => b.points - a.points).map(reasonText);
  if (first === undefined) return 'A grievance, for reasons that have since been withdrawn';
  return second === undefined ? capital(first) : `${capital(first)} · ${second}`;
}

function samplesBanner() {
  return h(
    'p',
    { class: 'banner' },
    'These are sample stories, so that there is something to see. They are never mailed and count in no figure. Remove them with ',
    h('code', {}, 'npm run redress -- samples remove'),
    '.',
  );
}

function emptyInbox(query) {
  if (query.size > 0) {
    return h(
      'section',
      { class: 'empty' },
      h('h2', {}, 'No task fits'),
      h('p', {}, 'Nothing matches these filters. ', link('/', {}, 'Show all open tasks')),
    );
  }
  return h(
    'section',
    { class: 'empty' },
    h('h2', {}, 'Nobody is waiting'),
    h(
      'p',
      {},
      'No task is open. A new one appears here by itself as soon as a customer complains. To try it, send a feedback with ',
      h('code', {}, 'npm run redress -- ingest FILE.jsonl'),
      '.',
    ),
  );
}

function moreButton(next, show) {
  if (next === null) return [];
  const onclick = (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    void show(next).catch(() => (button.disabled = false));
  };
  return [h('button', { type: 'button', class: 'more', onclick }, 'Show more')];
}

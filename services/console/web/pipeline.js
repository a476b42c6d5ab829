import { change, read } from './api.js';
import { announce, fill, h, theirs } from './dom.js';
import { counted } from './format.js';

/** These figures move with every feedback, which is no news: pages hear of what somebody has to do. */
const FRESH = { every: 3000, concerns: () => false };
const ENDS = [
  ['task', 'opened a task'],
  ['joined', 'joined an open one'],
  ['outerLoopOnly', 'outer loop only'],
  ['ignored', 'ignored'],
  ['dead', 'could not be read'],
  ['inFlight', 'on their way'],
];

/** What came in and how it ended, in figures that add up; how far behind the stages are; the sources. */
export async function showPipeline({ main, alive, keep }) {
  const place = h('div', {});
  let last = '';
  const load = async () => {
    const [stats, sources, health] = await Promise.all([
      read('/v1/stats'),
      read('/v1/sources'),
      fetch('/health/ready').then((response) => response.json()),
    ]);
    const drawn = JSON.stringify([stats, sources, health]);
    if (!alive() || drawn === last) return;
    last = drawn;
    fill(
      place,
      counts(stats),
      stages(stats, health),
      sourceList(sources.items, () => load()),
    );
  };
  await load();
  if (!alive()) return;
  fill(main, h('div', { class: 'head' }, h('h1', {}, 'Pipeline')), place);
  keep(
    () =>
      load().catch(() => announce('The server does not answer; these figures may be old.', 'bad')),
    FRESH,
  );
}

function counts(stats) {
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'counts' },
    h('h2', { id: 'counts' }, 'Every feedback, and how it ended'),
    h('p', { class: 'sum' }, h('strong', {}, format(stats.received)), ' received ='),
    h(
      'ul',
      { class: 'plain ends' },
      ENDS.map(([key, label]) =>
        h(
          'li',
          { class: key === 'dead' && stats.dead > 0 ? 'bad' : null },
          h('strong', {}, format(stats[key])),
          ' ',
          label,
        ),
      ),
    ),
    stats.samples.received > 0
      ? h(
          'p',
          { class: 'quiet' },
          `Besides, ${counted(stats.samples.received, 'sample')}: in no figure.`,
        )
      : null,
    stats.dead > 0
      ? h(
          'p',
          { class: 'quiet' },
          'What could not be read is kept. List it with ',
          h('code', {}, 'redress dead-letters list'),
          ', and send it again once the cause is gone.',
        )
      : null,
  );
}

function format(value) {
  return new Intl.NumberFormat().format(value);
}

function stages(stats, health) {
  const checks = health.checks ?? {};
  const lag = new Map(stats.lag.map(({ stage, records }) => [stage, records]));
  const names = [...new Set([...lag.keys(), ...Object.keys(checks)])];
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'stages' },
    h(
      'h2',
      { id: 'stages' },
      health.status === 'ok' ? 'Everything works' : 'Something is not well',
    ),
    h(
      'dl',
      { class: 'facts-list' },
      names.map((name) => {
        const { ok = true, detail = 'does not answer' } = checks[name] ?? {};
        return h(
          'div',
          {},
          h('dt', {}, name),
          h(
            'dd',
            { class: ok ? null : 'bad' },
            [ok ? 'works' : detail, behind(lag.get(name))].filter(Boolean).join(', '),
          ),
        );
      }),
    ),
  );
}

function behind(records) {
  if (records === undefined) return null;
  return records === 0 ? 'nothing waits' : `${counted(records, 'record')} behind`;
}

function sourceList(sources, reload) {
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'sources' },
    h('h2', { id: 'sources' }, 'Sources'),
    sources.length === 0
      ? h('p', { class: 'quiet' }, 'No source was heard of yet.')
      : h(
          'ul',
          { class: 'plain rows' },
          sources.map(({ source: name, live, feedbacks }) =>
            h(
              'li',
              { class: 'row' },
              h(
                'span',
                { class: 'row-what' },
                theirs(name, { tag: 'strong' }),
                h(
                  'span',
                  { class: 'quiet' },
                  `${counted(feedbacks, 'feedback')}. `,
                  live
                    ? 'Live: owners get mail about it.'
                    : 'In shadow: decided and shown, not mailed yet.',
                ),
              ),
              h(
                'button',
                {
                  type: 'button',
                  onclick: (event) => void setLive(event.currentTarget, name, !live, reload),
                },
                live ? 'Put into shadow' : 'Go live',
              ),
            ),
          ),
        ),
  );
}

async function setLive(button, name, live, reload) {
  button.disabled = true;
  try {
    await change(`/v1/sources/${encodeURIComponent(name)}/${live ? 'live' : 'shadow'}`);
    announce(
      live
        ? 'Live. What comes in from now on is mailed.'
        : 'In shadow. What comes in from now on is shown, not mailed.',
    );
    await reload();
  } catch (failure) {
    button.disabled = false;
    announce(failure.message, 'bad');
  }
}

import { ApiProblem, change } from './api.js';
import { fill, h } from './dom.js';
import { showInbox } from './inbox.js';
import { keepFresh } from './keep-fresh.js';
import { startLive } from './live.js';
import { showMail, showOutbox } from './outbox.js';
import { showPipeline } from './pipeline.js';
import { showTask } from './task.js';

const main = document.getElementById('main');
/** Ends what the view in sight keeps fresh. */
let leave = () => {};
let shown = 0;

const ROUTES = [
  { path: /^\/$/, view: 'inbox', show: showInbox, title: 'Inbox' },
  { path: /^\/tasks\/([^/]+)$/, view: 'inbox', show: showTask, title: 'Task' },
  { path: /^\/outbox$/, view: 'outbox', show: showOutbox, title: 'Outbox' },
  { path: /^\/outbox\/([^/]+)$/, view: 'outbox', show: showMail, title: 'Mail' },
  { path: /^\/pipeline$/, view: 'pipeline', show: showPipeline, title: 'Pipeline' },
];

/** Shows what the address says. A view gets where to draw, what the path names, and `alive`, false once another view is shown. */
async function route() {
  leave();
  const mine = (shown += 1);
  const kept = [];
  leave = () => kept.forEach((stop) => stop());
  const found = ROUTES.map((one) => ({ ...one, match: one.path.exec(location.pathname) })).find(
    ({ match }) => match,
  );
  for (const anchor of document.querySelectorAll('nav a')) {
    if (anchor.dataset.view === found?.view) anchor.setAttribute('aria-current', 'page');
    else anchor.removeAttribute('aria-current');
  }
  if (found === undefined) {
    fill(
      main,
      h('h1', {}, 'Nothing here'),
      h(
        'p',
        {},
        'There is no page at this address. ',
        h('a', { href: '/', 'data-link': true }, 'Go to the inbox'),
      ),
    );
    return;
  }
  document.title = `${found.title} · Redress`;
  const context = {
    main,
    parameter: found.match[1] === undefined ? null : decodeURIComponent(found.match[1]),
    alive: () => mine === shown,
    keep: (work, how) => kept.push(keepFresh(work, how)),
    go,
  };
  try {
    await found.show(context);
    startLive(showLive);
  } catch (failure) {
    if (context.alive()) showFailure(failure);
  }
}

function showLive(live) {
  const place = document.getElementById('live');
  place.hidden = false;
  place.classList.toggle('on', live);
  place.title = live
    ? 'What changes appears here by itself, at once.'
    : 'Changes are looked for every few seconds.';
  fill(place, live ? 'live' : 'not live');
}

function go(path) {
  history.pushState(null, '', path);
  window.scrollTo(0, 0);
  void route().then(() => main.focus({ preventScroll: true }));
}

function showFailure(failure) {
  if (failure instanceof ApiProblem && failure.status === 401) {
    fill(
      main,
      h(
        'section',
        { class: 'empty' },
        h('h1', {}, 'You are not signed in'),
        h(
          'p',
          {},
          'Open the address that ',
          h('code', {}, 'npm start'),
          ' printed. It works once; starting again, or ',
          h('code', {}, 'redress token create'),
          ', gives a new one.',
        ),
        h(
          'form',
          { class: 'line', onsubmit: signInByHand },
          h('label', { for: 'token' }, 'Or paste a token'),
          h('input', {
            id: 'token',
            name: 'token',
            type: 'password',
            autocomplete: 'off',
            required: true,
          }),
          h('button', { class: 'primary' }, 'Sign in'),
        ),
      ),
    );
    return;
  }
  fill(
    main,
    h(
      'section',
      { class: 'empty', role: 'alert' },
      h(
        'h1',
        {},
        failure instanceof ApiProblem && failure.status === 404 ? 'Not found' : 'This did not work',
      ),
      h(
        'p',
        {},
        failure instanceof ApiProblem
          ? failure.message
          : 'The page failed while drawing this. Load it again.',
      ),
      h('button', { type: 'button', onclick: () => void route() }, 'Try again'),
    ),
  );
}

function signInByHand(event) {
  event.preventDefault();
  const token = new FormData(event.target).get('token');
  void signIn(String(token)).then(route, showFailure);
}

async function signIn(token) {
  await change('/v1/session', { token: token.trim() });
}

/** The token leaves the address bar and the history before anything else is asked for. */
async function takeTokenFromFragment() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  await signIn(token).catch(() => {
    // Used before, or too old: whoever still has a session sees the page, everybody else the way in.
  });
}

document.addEventListener('click', (event) => {
  const anchor = event.target instanceof Element ? event.target.closest('a[data-link]') : null;
  if (
    !anchor ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey
  )
    return;
  event.preventDefault();
  go(anchor.getAttribute('href'));
});
window.addEventListener('popstate', () => {
  takeViewFromFragment();
  void route();
});

/** Links in mails name the view in the fragment, which no server on the way gets to see. */
function takeViewFromFragment() {
  if (location.hash.startsWith('#/')) history.replaceState(null, '', location.hash.slice(1));
}

await takeTokenFromFragment();
takeViewFromFragment();
await route();

import { read } from './api.js';
import { fill, h, isMarked, link, redraw, theirs } from './dom.js';
import { exactTime, relativeTime, shortTime } from './format.js';
import { tag } from './inbox.js';
import { mailKind, shortNews } from './timeline.js';

const FRESH = { every: 5000, whenLive: 30_000 };
const STATES = {
  queued: 'waits',
  sending: 'being sent',
  sent: 'sent',
  cancelled: 'not needed any more',
  failed: 'failed',
  unknown: 'may have been sent',
  shadow: 'written, not mailed',
  digested: 'in a digest',
};

/** The mails to owners, newest first. */
export async function showOutbox({ main, alive, keep }) {
  const list = h('div', {});
  const owners = (await read('/v1/owners')).items;
  const nameOf = (id) => owners.find((owner) => owner.id === id)?.name ?? id;
  let last = '';
  const load = async () => {
    const { items, next } = await read('/v1/deliveries?limit=100');
    const drawn = JSON.stringify(items) + Math.floor(Date.now() / 60_000);
    if (!alive() || drawn === last) return 'same';
    if (isMarked(list)) return 'later';
    last = drawn;
    redraw(
      list,
      items.length === 0
        ? h(
            'section',
            { class: 'empty' },
            h('h2', {}, 'No mail yet'),
            h('p', {}, 'A mail is written when a task opens, gets worse, or waits too long.'),
          )
        : h(
            'ul',
            { class: 'plain rows' },
            items.map((delivery) => h('li', {}, row(delivery, nameOf))),
          ),
      next === null
        ? null
        : h(
            'p',
            { class: 'quiet' },
            'Older mails are not shown here; GET /v1/deliveries has them all.',
          ),
    );
    return 'drawn';
  };
  await load();
  if (!alive()) return;
  fill(
    main,
    h('div', { class: 'head' }, h('h1', {}, 'Outbox')),
    h(
      'p',
      { class: 'quiet' },
      'Every message to an owner, also those that were held back. Samples never leave this folder.',
    ),
    list,
  );
  keep(() => load().catch(() => undefined), FRESH);
}

function row(delivery, nameOf) {
  const at = delivery.sentAt ?? delivery.createdAt;
  return link(
    `/outbox/${delivery.id}`,
    { class: 'row' },
    h('span', { class: `mail-state ${delivery.state}` }, STATES[delivery.state] ?? delivery.state),
    h(
      'span',
      { class: 'row-what' },
      h(
        'strong',
        {},
        theirs(delivery.customerName ?? (delivery.kind === 'digest' ? 'Digest' : 'A customer')),
        ' ',
        h('span', { class: 'quiet' }, mailKind(delivery.kind).toLowerCase()),
      ),
      h(
        'span',
        { class: 'quiet' },
        'to ',
        theirs(nameOf(delivery.recipient)),
        delivery.news.length > 0 ? ` · ${shortNews(delivery.news)}` : '',
        delivery.reason ? ` · ${delivery.reason}` : '',
      ),
    ),
    h(
      'span',
      { class: 'row-end' },
      delivery.sample && tag('sample'),
      h('time', { datetime: at, title: exactTime(at) }, relativeTime(at)),
    ),
  );
}

/** One mail as it was written: HTML in a frame that may do nothing, and the text. */
export async function showMail({ main, parameter, alive }) {
  const path = `/v1/deliveries/${encodeURIComponent(parameter)}`;
  const delivery = await read(path);
  const mail = await read(`${path}/mail`).catch((failure) => ({ missing: failure.message }));
  if (!alive()) return;
  const view = h('div', { class: 'mail-view' });
  const showHtml = () =>
    fill(
      view,
      h('iframe', {
        src: `${path}/mail/html`,
        sandbox: '',
        title: 'The mail as it looks',
        referrerpolicy: 'no-referrer',
      }),
    );
  const showText = () => fill(view, h('pre', { class: 'mail-text', dir: 'auto' }, mail.text));
  fill(
    main,
    link('/outbox', { class: 'back' }, '← Outbox'),
    h(
      'article',
      {},
      h('h1', { class: 'subject' }, theirs(mail.subject ?? mailKind(delivery.kind))),
      h(
        'dl',
        { class: 'facts-list' },
        fact('To', theirs(mail.to ?? delivery.recipient)),
        fact('State', [
          STATES[delivery.state] ?? delivery.state,
          delivery.reason ? `: ${delivery.reason}` : '',
        ]),
        fact(
          'When',
          delivery.sentAt
            ? `${shortTime(delivery.sentAt)}`
            : `not sent; written for ${shortTime(delivery.notBefore)}`,
        ),
        delivery.taskId === null
          ? null
          : fact('Task', link(`/tasks/${delivery.taskId}`, {}, 'Open the task')),
      ),
      mail.missing
        ? h('section', { class: 'empty' }, h('p', {}, mail.missing))
        : [
            h(
              'div',
              { class: 'tabs', role: 'group', 'aria-label': 'How to show it' },
              tab('As it looks', showHtml, mail.html),
              tab('As text', showText, !mail.html),
            ),
            view,
          ],
    ),
  );
  if (!mail.missing) (mail.html ? showHtml : showText)();
}

function tab(label, show, pressed) {
  return h(
    'button',
    {
      type: 'button',
      'aria-pressed': String(Boolean(pressed)),
      onclick: (event) => {
        for (const other of event.currentTarget.parentElement.children)
          other.setAttribute('aria-pressed', 'false');
        event.currentTarget.setAttribute('aria-pressed', 'true');
        show();
      },
    },
    label,
  );
}

function fact(label, value) {
  return h('div', {}, h('dt', {}, label), h('dd', {}, value));
}

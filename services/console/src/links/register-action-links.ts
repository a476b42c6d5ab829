import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isOpen } from '@redress/domain';
import type { Task } from '@redress/domain';
import type { ActionClaims, VerifiedLink } from '@redress/mail';
import { findCustomers, findOwners, findTask, listActivity } from '@redress/store';
import type { ActivityEntry } from '@redress/store';
import type { Problem } from '@redress/runtime';
import { change } from '../change.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { act } from '../tasks/act.ts';
import { html } from './html.ts';
import { linkAction } from './link-action.ts';
import { LINK_WORDS, linkFields } from './link-forms.ts';
import { linkPage } from './link-page.ts';

const TRIES_A_MINUTE = 60;
const FORM_LIMIT = 16 * 1024;

type Refusal = { readonly status: number; readonly title: string; readonly text: string };

/**
 * `GET /a/:token` shows what a link of a mail will do, `POST /a/:token` does it: mail programs and scanners that open links change nothing.
 * The signed token is all the right that is needed; it holds for one task, one cycle, one action, one recipient, until it expires.
 */
export function registerActionLinks(app: FastifyInstance, deps: ConsoleDependencies): void {
  app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, parsed) => {
        parsed(null, new URLSearchParams(String(body)));
      },
    );
    scope.addHook('onRequest', async (_request, reply) => {
      void reply.headers({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'no-referrer',
      });
    });
    // A token is longer than a named part of an address may be.
    scope.get<{ Params: { '*': string } }>('/a/*', async (request, reply) => {
      const opened = await open(request.params['*'], request.ip, deps);
      return 'title' in opened ? sendRefusal(reply, opened) : sendForm(reply, opened, deps);
    });
    scope.post<{ Params: { '*': string } }>('/a/*', async (request, reply) => {
      const token = request.params['*'];
      const opened = await open(token, request.ip, deps);
      if ('title' in opened) return sendRefusal(reply, opened);
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      return perform(reply, token, opened, form, deps);
    });
    done();
  });
}

interface Opened {
  readonly claims: ActionClaims;
  readonly task: Task;
}

/** Reads a link and its task; a link that does not count any more is refused with the reason. */
async function open(
  token: string,
  address: string,
  { links, clock, database, hotState }: ConsoleDependencies,
): Promise<Opened | Refusal> {
  if (!(await hotState.withinLimit(`link:${address}`, TRIES_A_MINUTE, 60))) return TOO_MANY;
  const verified: VerifiedLink = links?.verify(token, clock.now()) ?? {
    ok: false,
    reason: 'forged',
  };
  if (!verified.ok) return verified.reason === 'expired' ? EXPIRED : FORGED;
  const { claims } = verified;
  const task = await findTask(database, claims.taskId);
  if (task === null) return GONE;
  if (task.cycle !== claims.cycle) return REOPENED;
  const lost = handedOn(await listActivity(database, task.id), claims.recipient);
  return lost && task.owner !== claims.recipient ? HANDED_ON : { claims, task };
}

/** Whether somebody took the task from this person or they gave it away; a supervisor who never had it keeps their links. */
function handedOn(activity: readonly ActivityEntry[], recipient: string): boolean {
  return activity.some(
    ({ type, data }) => (type === 'assign' || type === 'claim') && data['from'] === recipient,
  );
}

async function sendForm(
  reply: FastifyReply,
  { claims, task }: Opened,
  { database, clock }: ConsoleDependencies,
  wrong?: string,
): Promise<FastifyReply> {
  const [customer] = await findCustomers(database, [task.customerId]);
  const owners = await findOwners(database);
  const { button, before } = LINK_WORDS[claims.action];
  const [weightiest] = [...task.reasons].sort((a, b) => b.points - a.points);
  const about = html`<p class="card-top">
      <span class="severity ${task.severity}"><span class="dot"></span>${task.severity}</span>
      <span class="state">${task.state}</span>
    </p>
    <p class="lead">
      <bdi>${customer?.name ?? 'A customer'}</bdi>: ${weightiest?.text ?? 'a complaint'}
    </p>`;
  const ended = html`<p>The task is ${task.state}; there is nothing left to do here.</p>`;
  const form = html`<p>${before}</p>
    ${wrong === undefined ? null : html`<p class="bad" role="alert">${wrong}</p>`}
    <form method="post" class="action-form">
      ${linkFields(claims.action, { owners, recipient: claims.recipient, now: clock.now(), sample: task.sample })}
      <button class="primary">${button}</button>
    </form>
    <p class="quiet">
      Nothing has happened yet; only the button does it. In the name of ${claims.recipient}.
    </p>`;
  return reply
    .code(wrong === undefined ? 200 : 422)
    .type('text/html; charset=utf-8')
    .send(linkPage(button, about, isOpen(task) ? form : ended));
}

async function perform(
  reply: FastifyReply,
  token: string,
  opened: Opened,
  form: URLSearchParams,
  deps: ConsoleDependencies,
): Promise<FastifyReply> {
  const { claims } = opened;
  const read = linkAction(claims, form, await findOwners(deps.database));
  if ('wrong' in read) return sendForm(reply, opened, deps, read.wrong);
  const body = { ...read.action };
  // The same form sent twice is one request.
  const key = createHash('sha256').update(`${token}\n${form.toString()}`).digest('hex');
  const { status, body: answered } = await change(
    deps,
    { route: `link ${claims.taskId}`, idempotencyKey: key, body, tasks: [claims.taskId] },
    (tx, stamp) =>
      act(tx, stamp, deps, { taskId: claims.taskId, action: read.action, cycle: claims.cycle }),
  );
  if (status >= 400) return sendForm(reply, opened, deps, (answered as Problem).detail);
  return reply
    .type('text/html; charset=utf-8')
    .send(
      linkPage(
        'Done',
        html`<p class="lead">${LINK_WORDS[claims.action].after}</p>`,
        TO_TASK(claims.taskId),
      ),
    );
}

const TO_TASK = (taskId: string) =>
  html`<p>
    <a href="/tasks/${taskId}">Open the task in Redress</a> (you need to be signed in there)
  </p>`;

function sendRefusal(reply: FastifyReply, { status, title, text }: Refusal): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(linkPage(title, html`<p>${text}</p>`));
}

const FORGED: Refusal = {
  status: 404,
  title: 'This link is not valid',
  text: 'It may have been cut off when it was copied. Open the mail again and use its button, or open the task in Redress.',
};
const EXPIRED: Refusal = {
  status: 410,
  title: 'This link has expired',
  text: 'Links in mails work for seven days. Open the task in Redress; nothing was changed.',
};
const GONE: Refusal = {
  status: 404,
  title: 'The task is gone',
  text: 'It was removed, with its sample story or at the customer’s wish. Nothing was changed.',
};
const REOPENED: Refusal = {
  status: 410,
  title: 'The task was opened again since',
  text: 'This link belongs to the time before. A newer mail has newer links; the task in Redress is always current.',
};
const HANDED_ON: Refusal = {
  status: 410,
  title: 'Somebody else has the task now',
  text: 'It was handed over since this mail was written, so its links do nothing any more.',
};
const TOO_MANY: Refusal = {
  status: 429,
  title: 'Too many tries',
  text: 'Wait a minute and open the link again. Nothing was changed.',
};

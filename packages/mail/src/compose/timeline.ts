import type { PromiseEntry, Touch } from '@redress/domain';
import { shorten } from '../text/shorten.ts';
import { languageOf, snippetOf } from './customer-words.ts';
import { join, say, stress, theirs } from './letter.ts';
import type { Line } from './letter.ts';
import type { MailFacts } from './mail-facts.ts';

/** Entries shown; the task page has all of them. */
const MOST = 14;

/** One column over all channels: touches, what we sent, and promises, the broken ones marked. Oldest first. */
export function timeline(facts: MailFacts): readonly Line[] {
  const { input, words } = facts;
  const entries: { at: string; line: Line }[] = [
    ...input.touches.map((touch) => ({
      at: touch.scored.occurredAt,
      line: touchLine(touch, facts),
    })),
    ...(input.lastContacts ?? []).map((contact) => ({
      at: contact.at,
      line: [stress(facts.times.stamp(contact.at)), say(` · ${words.contactKinds[contact.kind]}`)],
    })),
    ...input.task.promises.map((promise) => ({
      at: promise.madeAt,
      line: promiseLine(promise, facts),
    })),
  ];
  // A stable sort: at the same instant a promise follows the touch it was found in.
  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const shown = entries.slice(-MOST).map((entry) => entry.line);
  const left = entries.length - shown.length;
  return left === 0 ? shown : [[say(words.earlier(left))], ...shown];
}

function touchLine(touch: Touch, { words, times }: MailFacts): Line {
  const { scored } = touch;
  const minutes = scored.minutes ?? scored.understanding.minutes;
  const snippet = snippetOf(touch, 110);
  return join([
    [stress(times.stamp(scored.occurredAt))],
    [say(words.channels[scored.channel])],
    minutes === null || minutes === 0 ? [] : [say(times.minutes(minutes))],
    snippet === '' ? [] : [theirs(snippet, languageOf(touch))],
  ]);
}

/** What was promised, by when, and whether it holds. */
export function promiseLine(promise: PromiseEntry, { words, times, input }: MailFacts): Line {
  const [open, close] = words.quotes;
  const status = words.promiseStatus[promise.status];
  const source = input.touches.find((touch) => touch.scored.feedbackId === promise.feedbackId);
  return join([
    [
      stress(times.stamp(promise.madeAt)),
      say(` · ${words.promisedBy[promise.by]} ${open}`),
      theirs(shorten(promise.text, 80), source === undefined ? null : languageOf(source)),
      say(close),
    ],
    promise.dueAt === null ? [] : [say(words.due(times.moment(promise.dueAt)))],
    [promise.status === 'broken' ? stress(status) : say(status)],
  ]);
}

import type { Channel } from '@redress/contracts';
import { mixesWith } from '../text/direction.ts';
import { headerValue } from '../text/header-value.ts';
import { shorten } from '../text/shorten.ts';
import type { Words } from '../words/words.ts';
import type { Block, Letter } from './letter.ts';
import { mailFacts, strongestFacts } from './mail-facts.ts';
import type { MailFacts } from './mail-facts.ts';
import type { ComposedMail, OwnerMailInput } from './owner-mail-input.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import {
  alsoOpenSection,
  brokenPromisesSection,
  buttonsSection,
  causeSection,
  doNowSection,
  happenedSection,
  missedSection,
  newsSection,
  theirWordsSection,
  threadNote,
  whySeveritySection,
  whyYouSection,
} from './sections.ts';
import { threadId } from './thread-id.ts';

/**
 * The mail to an owner about one task, as text and HTML that say the same. `opened` and `escalation` tell everything;
 * `alert` and `promise-broken` say what changed and point to the thread. Pure: the same input gives the same mail.
 */
export function composeOwnerMail(input: OwnerMailInput): ComposedMail {
  const facts = mailFacts(input);
  const { words } = facts;
  const sample = input.task.sample || input.customer.sample;
  const subject = sampleSubject(headerText(subjectOf(facts)), words, sample);
  const preheader = headerText(preheaderOf(facts));
  return finishMail(
    {
      language: words.language,
      direction: words.direction,
      subject,
      preheader,
      blocks: blocksOf(facts),
    },
    {
      inReplyToThread: threadId(input.task),
      sample,
      headers: { 'X-Redress-Task': input.task.id },
    },
  );
}

/** Text, HTML and the headers that every mail of ours carries. */
export function finishMail(
  letter: Letter,
  rest: Pick<ComposedMail, 'inReplyToThread' | 'sample' | 'headers'>,
): ComposedMail {
  return {
    subject: letter.subject,
    preheader: letter.preheader,
    text: renderText(letter),
    html: renderHtml(letter),
    ...rest,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF',
      'Content-Language': letter.language,
      ...rest.headers,
    },
  };
}

/** A subject with the mark of a sample before it. */
export function sampleSubject(subject: string, words: Words, sample: boolean): string {
  return sample ? `${words.sample} ${subject}` : subject;
}

/** A customer's name as a header may carry it: one line, without bidi controls of its own, isolated where it runs the other way. */
function nameInHeader(name: string, words: Words): string {
  const clean = shorten(headerValue(name), 60);
  return mixesWith(clean, words.direction) ? `\u2068${clean}\u2069` : clean;
}

/** Names are cleaned before they get here, so the isolates around them stay. */
function headerText(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(' · ')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function blocksOf(facts: MailFacts): readonly Block[] {
  const { input } = facts;
  const news = input.news.filter((piece) => piece.code !== 'opened');
  const told = news.length === 0 ? [] : [newsSection(facts, news)];
  switch (input.kind) {
    case 'opened': {
      // The whole story follows; only why it comes now is news.
      const why = news.filter((piece) => piece.code === 'reopened' || piece.code === 'assigned');
      const now = why.length === 0 ? [] : [newsSection(facts, why)];
      return [doNowSection(facts), buttonsSection(facts), ...now, ...wholeStory(facts)];
    }
    case 'escalation':
      return [
        doNowSection(facts),
        buttonsSection(facts),
        missedSection(facts),
        ...told,
        ...wholeStory(facts),
      ];
    case 'alert':
      return [
        newsSection(facts, input.news),
        doNowSection(facts),
        buttonsSection(facts),
        threadNote(facts),
      ];
    case 'promise-broken':
      return [
        brokenPromisesSection(facts),
        doNowSection(facts),
        buttonsSection(facts),
        threadNote(facts),
      ];
  }
}

function wholeStory(facts: MailFacts): readonly Block[] {
  return [
    // On an escalation the ladder is why, and said above; the task's own reason is about its owner.
    facts.input.kind === 'escalation' ? null : whyYouSection(facts),
    whySeveritySection(facts),
    theirWordsSection(facts),
    causeSection(facts),
    happenedSection(facts),
    alsoOpenSection(facts),
  ].filter((block) => block !== null);
}

function subjectOf(facts: MailFacts): readonly string[] {
  const { input, words, times, deadline } = facts;
  const name = nameInHeader(facts.name, words);
  const by = deadline === null || deadline.passed ? null : times.moment(deadline.at);
  const strongest = strongestFacts(facts).slice(0, 2).join(words.listComma);
  const standing = facts.standing.slice(0, 2).join(words.listComma);
  switch (input.kind) {
    case 'opened':
      return [words.act[facts.action](name, by), strongest, standing];
    case 'escalation':
      return [words.escalated(name), words.act[facts.action](name, by), strongest];
    case 'alert':
      return [
        words.furtherNews(name),
        ...new Set(input.news.map((piece) => words.news[piece.code].replace(/\.$/u, ''))),
      ].slice(0, 3);
    case 'promise-broken':
      return [words.promiseBroken(name), words.act[facts.action](name, by)];
  }
}

function preheaderOf(facts: MailFacts): readonly string[] {
  const { input, words } = facts;
  const contacts = contactsInDays(facts);
  const further = strongestFacts(facts).slice(2, 4);
  const parts = contacts === null ? further : [...further, contacts];
  return parts.length > 0
    ? parts
    : input.task.causes.slice(0, 2).map((cause) => words.causes[cause]);
}

/** How often in how many days; null where not every contact is among the touches, because then the days cannot be told. */
function contactsInDays({ input, words }: MailFacts): string | null {
  const contacts = input.touches.filter((touch) => CONTACTS.has(touch.scored.channel));
  const first = contacts[0]?.scored.occurredAt;
  if (first === undefined || contacts.length < 2 || contacts.length !== input.task.contacts)
    return null;
  const days = Math.round((Date.parse(input.now) - Date.parse(first)) / 86_400_000);
  return words.contactsInDays(contacts.length, Math.max(1, days));
}

/** Channels by which a customer turns to us; posts and surveys are no contacts. */
const CONTACTS: ReadonlySet<Channel> = new Set(['call', 'voicemail', 'email', 'chat', 'ticket']);

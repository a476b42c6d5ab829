import { CHANNELS } from '@redress/contracts';
import type { Channel, RootCause } from '@redress/contracts';
import type { News, Touch } from '@redress/domain';
import type { Words } from '../words/words.ts';
import { shorten } from '../text/shorten.ts';
import { languageOf, snippetOf, wordsOfTouch } from './customer-words.ts';
import { join, say, stress, stressTheirs, theirs } from './letter.ts';
import type { Block, Button, Line, Span } from './letter.ts';
import { reasonsInWords } from './mail-facts.ts';
import type { MailFacts } from './mail-facts.ts';
import { promiseLine, timeline } from './timeline.ts';

/** What to do and by when, whom, and how they like to be reached. */
export function doNowSection(facts: MailFacts): Block {
  const { words, times, input, deadline } = facts;
  const whom: Line = [
    facts.named ? stressTheirs(facts.name) : stress(facts.name),
    ...(facts.way === null ? [] : [stress(words.listComma), stressTheirs(facts.way)]),
  ];
  const until = deadline === null ? [] : [say(' '), stress(untilText(facts, deadline))];
  const acknowledgeBy = input.task.clocks.acknowledgeDueAt;
  const lines: Line[] = [
    [stress(`${words.doIt[facts.action]} `), ...whom, ...until, say('.')],
    ...(deadline === null || deadline.passed ? [] : [[say(words.deadline[deadline.why])]]),
    ...(acknowledgeBy === null || acknowledgeBy <= input.now
      ? []
      : [[say(words.sayYouHaveIt(times.moment(acknowledgeBy)))]]),
    ...(facts.standing.length === 0 ? [] : [join(facts.standing.map((part) => [say(part)]))]),
    ...(facts.action === 'put-right' ? [[say(words.doNotContact)]] : preferences(facts)),
  ];
  return { kind: 'section', heading: words.headings.doNow, look: 'lead', lines };
}

function untilText(
  { words, times, input }: MailFacts,
  deadline: { at: string; passed: boolean },
): string {
  const distance = times.duration(Math.abs(Date.parse(deadline.at) - Date.parse(input.now)));
  return deadline.passed
    ? words.overdue(times.moment(deadline.at), distance)
    : words.before(
        times.moment(deadline.at),
        times.elsewhere(deadline.at, input.customerTimeZone),
        distance,
      );
}

function preferences({ input, words }: MailFacts): readonly Line[] {
  const preferred = input.customer.record?.preferred;
  const window = input.touches.at(-1)?.scored.contactRequested?.window;
  const parts = [
    preferred?.channel === undefined ? undefined : channelName(preferred.channel, words),
    preferred?.language === undefined
      ? undefined
      : languageName(preferred.language, words.language),
    window ?? preferred?.hours,
  ].filter((part) => part !== undefined);
  return parts.length === 0
    ? []
    : [
        [
          say(`${words.prefers}: `),
          ...join(
            parts.map((part) => [theirs(part)]),
            words.listComma,
          ),
        ],
      ];
}

/** The buttons, or one sentence that says why there are none. */
export function buttonsSection({ input, words }: MailFacts): Block {
  const { links } = input;
  if (links === null) return { kind: 'note', lines: [[say(input.whyNoLinks ?? words.noLinks)]] };
  const button = (name: keyof typeof links): Button => ({
    label: words.buttons[name],
    url: links[name],
  });
  const first: Button[] = input.task.acknowledgedAt === null ? [button('acknowledge')] : [];
  return {
    kind: 'buttons',
    buttons: [
      ...first,
      button('promise'),
      button('handOver'),
      button('notAComplaint'),
      button('task'),
    ],
  };
}

/** What the ladder waited for in vain, and that it is this owner's turn. */
export function missedSection({ input, words, times }: MailFacts): Block {
  const missed = (input.missed ?? []).map((step): Line => [
    say(words.missed[step.step](step.owner, times.moment(step.dueAt))),
  ]);
  return {
    kind: 'section',
    heading: words.headings.missed,
    look: 'plain',
    lines: [...missed, [say(words.escalatedToYou)]],
  };
}

/** Only what changed, with the words that show it: once for all that one touch brought. */
export function newsSection(facts: MailFacts, news: readonly News[]): Block {
  const { input, words } = facts;
  const byTouch = new Map<string, News[]>();
  for (const piece of news) {
    const key = piece.feedbackId ?? `${piece.code} ${piece.text}`;
    byTouch.set(key, [...(byTouch.get(key) ?? []), piece]);
  }
  const lines = [...byTouch].map(([feedbackId, pieces]): Line => {
    const text = [...new Set(pieces.map((piece) => newsText(piece, facts)))].join(
      words.language === 'en' ? '; ' : ' ',
    );
    const touch = input.touches.find((candidate) => candidate.scored.feedbackId === feedbackId);
    return touch === undefined ? [say(text)] : [stress(text), ...quoteOf(touch, facts)];
  });
  return { kind: 'section', heading: words.headings.news, look: 'list', lines };
}

function newsText(piece: News, { words }: MailFacts): string {
  return words.language === 'en' && piece.text !== '' ? piece.text : words.news[piece.code];
}

/** Channel, time, and the customer's words. */
function quoteOf(touch: Touch, { words, times }: MailFacts): Line {
  const [open, close] = words.quotes;
  const snippet = snippetOf(touch, 240);
  const where = ` (${words.channels[touch.scored.channel]}${words.listComma}${times.stamp(touch.scored.occurredAt)})`;
  return [
    say(where),
    ...(snippet === '' ? [] : [say(`: ${open}`), theirs(snippet, languageOf(touch)), say(close)]),
  ];
}

/** Promises of ours that were broken, newest last. */
export function brokenPromisesSection(facts: MailFacts): Block {
  const broken = facts.input.task.promises.filter(
    (promise) => promise.status === 'broken' && promise.by !== 'customer',
  );
  return {
    kind: 'section',
    heading: facts.words.headings.news,
    look: 'list',
    lines: broken.map((promise) => promiseLine(promise, facts)),
  };
}

/** Why this owner. */
export function whyYouSection({ input, words }: MailFacts): Block {
  return {
    kind: 'section',
    heading: words.headings.whyYou,
    look: 'plain',
    lines: [[theirs(input.task.ownerReason)]],
  };
}

/** Each contribution with its points; they add up to the figure in the heading. */
export function whySeveritySection(facts: MailFacts): Block {
  const { input, words } = facts;
  const reasons = reasonsInWords(facts);
  const total = input.task.reasons.reduce((sum, reason) => sum + reason.points, 0);
  return {
    kind: 'section',
    heading: words.whySeverity(words.severities[input.task.severity], signless(total)),
    look: 'list',
    lines: reasons.map((reason) => [
      words.language === 'en' ? theirs(reason.text) : say(reason.text),
      say(' '),
      theirs(`(${signed(reason.points)})`),
    ]),
  };
}

/** The newest complaint in the customer's own words. */
export function theirWordsSection({ newest, words, times }: MailFacts): Block | null {
  if (newest === null) return null;
  const lines = wordsOfTouch(newest, words);
  const score = newest.scored.score;
  const language = languageOf(newest);
  const caption = join(
    [
      [say(times.stamp(newest.scored.occurredAt))],
      [say(words.channels[newest.scored.channel])],
      language === null ? [] : [say(languageName(language, words.language))],
      score === undefined ? [] : [say(`${score.kind.toUpperCase()} ${times.number(score.value)}`)],
    ],
    words.listComma,
  );
  return lines.length === 0
    ? null
    : { kind: 'quote', heading: words.headings.theirWords, caption, lines };
}

/** The causes with the words that show them. */
export function causeSection(facts: MailFacts): Block | null {
  const { input, words } = facts;
  if (input.task.causes.length === 0) return null;
  const [open, close] = words.quotes;
  const lines = input.task.causes.map((cause): Line => {
    const shown = evidenceOf(facts, cause);
    return shown.length === 0
      ? [say(words.causes[cause])]
      : [
          say(`${words.causes[cause]} (`),
          ...join(
            shown.map((span) => [say(open), span, say(close)]),
            words.listComma,
          ),
          say(')'),
        ];
  });
  return { kind: 'section', heading: words.headings.cause, look: 'list', lines };
}

/** At most two pieces of evidence of a cause, newest first. */
function evidenceOf({ input }: MailFacts, cause: RootCause): readonly Span[] {
  const found = new Map<string, Span>();
  for (const touch of input.touches.toReversed()) {
    for (const evidence of touch.scored.understanding.causes.find(
      (candidate) => candidate.id === cause,
    )?.evidence ?? []) {
      if (found.size < 2)
        found.set(evidence.text, theirs(shorten(evidence.text, 80), languageOf(touch)));
    }
  }
  return [...found.values()];
}

/** What happened, oldest first, in the owner's time. */
export function happenedSection(facts: MailFacts): Block {
  return {
    kind: 'section',
    heading: facts.words.whatHappened(facts.input.owner.timeZone),
    look: 'list',
    lines: timeline(facts),
  };
}

/** Other open tasks of the account, and who hears of this one next. */
export function alsoOpenSection({ input, words, times }: MailFacts): Block {
  const open =
    input.otherOpenTasks === 0 ? words.nothingElseOpen : words.otherOpenTasks(input.otherOpenTasks);
  const lines: Line[] = [
    [say(open)],
    ...(input.next === undefined
      ? []
      : [[say(words.next(input.next.to, times.moment(input.next.at)))]]),
  ];
  return { kind: 'section', heading: words.headings.alsoOpen, look: 'plain', lines };
}

/** Says what the severity is now, and where the rest stands. */
export function threadNote({ input, words }: MailFacts): Block {
  return {
    kind: 'note',
    lines: [
      [say(words.severityNow(words.severities[input.task.severity]))],
      [say(words.restInThread)],
    ],
  };
}

/** A channel in a record is free text; what we have a word for is translated. */
function channelName(channel: string, words: Words): string {
  const plain = channel.toLowerCase();
  const known = CHANNELS.find((candidate) => candidate === (ALSO_CALLED.get(plain) ?? plain));
  return known === undefined ? channel : words.channels[known];
}

const ALSO_CALLED: ReadonlyMap<string, Channel> = new Map([
  ['phone', 'call'],
  ['telephone', 'call'],
  ['mail', 'email'],
  ['e-mail', 'email'],
]);

function languageName(tag: string, inLanguage: string): string {
  try {
    return (
      new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(tag) ?? tag
    );
  } catch {
    return tag;
  }
}

function signed(points: number): string {
  return points < 0 ? `−${signless(-points)}` : `+${signless(points)}`;
}

function signless(points: number): string {
  return String(Math.round(points * 10) / 10);
}

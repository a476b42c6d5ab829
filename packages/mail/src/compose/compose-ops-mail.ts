import type { OpsFigures, OpsKind, OpsNotice } from '@redress/domain';
import { finishMail } from './compose-owner-mail.ts';
import { say, stress, theirs } from './letter.ts';
import type { Block, Line } from './letter.ts';
import type { ComposedMail } from './owner-mail-input.ts';

/** What a kind of trouble is called while it lasts and once it is over, and what to do about it. */
const WORDS: Readonly<Record<OpsKind, { trouble: string; over: string; way: string }>> = {
  'dead-letters': {
    trouble: 'feedback could not be handled',
    over: 'no further feedback failed within an hour',
    way: 'Nothing is lost. Look with `redress dead-letters list --no-replayed`; put it back with `redress dead-letters replay` once the cause is mended.',
  },
  lag: {
    trouble: 'feedback waits and does not get less',
    over: 'the backlog is being worked off',
    way: 'Nothing is lost. Look at the health and the log lines of the stage named, and start another one if the machine is busy. `redress lag` shows how far each is.',
  },
  relay: {
    trouble: 'news is decided and does not go out',
    over: 'news goes out again',
    way: 'Nothing is lost: it goes out as soon as the store and the event log answer. Look at their health, and at the log lines of the notifier.',
  },
  consumer: {
    trouble: 'a part of Redress stopped',
    over: 'it runs again',
    way: 'It stopped by itself so that nothing is lost. Mend what the reason names, then start that service again.',
  },
};

/** A mail to whoever runs Redress: that trouble began, lasts or is over. In English, figures and reasons alone. `root`: Message-ID of the first mail about it. */
export function composeOpsMail(
  { kind, phase, since, figures }: OpsNotice,
  { now, root }: { readonly now: string; readonly root: string },
): ComposedMail {
  const words = WORDS[kind];
  const [mark, headline] = {
    begun: ['Trouble', words.trouble],
    lasts: ['Still', words.trouble],
    over: ['Over', words.over],
  }[phase] as [string, string];
  const facts = phase === 'over' ? [] : factsOf(kind, figures);
  const blocks: Block[] = [
    {
      kind: 'section',
      heading: `${mark}: ${headline}`,
      look: 'lead',
      lines: [
        [say('Since '), stress(utc(since)), say(phase === 'over' ? `, until ${utc(now)}.` : '.')],
      ],
    },
    ...(facts.length === 0
      ? []
      : [{ kind: 'section', heading: 'What is known', look: 'list', lines: facts } as const]),
    {
      kind: 'note',
      lines: [
        ...(phase === 'over' ? [] : [[say(words.way)]]),
        [
          say(
            phase === 'over'
              ? 'You get this because policy.ops.addresses names you.'
              : 'You hear of it again in an hour if it lasts, and once when it is over. policy.ops.addresses says who does.',
          ),
        ],
      ],
    },
  ];
  return finishMail(
    {
      language: 'en',
      direction: 'ltr',
      subject: `Redress: ${mark.toLowerCase()}: ${headline}`,
      preheader: `Since ${utc(since)}`,
      blocks,
    },
    {
      inReplyToThread: phase === 'begun' ? null : root,
      sample: false,
      headers: { 'X-Redress-Ops': kind },
    },
  );
}

function factsOf(kind: OpsKind, figures: OpsFigures): readonly Line[] {
  switch (kind) {
    case 'dead-letters':
      return (figures.deadLetters ?? []).map(({ reason, count }): Line => [
        stress(String(count)),
        say(' × '),
        theirs(reason, 'en'),
      ]);
    case 'lag':
      return (figures.stages ?? [])
        .filter(({ lag }) => lag > 0)
        .map(({ stage, lag }): Line => [
          say(`${stage}: `),
          stress(String(lag)),
          say(lag === 1 ? ' record waits' : ' records wait'),
        ]);
    case 'relay':
      return [
        figures.outboxSeconds === null
          ? [say('The store does not answer.')]
          : [
              say('The oldest news waits for '),
              stress(`${String(Math.round(figures.outboxSeconds / 60))} minutes`),
              say('.'),
            ],
      ];
    case 'consumer':
      return figures.stopped.map(({ consumer, reason }): Line => [
        stress(consumer),
        say(': '),
        theirs(reason, 'en'),
      ]);
  }
}

/** `22 November 2026, 09:05 UTC` would need a language; this is read everywhere. */
function utc(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

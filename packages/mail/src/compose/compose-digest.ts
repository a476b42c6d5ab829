import type { OwnerRecord } from '@redress/contracts';
import type { Customer, News, Task, Touch } from '@redress/domain';
import { headerValue } from '../text/header-value.ts';
import { finishMail, sampleSubject } from './compose-owner-mail.ts';
import { join, say, stress, stressTheirs } from './letter.ts';
import type { Block, Line } from './letter.ts';
import { mailFacts, strongestFacts } from './mail-facts.ts';
import type { ComposedMail } from './owner-mail-input.ts';
import { wordsFor } from '../words/words-for.ts';

/** A task in a digest. */
export interface DigestItem {
  readonly task: Task;
  readonly customer: Customer;
  readonly touches: readonly Touch[];
  readonly news: readonly News[];
  /** Address of the task's page, or null where there is none. */
  readonly taskUrl: string | null;
}

export interface DigestInput {
  readonly owner: OwnerRecord;
  /** Most urgent first. */
  readonly items: readonly DigestItem[];
  readonly now: string;
  /** Said instead of the standard sentence where an item has no address. */
  readonly whyNoLinks?: string;
}

/** Several tasks in one mail, a line each, because the hour's mails are used up. Belongs to no thread. */
export function composeDigest(input: DigestInput): ComposedMail {
  const words = wordsFor(input.owner);
  const sample = input.items.length > 0 && input.items.every((item) => item.task.sample);
  const lines = input.items.map((item) => itemLine(item, input));
  const buttons = input.items.flatMap((item) =>
    item.taskUrl === null
      ? []
      : [
          {
            label: `${words.buttons.task}: ${item.customer.name ?? words.someone}`,
            url: item.taskUrl,
          },
        ],
  );
  const blocks: Block[] = [
    { kind: 'section', heading: words.headings.doNow, look: 'list', lines },
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
    {
      kind: 'note',
      lines: [
        [say(words.digestWhy)],
        ...(buttons.length === 0 ? [[say(input.whyNoLinks ?? words.noLinks)]] : []),
      ],
    },
  ];
  const subject = sampleSubject(words.digestSubject(input.items.length), words, sample);
  return finishMail(
    {
      language: words.language,
      direction: words.direction,
      subject,
      preheader: headerValue(
        input.items.map((item) => item.customer.name ?? words.someone).join(words.listComma),
      ).slice(0, 200),
      blocks,
    },
    { inReplyToThread: null, sample, headers: {} },
  );
}

function itemLine(item: DigestItem, { owner, now }: DigestInput): Line {
  const facts = mailFacts({
    ...item,
    kind: 'alert',
    owner,
    now,
    customerTimeZone: owner.timeZone,
    links: null,
    otherOpenTasks: 0,
  });
  const { words, times, deadline } = facts;
  const news = [...new Set(item.news.map((piece) => words.news[piece.code].replace(/\.$/u, '')))];
  return join([
    [stressTheirs(facts.name)],
    deadline === null ? [] : [stress(times.moment(deadline.at))],
    [say(words.severities[item.task.severity])],
    ...strongestFacts(facts)
      .slice(0, 2)
      .map((fact): Line => [say(fact)]),
    ...news.slice(0, 2).map((text): Line => [say(text)]),
  ]);
}

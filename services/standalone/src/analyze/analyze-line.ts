import { CHANNELS, instant, score, timeZone, type Understanding } from '@redress/contracts';
import { dueAt } from '@redress/domain';
import { understand } from '@redress/language';
import type { LanguageModel } from '@redress/language/model';
import type { Listening } from '@redress/scorer';
import { z } from 'zod';
import { problemsOf } from '../files/read-records.ts';
import { explain } from './explain.ts';

const analyzeInput = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  channel: z.enum(CHANNELS).optional(),
  at: instant.optional(),
  timeZone: timeZone.optional(),
  lang: z.string().max(35).optional(),
  /** A bare number is an NPS answer. */
  score: z
    .union([z.number().transform((value) => ({ kind: 'nps' as const, value })), score])
    .pipe(score)
    .optional(),
});
type AnalyzeInput = z.infer<typeof analyzeInput>;

/** What one line of `redress analyze` answers: what was said, or why the line could not be read. Never throws for a bad line. */
export function analyzeLine(
  line: unknown,
  options: {
    explain: boolean;
    listening?: Listening | undefined;
    /** The model that ships unless another is given. */
    model?: LanguageModel;
  },
): object {
  const parsed = analyzeInput.safeParse(line);
  if (!parsed.success) {
    return {
      id: idOf(line),
      error: problemsOf(parsed.error)
        .map(({ field, message }) => `${field || '(whole)'}: ${message}`)
        .join('; '),
    };
  }
  const input = parsed.data;
  const said = understand(
    {
      text: input.text,
      ...(input.channel === undefined ? {} : { channel: input.channel }),
      ...(input.at === undefined ? {} : { at: input.at }),
      ...(input.lang === undefined ? {} : { language: input.lang }),
      ...(input.score === undefined ? {} : { score: input.score }),
      ...(options.listening === undefined
        ? {}
        : {
            competitors: options.listening.competitors,
            touchpointWords: options.listening.touchpointWords,
          }),
    },
    options.model,
  );
  return {
    id: input.id,
    lang: said.language,
    sentiment: said.sentiment,
    detractor: said.detractor,
    causes: said.causes,
    churn: said.churn.level,
    exposure: said.exposure.level !== 'none',
    promises: said.promises.map(({ text, by, due }) => ({
      text,
      by,
      dueInMinutes: dueInMinutes(due, input),
    })),
    contacts: said.contacts,
    amounts: said.amounts.map(({ value, currency }) => ({ value, currency })),
    minutes: said.minutes,
    touchpoint: said.touchpoint,
    disagreement: said.disagreement,
    ...namedIn(said),
    ...(options.explain ? { explanation: explain(said) } : {}),
  };
}

/** What the text names, without the places in it; left out where it names nothing. */
function namedIn({ references, dates, escalationAsked, competitors }: Understanding): object {
  return {
    ...(references === undefined
      ? {}
      : { references: references.map(({ kind, value }) => ({ kind, value })) }),
    ...(dates === undefined ? {} : { dates: dates.map(({ iso }) => iso) }),
    ...(escalationAsked === undefined
      ? {}
      : { escalationAsked: escalationAsked.map(({ text }) => text) }),
    ...(competitors === undefined ? {} : { competitors: competitors.map(({ name }) => name) }),
  };
}

/** A time of day ("tomorrow at eight") needs to know when it was said; without `at` it is null. */
function dueInMinutes(
  due: Understanding['promises'][number]['due'],
  { at, timeZone: zone }: AnalyzeInput,
): number | null {
  if (due === null) return null;
  if ('minutes' in due) return due.minutes;
  if (at === undefined) return null;
  return Math.round((Date.parse(dueAt(due, at, zone ?? 'UTC')) - Date.parse(at)) / 60_000);
}

function idOf(line: unknown): string | number | null {
  if (typeof line !== 'object' || line === null || !('id' in line)) return null;
  return typeof line.id === 'string' || typeof line.id === 'number' ? line.id : null;
}

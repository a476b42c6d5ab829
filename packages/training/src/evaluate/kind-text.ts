import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT_CAUSES } from '@redress/contracts';
import { z } from 'zod';
import { SENTIMENTS } from '../labelled-text.ts';

/** What makes a text hard to understand. */
export const KINDS = [
  'hesitation',
  'quoted',
  'negation',
  'irony',
  'praise-inside',
  'solved',
  'question',
  'mixed-language',
  'long',
] as const;
export type Kind = (typeof KINDS)[number];

const turn = z.strictObject({ who: z.enum(['customer', 'agent']), text: z.string().min(1) });
const kindText = z
  .strictObject({
    id: z.string().min(1),
    kind: z.enum(KINDS),
    text: z.string().min(1).optional(),
    turns: z.array(turn).min(1).optional(),
    /** Null where more than one answer is right. */
    causes: z.array(z.enum(ROOT_CAUSES)).nullable(),
    detractor: z.boolean(),
    sentiment: z.enum(SENTIMENTS),
    /** Of a text in more than one: in the order they are met. */
    languages: z.array(z.string().min(2)).min(2).optional(),
  })
  .refine(({ text, turns }) => (text === undefined) !== (turns === undefined), {
    error: 'holds either text or turns',
  });

/** A text written to judge the product by one kind of difficulty, under the same rule: nobody tunes on it. */
export type KindText = z.infer<typeof kindText> & { readonly language: string };

const KINDS_FOLDER = fileURLToPath(new URL('../../../language/evaluation/kinds', import.meta.url));

/** The texts of every `<language>.jsonl`. Throws where a line is of another shape, with its number. */
export function readKindTexts(folder: string = KINDS_FOLDER): KindText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const { data, error } = kindText.safeParse(JSON.parse(line));
          if (data === undefined)
            throw new RangeError(`${file}, line ${String(index + 1)}: ${z.prettifyError(error)}`);
          return { ...data, language: path.basename(file, '.jsonl') };
        }),
    );
}

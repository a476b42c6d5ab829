import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { MODEL } from '@redress/language';
import { decodeModel, shippedModel, type LanguageModel } from '@redress/language/model';
import { RedressError, type Logger } from '@redress/runtime';
import { z } from 'zod';

export const modelVariables = {
  REDRESS_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File of a language model learnt from your own cases; without it, or where it is absent, the model that ships.',
    ),
};

/** The model that texts are read by. */
export interface ModelInUse {
  readonly model: LanguageModel;
  /** Null for the one that ships. */
  readonly file: string | null;
  /** Why the file that was named is not read, in words; null where it is, or none was named. */
  readonly passedOver: string | null;
}

/**
 * The model of the file, named after the release and the file's bytes; the one that ships where there is no such file, or where another release learnt
 * it. Throws REDRESS_MODEL_UNREADABLE for a file that is broken.
 */
export function readModel(file: string | undefined): ModelInUse {
  const shipped = { model: shippedModel(), file: null };
  if (file === undefined) return { ...shipped, passedOver: null };
  if (!existsSync(file)) return { ...shipped, passedOver: `${file} is not there` };
  const { model, hash } = decoded(file);
  if (model.name !== MODEL)
    return {
      ...shipped,
      passedOver: `${file} was learnt for ${model.name} and this release is ${MODEL}; learn it again with \`redress train --from-store\``,
    };
  return { model: { ...model, name: `${MODEL}+${hash}` }, file, passedOver: null };
}

/** Tells the log which model reads. */
export function logModel(logger: Logger, { model, file, passedOver }: ModelInUse): void {
  if (passedOver !== null) logger.warn({ reason: passedOver }, 'own language model passed over');
  logger.info({ model: model.name, own: file !== null }, 'language model in use');
}

function decoded(file: string): { readonly model: LanguageModel; readonly hash: string } {
  try {
    const bytes = readFileSync(file);
    const model = decodeModel(bytes);
    for (const [name, { answers }] of Object.entries(shippedModel().tables)) {
      const own = model.tables[name as keyof typeof model.tables].answers;
      if (model.name === MODEL && own.join() !== answers.join())
        throw new RangeError(`its ${name} are others than this release knows`);
    }
    return { model, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 8) };
  } catch (cause) {
    throw new RedressError(
      'REDRESS_MODEL_UNREADABLE',
      `${file} is no language model that this release can read (${cause instanceof Error ? cause.message : String(cause)}). Put the former one back with \`redress train --roll-back\`, or take the file away: then the model that ships reads.`,
      { cause },
    );
  }
}

import { existsSync, writeFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { RedressError, systemClock } from '@redress/runtime';
import { modelIn, placesOf } from '../model/model-places.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

interface TrainOptions {
  readonly data?: string;
  readonly out: string;
  readonly seed: string;
  readonly sources: string;
  readonly fromStore?: boolean;
  readonly dryRun?: boolean;
  readonly rollBack?: boolean;
  readonly model?: string;
  readonly dataDir: string;
}

/** What both ways of learning are told. */
interface Learning {
  readonly seed: number;
  readonly statedOnly: boolean;
  readonly tell: (line: string) => void;
}

/** `redress train`: the language model anew, from labelled texts and what owners confirmed. */
export function addTrain(program: Command): void {
  program
    .command('train')
    .description(
      'learn the language model anew: from labelled texts, or from the cases that owners confirmed (--from-store)',
    )
    .addOption(
      new Option('--data <folder>', 'the folder with `train/*.tsv.gz`').env('REDRESS_DATA'),
    )
    .option('--out <file>', 'where the model is written', 'redress-language.bin')
    .option('--seed <number>', 'the same seed and texts give the same model', '1')
    .option(
      '--sources <all|stated>',
      '`stated`: learn from sets with a stated licence alone',
      'all',
    )
    .option(
      '--from-store',
      'learn from confirmed cases too, compare, and put the new model in use if it is better',
    )
    .option('--dry-run', 'with --from-store: learn and compare, put nothing in use')
    .option('--roll-back', 'put the model in use before the last one back; learns nothing')
    .addOption(
      new Option(
        '--model <file>',
        'with --from-store and --roll-back: the model in use; without it the one in the data folder',
      ).env('REDRESS_MODEL'),
    )
    .addOption(dataDirectoryOption())
    .addHelpText(
      'after',
      `
Takes about five minutes on two cores and 4 GB of memory. Without --from-store the model is written to --out: put it at
packages/language/model to ship it, and measure it first: \`npm run evaluate\`.

With --from-store the confirmed cases are read as other commands read: from REDRESS_URL, DATABASE_URL or the data folder. A fifth of the
customers is kept aside. The new model is compared with the one in use on that fifth and on the texts that ship, and taken only if it is
worse on neither and better on your own; the former one is kept. Without --data causes, leaving and exposure alone are learnt anew.
The exit code is 0 also where the model in use stays, and 1 where the store has too few confirmed cases.`,
    )
    .action(async (options: TrainOptions, command: Command) => {
      if (options.rollBack === true) {
        await rollBack(placeOf(options, command));
        return;
      }
      const seed = Number(options.seed);
      if (!Number.isSafeInteger(seed) || seed < 0)
        throw new RedressError('REDRESS_USAGE', `--seed is a whole number, not "${options.seed}".`);
      if (options.sources !== 'all' && options.sources !== 'stated')
        throw new RedressError(
          'REDRESS_USAGE',
          `--sources is "all" or "stated", not "${options.sources}".`,
        );
      const started = Date.parse(systemClock.now());
      const seconds = (): number => Math.round((Date.parse(systemClock.now()) - started) / 1000);
      const tell = (line: string): void => {
        process.stderr.write(`${String(seconds()).padStart(4)} s  ${line}\n`);
      };
      const learning = { seed, statedOnly: options.sources === 'stated', tell };
      const done = await (
        options.fromStore === true
          ? fromStore(options, placeOf(options, command), learning)
          : fromTexts(options, learning)
      ).catch((thrown: unknown) => {
        if (thrown instanceof RangeError) throw new RedressError('REDRESS_USAGE', thrown.message);
        throw thrown;
      });
      process.stdout.write(`${JSON.stringify({ ...done, seconds: seconds() })}\n`);
    });
}

async function fromTexts({ data, out }: TrainOptions, learning: Learning): Promise<object> {
  if (data === undefined)
    throw new RedressError(
      'REDRESS_USAGE',
      'name the folder of labelled texts: --data <folder>, or REDRESS_DATA.',
    );
  const { learnFrom } = await import('@redress/training');
  const bytes = await learnFrom({ data, ...learning });
  writeFileSync(out, bytes);
  return { file: out, bytes: bytes.length };
}

async function fromStore(
  { data, dataDir, dryRun = false }: TrainOptions,
  place: string,
  learning: Learning,
): Promise<object> {
  const { readModel } = await import('@redress/scorer');
  const { learnFromCases, shippedTexts } = await import('@redress/training');
  const { readExamples } = await import('../model/read-examples.ts');
  const { trainFromStore } = await import('../model/train-from-store.ts');
  const { model: inUse } = readModel(place);
  return trainFromStore({
    examples: await readExamples(dataDir),
    inUse,
    shipped: shippedTexts(),
    places: placesOf(place),
    dryRun,
    learn: (cases) => learnFromCases({ cases, data: data ?? null, base: inUse, ...learning }),
    tell: learning.tell,
    show: (text) => process.stderr.write(`${text}\n`),
  });
}

/** The file that is read from the next start on. Throws REDRESS_USAGE where neither a file nor a data folder is named. */
function placeOf({ model, dataDir }: TrainOptions, command: Command): string {
  if (model !== undefined) return model;
  if (existsSync(dataDir) || command.getOptionValueSource('dataDir') !== 'default')
    return modelIn(dataDir);
  throw new RedressError(
    'REDRESS_USAGE',
    `There is no data folder at ${dataDir}; name yours with --data-dir, or the model’s file with --model (REDRESS_MODEL).`,
  );
}

async function rollBack(place: string): Promise<void> {
  const { rollBackModel } = await import('../model/replace-model.ts');
  const inUse = await rollBackModel(placesOf(place));
  process.stderr.write(
    `${inUse === 'former' ? 'The former model is back in use' : 'The model that ships is back in use'}; start Redress again to read by it. The one before is kept beside ${place}.\n`,
  );
  process.stdout.write(`${JSON.stringify({ inUse, file: place })}\n`);
}

import { writeFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { RedressError, systemClock } from '@redress/runtime';

interface TrainOptions {
  readonly data?: string;
  readonly out: string;
  readonly seed: string;
  readonly sources: string;
}

/** `redress train`: the language model anew, from labelled texts. */
export function addTrain(program: Command): void {
  program
    .command('train')
    .description('learn the language model anew from labelled texts and the corpus that ships')
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
    .addHelpText(
      'after',
      `
Takes about five minutes on two cores and 4 GB of memory. The model that runs is the one in packages/language/model; put the new one
there to use it, and measure it first: \`npm run evaluate\`.`,
    )
    .action(async (options: TrainOptions) => {
      const { data } = options;
      if (data === undefined)
        throw new RedressError(
          'REDRESS_USAGE',
          'name the folder of labelled texts: --data <folder>, or REDRESS_DATA.',
        );
      const seed = Number(options.seed);
      if (!Number.isSafeInteger(seed) || seed < 0)
        throw new RedressError('REDRESS_USAGE', `--seed is a whole number, not "${options.seed}".`);
      if (options.sources !== 'all' && options.sources !== 'stated')
        throw new RedressError(
          'REDRESS_USAGE',
          `--sources is "all" or "stated", not "${options.sources}".`,
        );
      const { learnFrom } = await import('@redress/training');
      const started = Date.parse(systemClock.now());
      const seconds = (): number => Math.round((Date.parse(systemClock.now()) - started) / 1000);
      const bytes = await learnFrom({
        data,
        seed,
        statedOnly: options.sources === 'stated',
        tell: (line) => process.stderr.write(`${String(seconds()).padStart(4)} s  ${line}\n`),
      }).catch((thrown: unknown) => {
        if (thrown instanceof RangeError) throw new RedressError('REDRESS_USAGE', thrown.message);
        throw thrown;
      });
      writeFileSync(options.out, bytes);
      process.stdout.write(
        `${JSON.stringify({ file: options.out, bytes: bytes.length, seconds: seconds() })}\n`,
      );
    });
}

import { Option, type Command } from 'commander';
import { readPolicy } from '@redress/console';
import { readFeedbackFile } from '@redress/ingestor-http';
import { readModel } from '@redress/scorer';
import { analyzeLine } from '../analyze/analyze-line.ts';

interface AnalyzeOptions {
  readonly jsonl?: boolean;
  readonly explain?: boolean;
  readonly policy?: string;
  readonly model?: string;
}

/** `redress analyze`: the scorer's understanding of lines on stdin, in their order. */
export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description(
      'say what texts mean: JSON lines on stdin, JSON lines on stdout, in the same order',
    )
    .option('--jsonl', 'one JSON line each, also in a terminal (elsewhere it is so anyway)')
    .option('--explain', 'add what each answer rests on, with the words that show it')
    .option(
      '--policy <file>',
      'policy, YAML: its competitors and words for touchpoints are heard too',
    )
    .addOption(
      new Option(
        '--model <file>',
        'read by this language model, learnt with `redress train`, instead of the one that ships',
      ).env('REDRESS_MODEL'),
    )
    .addHelpText(
      'after',
      `
Input  {"id","text","channel"?,"at"?,"timeZone"?,"lang"?,"score"?: number (NPS) | {"kind","value","max"?}}
A line that cannot be read answers {"id","error"}; the exit code is 1 then.`,
    )
    .action(async (options: AnalyzeOptions) => {
      const indent = options.jsonl !== true && process.stdout.isTTY ? 2 : 0;
      const listening = options.policy === undefined ? undefined : readPolicy(options.policy);
      const { model, passedOver } = readModel(options.model);
      if (passedOver !== null)
        process.stderr.write(`redress: ${passedOver}; the model that ships reads.\n`);
      for await (const read of readFeedbackFile(process.stdin, 'jsonl')) {
        const answer =
          'input' in read
            ? analyzeLine(read.input, { explain: options.explain === true, listening, model })
            : {
                id: null,
                error: `line ${String(read.line)} ${read.problems[0]?.message ?? 'cannot be read'}`,
              };
        if ('error' in answer) process.exitCode = 1;
        process.stdout.write(`${JSON.stringify(answer, null, indent)}\n`);
      }
    });
}

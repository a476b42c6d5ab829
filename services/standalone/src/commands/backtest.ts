import type { Command } from 'commander';
import { DEFAULT_POLICY, uuidV5 } from '@redress/contracts';
import { replay } from '@redress/domain';
import { readAssumptions } from '../backtest/assumptions.ts';
import { effectLine, effectStory, type PromiseOrigins } from '../backtest/effect-line.ts';
import {
  readActions,
  readCustomers,
  readFeedback,
  readOwners,
  type OnBadLine,
} from '../backtest/read-history.ts';
import { describeLine } from '../files/line-problems.ts';
import { readPolicy } from '@redress/console';

interface BacktestOptions {
  readonly customers?: string;
  readonly owners?: string;
  readonly actions?: string;
  readonly assume?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

/** Bytes that are gathered before they are written. */
const WRITE_AT = 65_536;

/** `redress backtest`: what the decisions would have done with a history. */
export function addBacktest(program: Command): void {
  program
    .command('backtest')
    .description(
      'replay a history through the real decisions on a virtual clock; one JSON line per effect',
    )
    .argument('<events.jsonl>', 'canonical feedback, one JSON object a line')
    .option('--customers <file>', 'customer records, JSONL')
    .option('--owners <file>', 'owners, JSONL')
    .option(
      '--actions <file>',
      'what people did, JSONL: {"at", "eventIndex"|"sourceId"|"customer":{"identity"}, "type", "by"?, …}',
    )
    .option(
      '--assume <steps>',
      'what owners are taken to do after a task opens, e.g. acknowledged=PT30M,delivered=PT4H',
    )
    .option('--policy <file>', 'policy, YAML; without it the one that ships')
    .option('--json', 'JSON lines, also in a terminal (elsewhere it is so anyway)')
    .action(async (events: string, options: BacktestOptions) => {
      const policy = options.policy === undefined ? DEFAULT_POLICY : readPolicy(options.policy);
      const assume = options.assume === undefined ? {} : readAssumptions(options.assume);
      const onBadLine: OnBadLine = (file, line, problems) => {
        process.exitCode = 1;
        process.stderr.write(describeLine(file, line, problems));
      };
      const feedback = await readFeedback(events, onBadLine, policy);
      const history = {
        feedback,
        customers:
          options.customers === undefined ? [] : await readCustomers(options.customers, onBadLine),
        owners: options.owners === undefined ? [] : await readOwners(options.owners, onBadLine),
        actions:
          options.actions === undefined
            ? []
            : await readActions(options.actions, feedback, onBadLine),
        assume,
      };
      const story = options.json !== true && process.stdout.isTTY;
      const origins: PromiseOrigins = new Map();
      let written = '';
      replay(
        history,
        policy,
        uuidV5,
        (effect) => {
          written += story
            ? effectStory(effect)
            : `${JSON.stringify(effectLine(effect, origins))}\n`;
          if (written.length < WRITE_AT) return;
          process.stdout.write(written);
          written = '';
        },
        ({ at }, message) =>
          process.stderr.write(
            `${options.actions ?? ''}: the action at ${at} changed nothing: ${message}\n`,
          ),
      );
      process.stdout.write(written);
    });
}

import { Command, CommanderError } from 'commander';
import { isRedressError } from '@redress/runtime';
import { addAnalyze } from './commands/analyze.ts';
import { addBacktest } from './commands/backtest.ts';
import { addDeadLetters } from './commands/dead-letters.ts';
import { addDoctor } from './commands/doctor.ts';
import { addIngest } from './commands/ingest.ts';
import { addLag } from './commands/lag.ts';
import { addLater } from './commands/later.ts';
import { addPolicy } from './commands/policy.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addSamples } from './commands/samples.ts';
import { addStart } from './commands/start.ts';
import { addTail } from './commands/tail.ts';
import { addToken } from './commands/token.ts';
import { addTopics } from './commands/topics.ts';
import { addTrain } from './commands/train.ts';

/** Every command, in the order `--help` lists them. */
const COMMANDS = [
  addStart,
  addIngest,
  addAnalyze,
  addBacktest,
  addTail,
  addLag,
  addDeadLetters,
  addPolicy,
  addToken,
  addSamples,
  addRebuild,
  addTopics,
  addTrain,
  addDoctor,
  addLater,
];

/** Codes of errors that lie in what was typed or in the file given. */
const WRONG_INPUT: readonly string[] = ['REDRESS_CONFIG_INVALID', 'REDRESS_USAGE'];

/**
 * Runs one command of `redress`. Data goes to stdout, talk to stderr.
 * Sets the exit code: 0 done, 1 done in part or failed, 2 wrong usage or input. Does not end the process: what is open ends it.
 */
export async function runRedress(words: readonly string[]): Promise<void> {
  // `redress tail … | head` closes our stdout: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const program = new Command('redress')
    .description('Hears customers, puts one person in charge with a clock, removes the cause.')
    .exitOverride()
    .showHelpAfterError('(see --help)');
  for (const add of COMMANDS) add(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (thrown) {
    process.exitCode = exitCodeOf(thrown);
  }
}

/** Tells what went wrong in a sentence; commander has told its own already. */
function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) {
    // Help that nobody asked for is an answer to a call without a command.
    if (thrown.code === 'commander.help') return 2;
    return thrown.exitCode === 0 ? 0 : 2;
  }
  if (isRedressError(thrown)) {
    process.stderr.write(`redress: ${thrown.message}\n`);
    return WRONG_INPUT.includes(thrown.code) ? 2 : 1;
  }
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  process.stderr.write(`redress: something failed that should not.\n${detail}\n`);
  return 1;
}

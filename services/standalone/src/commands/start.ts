import { InvalidArgumentError, type Command } from 'commander';
import { dataDirectoryOption } from './data-directory-option.ts';

interface StartOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly samples: boolean;
}

/** `redress start`: everything in one process, until a signal ends it. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('start everything in one process; prints the address to open')
    .addOption(dataDirectoryOption())
    .option('--port <port>', 'port to listen on; 0 takes a free one', readPort, 4100)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--no-samples', 'do not play the sample stories into a new data folder')
    .action(async ({ dataDir, port, host, samples }: StartOptions) => {
      // The engines are loaded by those commands alone that need them.
      const { startRedress } = await import('../server/start-redress.ts');
      const { readConfig } = await import('../config.ts');
      await startRedress({ dataDirectory: dataDir, port, host, samples, config: readConfig() });
    });
}

function readPort(given: string): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('must be a port, 0 to 65535.');
  return port;
}

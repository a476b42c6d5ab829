import type { Command } from 'commander';
import { askRedress, expectSuccess } from '../server/ask-redress.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

/** `redress token create --owner ID`. */
export function addToken(program: Command): void {
  const token = program.command('token').description('tokens for the API');
  token
    .command('create')
    .description('make a token for an owner; it is printed once and kept by its hash alone')
    .requiredOption('--owner <id>', 'owner whose actions it stands for')
    .addOption(dataDirectoryOption())
    .action(async ({ owner, dataDir }: { owner: string; dataDir: string }) => {
      const redress = await askRedress(dataDir);
      try {
        const answer = expectSuccess(await redress.ask('POST', '/v1/tokens', { owner })) as {
          token: string;
        };
        process.stdout.write(`${answer.token}\n`);
      } finally {
        await redress.close();
      }
    });
}

import type { Command } from 'commander';
import { askRedress, expectSuccess } from '../server/ask-redress.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

/** `redress lag`: how far behind each stage is. */
export function addLag(program: Command): void {
  program
    .command('lag')
    .description('print how far behind each stage is, a JSON line per partition')
    .addOption(dataDirectoryOption())
    .action(async ({ dataDir }: { dataDir: string }) => {
      const redress = await askRedress(dataDir);
      try {
        const { items } = expectSuccess(await redress.ask('GET', '/v1/lag')) as {
          items: readonly object[];
        };
        for (const item of items) process.stdout.write(`${JSON.stringify(item)}\n`);
      } finally {
        await redress.close();
      }
    });
}

import type { Command } from 'commander';
import { readPolicy } from '@redress/console';

/** `redress policy check FILE`. */
export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('look at a policy file');
  policy
    .command('check')
    .description('check a policy file; says every field that is wrong')
    .argument('<file>', 'YAML; what it leaves out stands as shipped')
    .action((file: string) => {
      const { version, routes, ladder } = readPolicy(file);
      process.stdout.write(
        `${file} is a valid policy, version ${version}: ${String(routes.length)} routes, ${String(ladder.length)} rungs.\n`,
      );
    });
}

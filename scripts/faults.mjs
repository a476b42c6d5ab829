/**
 * Breaks the running system on purpose and counts what is lost: the services as processes of their own on real Kafka, PostgreSQL, Redis and SQS,
 * started for the run as scripts/infra does, and a mail server that breaks as told.
 *
 *   npm run faults [-- --long] [--only NAME,NAME] [--list] [--json FILE] [--seed N] [--keep]
 *
 * Without --long it is the short form that CI runs. Exit code 1 where anything was lost, doubled or put aside; the logs are then kept.
 */
import { parseArgs } from 'node:util';
import { MissingError } from '../infra/local/start-infra.mjs';
import { runFaults } from './faults/run-faults.mjs';
import { SCENARIOS } from './faults/scenarios.mjs';

const USAGE =
  'npm run faults [-- --long] [--only NAME,NAME] [--list] [--json FILE] [--seed N] [--keep]';
const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    json: { type: 'string' },
    seed: { type: 'string', default: '20261122' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const usual = SCENARIOS.filter(({ long = false }) => values.long || !long);
const wanted = values.only?.split(',') ?? usual.map(({ name }) => name);
const unknown = wanted.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));

if (values.help) console.log(USAGE);
else if (values.list)
  for (const { name, demanded } of SCENARIOS) console.log(`${name.padEnd(15)} ${demanded}`);
else if (unknown.length > 0) {
  console.error(`There is no scenario ${unknown.join(', ')}; --list tells which there are.`);
  process.exitCode = 2;
} else {
  const scenarios = SCENARIOS.filter(({ name }) => wanted.includes(name));
  process.exitCode = await runFaults(scenarios, { ...values, seed: Number(values.seed) }).catch(
    (error) => {
      console.error(
        error instanceof MissingError
          ? `this machine lacks what fault runs need:\n  ${error.sentences.join('\n  ')}`
          : error,
      );
      return 1;
    },
  );
}

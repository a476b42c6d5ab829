import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openInfra, startInfra } from '../../infra/local/start-infra.mjs';
import { runScenario } from './run-scenario.mjs';
import { tableOf } from './table.mjs';

/** PostgreSQL may run as another user, who must be able to pass: not every temporary folder lets it. */
const PLACE = '/var/tmp/redress-faults-';
const SERVERS = ['kafka', 'sqs', 'postgres', 'redis'];
const MOST_SHOWN = 20;

/** Runs scenarios one after the other on servers of their own and prints the table. Answers the exit code; whatever was started is ended. */
export async function runFaults(scenarios, { long, seed, json, keep }) {
  const folder = mkdtempSync(PLACE);
  chmodSync(folder, 0o711);
  const runDir = path.join(folder, 'infra');
  const started = Date.now();
  const say = (text) =>
    console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${text}`);
  const closing = [() => openInfra({ runDir }).stop()];
  const closeAll = async () => {
    while (closing.length > 0)
      await closing
        .pop()()
        .catch((error) => say(error.message));
  };
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void closeAll().finally(() => process.exit(130)));

  const rows = [];
  try {
    const infra = await startInfra({
      runDir,
      engine: 'local',
      only: SERVERS,
      say: ({ name }, text) => say(`${name}: ${text}`),
    });
    const run = async (scenario) => {
      say(`${scenario.name}: ${scenario.demanded}`);
      const row = await runScenario(scenario, {
        infra,
        run: `${scenario.name}-${started.toString(36)}`,
        folder: path.join(folder, scenario.name),
        long,
        seed: seed + scenarios.indexOf(scenario),
        say: (text) => say(`${scenario.name}: ${text}`),
        own: (close) => closing.push(close),
      });
      tellEnd(row, say);
      return row;
    };
    for (const group of groupsOf(scenarios, long))
      rows.push(...(await Promise.all(group.map(run))));
  } finally {
    await closeAll();
  }
  const failed = rows.filter(({ verdict }) => verdict !== 'passed').length;
  console.log(`\n${tableOf(rows)}\n`);
  const result = { passed: rows.length - failed, failed, scenarios: rows };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
  if (failed > 0 || keep) console.log(`logs: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  console.log(`${result.passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** In the short form those that leave the servers alone are run two at a time, to save time; the others one after the other. */
function groupsOf(scenarios, long) {
  const light = long ? [] : scenarios.filter(({ beside = false }) => beside);
  const alone = scenarios.filter((scenario) => !light.includes(scenario));
  const pairs = light.flatMap((_, index) =>
    index % 2 === 0 ? [light.slice(index, index + 2)] : [],
  );
  return [...alone.map((scenario) => [scenario]), ...pairs];
}

function tellEnd({ name, verdict, seconds, findings }, say) {
  say(`${name}: ${verdict} after ${seconds} s`);
  for (const { id, what } of findings.slice(0, MOST_SHOWN)) say(`  ${id}: ${what}`);
  if (findings.length > MOST_SHOWN) say(`  and ${findings.length - MOST_SHOWN} more findings`);
}

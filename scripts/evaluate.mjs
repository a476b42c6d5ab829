/**
 * Measures how well texts are understood, writes the tables of docs/language.md and its plots, and fails below the floors.
 *
 *   npm run evaluate [-- --data DIR] [--set-floors] [--check]
 *
 * DIR (or REDRESS_DATA) holds `test/*.tsv.gz`. Without one nothing is measured and a line says so; in CI that is a failure.
 * --set-floors writes floors a little under today's figures; --check measures and compares, and writes nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  belowFloors,
  calibrationPlot,
  evaluate,
  figuresOf,
  floorsUnder,
  reportTables,
  SOURCES,
} from '../packages/training/dist/index.js';
import { languagePeers, sentimentPeers } from './peers.mjs';

const root = path.resolve(import.meta.dirname, '..');
const FLOORS = path.join(root, 'packages/language/evaluation/floors.json');
const PAGE = path.join(root, 'docs/language.md');
const PLOT = path.join(root, 'docs/language-calibration.svg');

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'set-floors': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const data = values.data ?? process.env.REDRESS_DATA;
if (values.help) {
  console.log('usage: npm run evaluate [-- --data DIR] [--set-floors] [--check]');
} else if (data === undefined || !existsSync(path.join(data, 'test'))) {
  const where =
    data === undefined ? 'no folder of labelled texts was named' : `${data} holds no test sets`;
  console.error(`${where}: give one by --data or REDRESS_DATA. Nothing was measured.`);
  process.exitCode = data === undefined && process.env.CI === undefined ? 0 : 1;
} else {
  await measure(data);
}

async function measure(folder) {
  const started = Date.now();
  const say = (line) => console.error(`${Math.round((Date.now() - started) / 1000)} s  ${line}`);
  const peers = { sentiment: sentimentPeers(), language: await languagePeers() };
  const evaluation = await evaluate(folder, peers, say);
  const marks = path.join(folder, 'test/linear-reference-auc.json');
  const reference = existsSync(marks) ? JSON.parse(readFileSync(marks, 'utf8')) : {};
  const tables = reportTables(evaluation, reference);
  console.log(tables);
  const figures = figuresOf(evaluation);
  if (values['set-floors'])
    writeFileSync(FLOORS, `${JSON.stringify(floorsUnder(figures), null, 2)}\n`);
  if (!values.check) {
    const page = between(readFileSync(PAGE, 'utf8'), 'measured', tables);
    writeFileSync(PAGE, between(page, 'sources', sourcesTable()));
    writeFileSync(PLOT, calibrationPlot(evaluation.calibrations));
  }
  const fallen = belowFloors(figures, JSON.parse(readFileSync(FLOORS, 'utf8')));
  for (const line of fallen) console.error(`below its floor: ${line}`);
  say(
    fallen.length === 0
      ? 'every figure is at or above its floor'
      : `${fallen.length} below their floors`,
  );
  process.exitCode = fallen.length === 0 ? 0 : 1;
}

/** The page with what stands between its two marks replaced. */
function between(page, name, text) {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const [before, rest] = page.split(begin);
  return `${before}${begin}\n\n${text}\n\n${end}${rest.split(end)[1]}`;
}

function sourcesTable() {
  const rows = SOURCES.map(
    ({ what, repository, licence, stated }) =>
      `| ${what} | ${repository} | ${licence} | ${stated ? 'yes' : 'no'} |`,
  );
  return [
    '| what | repository | licence as stated | learnt with `--sources stated` |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

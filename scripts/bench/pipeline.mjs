import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startInfra } from '../../infra/local/start-infra.mjs';
import { openTopics } from './pipeline/topics.mjs';
import { measureBareLoop, measureScorer } from './pipeline/measure-loops.mjs';
import { measureDecisions, measureUsualLoop } from './pipeline/measure-decisions.mjs';
import { measureIntake } from './pipeline/measure-intake.mjs';
import { measureLatency } from './pipeline/measure-latency.mjs';

const PARTS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Runs the parts in one run beside the same servers, each contender in processes of its own, and prints what each comes to. */
export async function run({ only = PARTS, scale = 1, json }) {
  const runDir = await mkdtemp(path.join(tmpdir(), 'redress-bench-'));
  const say = (sentence) => console.error(sentence);
  const infra = await startInfra({
    runDir,
    say: (server, what) => say(`${server.name} ${what}`),
  });
  const environment = infra.environment();
  const topics = await openTopics(environment.KAFKA_BROKERS);
  const run = { environment, topics, say, count: (number) => Math.ceil(number * scale), runDir };
  const figures = {};
  try {
    const want = (part) => only.includes(part);
    if (want('a') || want('b')) figures.bareLoop = await measureBareLoop(run);
    if (want('b')) Object.assign(figures, await measureScorer(run));
    if (want('d') || want('c')) figures.usualLoop = await measureUsualLoop(run);
    if (want('c')) Object.assign(figures, await measureDecisions(run));
    if (want('e')) Object.assign(figures, await measureIntake(run));
    if (want('f')) Object.assign(figures, await measureLatency(run));
  } finally {
    await topics.close();
    await infra.stop();
    await rm(runDir, { recursive: true, force: true });
  }
  print(figures);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
}

/** Ratio rows: what, its figure, its limit, the ratio, the aim. */
function print(figures) {
  const {
    bareLoop,
    scorerStubbed,
    scorerReal,
    languageAlone,
    usualLoop,
    decisionsAt1,
    decisionsAt10,
    intake,
    bareServerOne,
    bareServerCollected,
    latencyIdle,
    latencyLoaded,
  } = figures;
  const rate = (value) =>
    value === undefined ? '' : `${Math.round(value).toLocaleString('en')}/s`;
  const row = (what, value, limit, aim) =>
    value === undefined
      ? []
      : [
          [
            what,
            rate(value),
            rate(limit),
            limit === undefined ? '' : (value / limit).toFixed(2),
            aim,
          ],
        ];
  const table = [
    ['', 'measured', 'limit', 'ratio', 'aim'],
    ...row('a  bare consume → JSON.parse → produce', bareLoop, undefined, ''),
    ...row('b  scorer, understanding stubbed', scorerStubbed, bareLoop, '≥ 0.6'),
    ...row('   understanding alone, no Kafka', languageAlone, undefined, ''),
    ...row(
      'b  scorer with understanding',
      scorerReal,
      scorerReal === undefined ? undefined : Math.min(scorerStubbed, languageAlone),
      '≥ 0.8',
    ),
    ...row('d  the usual loop, 10 % detractors', usualLoop, undefined, ''),
    ...row('c  scorer + notifier, 1 % detractors', decisionsAt1, usualLoop, ''),
    ...row('c  scorer + notifier, 10 % detractors', decisionsAt10, usualLoop, '≥ 5'),
    ...row('e  bare server, one produce a request', bareServerOne?.rate, undefined, ''),
    ...row('e  bare server, collected produces', bareServerCollected?.rate, undefined, ''),
    ...row('e  POST /v1/feedback', intake?.rate, bareServerCollected?.rate, '≥ 0.7'),
  ];
  const widths = table[0].map((_, column) =>
    Math.max(...table.map((cells) => cells[column].length)),
  );
  for (const cells of table)
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  for (const [name, value] of Object.entries({ intake, bareServerOne, bareServerCollected })) {
    if (value !== undefined)
      console.log(`e  ${name}: p50 ${value.p50} ms, p99 ${value.p99} ms, ${value.errors} errors`);
  }
  for (const [name, value] of Object.entries({ idle: latencyIdle, loaded: latencyLoaded })) {
    if (value !== undefined)
      console.log(
        `f  POST to the mail server, ${name}: p50 ${value.p50} ms, p99 ${value.p99} ms, longest ${value.max} ms, n ${value.n} (aim p99 < 1000, 150)`,
      );
  }
}

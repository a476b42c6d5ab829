/**
 * Holds the Docker, Kubernetes, Prometheus and Grafana files against the code, and compose's own reading of its file; then damages
 * each file in memory, once for each rule, and expects that to be seen. The services must be built: they tell what they read.
 *
 *   node scripts/check-infra.mjs
 *
 * Without any compose its own reading is left out, and said so; in CI that is a failure.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkCompose } from '../infra/checks/compose.mjs';
import { checkDockerfile } from '../infra/checks/dockerfile.mjs';
import { readHouse } from '../infra/checks/house.mjs';
import { checkKubernetes } from '../infra/checks/kubernetes.mjs';
import { checkMetrics } from '../infra/checks/metrics.mjs';
import { planted } from '../infra/checks/planted.mjs';

const root = path.resolve(import.meta.dirname, '..');
const house = readHouse(root);
const compose = [['docker', 'compose'], ['docker-compose']].find(answers);
const files = readFiles();

const found = [...check(files), ...readByCompose(files['docker-compose.yml'])];
for (const { rule, words } of found) console.log(`${rule}: ${words}`);
const unseen = planted.flatMap(([file, rule, from, to]) => {
  if (rule === 'compose reads it' && compose === undefined) return [];
  const damaged = files[file].replace(from, to);
  if (damaged === files[file]) return [`${file}: there is no ${from} to damage`];
  const problems =
    rule === 'compose reads it' ? readByCompose(damaged) : check({ ...files, [file]: damaged });
  const seen = problems.some((problem) => problem.rule === rule);
  return seen ? [] : [`${file}: ${rule} does not see ${from} become ${to}`];
});
for (const words of unseen) console.log(words);
if (compose === undefined)
  console.log('Left out: what compose says to docker-compose.yml; there is no compose here.');
const withoutCompose = compose === undefined && process.env.CI === 'true' ? 1 : 0;
console.log(
  `${Object.keys(files).length} files, ${found.length} problems; ${planted.length} damages, ${unseen.length} unseen.`,
);
process.exitCode = found.length + unseen.length + withoutCompose === 0 ? 0 : 1;

function check(now) {
  const kubernetes = Object.entries(now).filter(([name]) => name.startsWith('infra/kubernetes/'));
  return [
    ...checkCompose(now['docker-compose.yml'], house),
    ...checkDockerfile(now.Dockerfile, now['.dockerignore'], house),
    ...checkKubernetes(Object.fromEntries(kubernetes), house),
    ...checkMetrics(
      {
        alerts: now['infra/prometheus/alerts.yml'],
        scrape: now['infra/prometheus/prometheus.yml'],
        dashboard: now['infra/grafana/redress.json'],
      },
      house,
    ),
  ];
}

function readFiles() {
  const names = [
    ...['docker-compose.yml', 'Dockerfile', '.dockerignore'],
    ...readdirSync(path.join(root, 'infra/kubernetes')).map((name) => `infra/kubernetes/${name}`),
    ...[
      'infra/prometheus/alerts.yml',
      'infra/prometheus/prometheus.yml',
      'infra/grafana/redress.json',
    ],
  ];
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]),
  );
}

/** What compose itself says, with every profile. */
function readByCompose(text) {
  if (compose === undefined) return [];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-compose-'));
  const file = path.join(folder, 'docker-compose.yml');
  writeFileSync(file, text);
  const [program, ...words] = compose;
  try {
    execFileSync(
      program,
      [...words, '-f', file, '--profile', 'redress', '--profile', 'kafka-3', 'config', '-q'],
      { stdio: 'pipe' },
    );
    return [];
  } catch (error) {
    return [{ rule: 'compose reads it', words: String(error.stderr).trim() }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answers([program, ...words]) {
  try {
    execFileSync(program, [...words, 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

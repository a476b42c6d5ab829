import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Set by everybody who uses the SDK of SQS; no config.ts of ours names them. */
const OF_THE_SDK = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

/** What the files of infra are held against: the services, what each reads, the metrics that exist. */
export function readHouse(root) {
  const services = readdirSync(path.join(root, 'services'))
    .filter(
      (name) =>
        name !== 'standalone' && existsSync(path.join(root, 'services', name, 'src/main.ts')),
    )
    .map((name) => [name, variablesOf(root, name)]);
  return { root, services: Object.fromEntries(services), metrics: metricsOf(root) };
}

/** Variables by name, true where a service does not start without one: as the built service tells them itself. */
function variablesOf(root, service) {
  const main = path.join(root, 'services', service, 'dist/main.js');
  const help = helpOf(main);
  const rows = [...help.matchAll(/^ {2}([A-Z][A-Z0-9_]+) .*\((.*)\)$/gmu)];
  if (rows.length === 0) throw new Error(`${main} --help names no variable.`);
  return {
    ...Object.fromEntries(OF_THE_SDK.map((name) => [name, false])),
    ...Object.fromEntries(rows.map(([, name, value]) => [name, value === 'required'])),
  };
}

function helpOf(main) {
  try {
    return execFileSync(process.execPath, [main, '--help'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const why = /^\w*Error.*$/mu.exec(String(error.stderr))?.[0] ?? error.message;
    throw new Error(`${main} --help does not run; is it built? ${why}`, { cause: error });
  }
}

/** Names given to metrics.counter, .gauge and .histogram, by kind. */
function metricsOf(root) {
  const found = {};
  for (const file of sourcesOf(root)) {
    const text = readFileSync(file, 'utf8');
    for (const [, kind, name] of text.matchAll(/\.(counter|gauge|histogram)\(\s*'(redress_\w+)'/gu))
      found[name] = kind;
  }
  return found;
}

function sourcesOf(root) {
  return ['packages', 'services'].flatMap((area) =>
    readdirSync(path.join(root, area)).flatMap((folder) => {
      const source = path.join(root, area, folder, 'src');
      if (!existsSync(source)) return [];
      return readdirSync(source, { recursive: true })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => path.join(source, name));
    }),
  );
}

/** The documents of a YAML file, with `<<` carried out. */
export function documentsOf(text) {
  return parseAllDocuments(text, { merge: true }).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

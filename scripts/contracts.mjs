/**
 * The contracts as documents. Without a word: checks that docs/asyncapi.json and docs/events.md are what the contracts say and that the parser of
 * AsyncAPI takes the document. `--write` writes them. `--release` writes down what others may rely on from now on (packages/contracts/released);
 * it is refused where that breaks what was released before.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EVENT_SCHEMAS } from '@redress/contracts';
import { asyncApiOf, brokenPromises, eventsPage, releaseOf } from '@redress/contracts/documents';
import { format, resolveConfig } from 'prettier';

const root = path.join(import.meta.dirname, '..');
const contracts = path.join(root, 'packages/contracts');
const types = Object.keys(EVENT_SCHEMAS);
const problems = [];

function examplesOf(type) {
  const [, event, version] = /^(.*)\.(v\d+)$/.exec(type) ?? [];
  const folder = path.join(contracts, 'examples', event, version);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, bytes: readFileSync(path.join(folder, file)) }));
}

/** The first by name stands in the documents. */
function exampleOf(type) {
  const [first] = examplesOf(type);
  return first === undefined ? null : JSON.parse(first.bytes.toString());
}

async function document(file, text) {
  const target = path.join(root, file);
  const options = await resolveConfig(target);
  const wanted = file.endsWith('.md') ? text : await format(text, { ...options, filepath: target });
  if (process.argv.includes('--write')) {
    writeFileSync(target, wanted);
    return;
  }
  const there = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (there !== wanted)
    problems.push(`${file} is not what the contracts say: npm run contracts -- --write`);
}

async function accepted(asyncApi) {
  const { Parser } = await import('@asyncapi/parser');
  const diagnostics = await new Parser().validate(JSON.stringify(asyncApi));
  for (const { severity, message, path: place } of diagnostics) {
    // 0 and 1 are errors and warnings; the rest is advice.
    if (severity <= 1) problems.push(`docs/asyncapi.json, ${place.join('.')}: ${message}`);
  }
}

async function release() {
  const folder = path.join(contracts, 'released');
  mkdirSync(folder, { recursive: true });
  for (const type of types) {
    const file = path.join(folder, `${type}.json`);
    const examples = examplesOf(type);
    if (existsSync(file))
      problems.push(...brokenPromises(JSON.parse(readFileSync(file)), examples));
    if (problems.length > 0) continue;
    const text = JSON.stringify(releaseOf(type, examples));
    writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  }
}

if (process.argv.includes('--release')) await release();
else {
  const asyncApi = asyncApiOf(exampleOf);
  await document('docs/asyncapi.json', JSON.stringify(asyncApi));
  await document('docs/events.md', eventsPage(exampleOf));
  await accepted(asyncApi);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${String(types.length)} event types: all is well.\n`);

/**
 * Plants a violation of every dependency rule and of the lint bans, and expects each to be reported:
 * a rule that stops matching is noticed here. Neighbours that are allowed must stay unreported.
 * Works on a mirror of the workspace in a temporary folder; the checkout is never touched.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { allowed, planted } from './planted-imports.mjs';
import { reportLint } from './planted-lint.mjs';

const root = path.resolve(import.meta.dirname, '..');
const mirror = await mkdtemp(path.join(os.tmpdir(), 'redress-planted-'));
try {
  const rows = [...(await checkImports()), ...(await reportLint(root))];
  console.table(rows.map(({ ok, ...row }) => ({ ...row, result: ok ? 'ok' : 'FAILED' })));
  const failed = rows.filter((row) => !row.ok);
  console.log(
    failed.length === 0
      ? `${rows.length} planted files, each reported or left alone as it should be.`
      : `${failed.length} of ${rows.length} planted files were not judged as they should be: ${failed.map((row) => `${row.rule} (${row.file})`).join(', ')}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await rm(mirror, { recursive: true, force: true });
}

async function checkImports() {
  await mirrorWorkspaces();
  for (const file of [...planted, ...allowed]) {
    await write(file.file, file.text);
    for (const [name, text] of Object.entries(file.beside ?? {})) await write(name, text);
  }
  const reported = await cruise();
  const of = (file) => reported.get(file) ?? [];
  const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs'));
  const unplanted = forbidden
    .map((rule) => rule.name)
    .filter((name) => !planted.some((file) => file.rule === name));
  return [
    // A cycle is reported once, for one of its files.
    ...planted.map(({ rule, file, beside = {} }) => ({
      rule,
      file,
      ok: [file, ...Object.keys(beside)].some((name) => of(name).includes(rule)),
    })),
    ...allowed.map(({ file }) => ({
      rule: of(file).join(' ') || '(allowed)',
      file,
      ok: of(file).length === 0,
    })),
    ...unplanted.map((rule) => ({ rule, file: '(nothing planted)', ok: false })),
  ];
}

/** The workspaces' manifests with a stub behind each export, and stubs of the libraries that are planted. */
async function mirrorWorkspaces() {
  await write('package.json', await readFile(path.join(root, 'package.json'), 'utf8'));
  for (const area of ['packages', 'services']) {
    for (const folder of await readdir(path.join(root, area))) {
      const source = path.join(root, area, folder, 'package.json');
      if (!existsSync(source)) continue;
      const text = await readFile(source, 'utf8');
      const { name, exports = {} } = JSON.parse(text);
      await write(`${area}/${folder}/package.json`, text);
      for (const target of Object.values(exports)) {
        await write(
          path.posix.join(area, folder, target['redress-source']),
          'export const stub = 1;\n',
        );
      }
      const link = path.join(mirror, 'node_modules', name);
      await mkdir(path.dirname(link), { recursive: true });
      await symlink(path.join(mirror, area, folder), link, 'dir');
    }
  }
  const libraries = [...planted, ...allowed].flatMap((file) => file.library ?? []);
  for (const name of new Set(libraries)) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
}

async function write(file, text) {
  const target = path.join(mirror, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

/** Rule names by the file they were reported for. */
async function cruise() {
  const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(root, '.dependency-cruiser.cjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [bin, '--config', config, '--output-type', 'json', 'packages', 'services'],
    { cwd: mirror, maxBuffer: 64 * 1024 * 1024 },
  );
  const reported = new Map();
  for (const { from, rule } of JSON.parse(stdout).summary.violations) {
    reported.set(from, [...(reported.get(from) ?? []), rule.name]);
  }
  return reported;
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const REDRESS = path.resolve(import.meta.dirname, '../../services/standalone/bin/redress.js');

/** Makes the topics of a run, as operators do it. */
export async function applyTopics(environment) {
  await promisify(execFile)(process.execPath, [REDRESS, 'topics', 'apply'], {
    env: { PATH: process.env.PATH, ...environment },
  });
}

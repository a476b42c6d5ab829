import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_POLICY, policy, stableJson, type Policy } from '@redress/contracts';
import { RedressError, checkFile } from '@redress/runtime';
import { parseDocument } from 'yaml';
import { describeIssues } from '../http/describe-issues.ts';

/**
 * Reads a policy file. What it does not say stands as shipped: tables are merged member by member, lists are taken as they are.
 * A file without `version` is named by its content. Throws REDRESS_CONFIG_INVALID naming each field that is wrong or unknown.
 */
export function readPolicy(file: string): Policy {
  checkFile(file);
  const document = parseDocument(readFileSync(file, 'utf8'));
  if (document.errors.length > 0)
    refuse(
      file,
      document.errors.map(({ message }) => message.split('\n')[0] ?? message),
    );
  const given: unknown = document.toJS() ?? {};
  if (!isTable(given)) refuse(file, ['(whole) must be a table of settings']);
  const version = `${path.basename(file)}@${createHash('sha256').update(stableJson(given)).digest('hex').slice(0, 12)}`;
  const whole = merge(DEFAULT_POLICY, { version, ...given });
  const parsed = policy.safeParse(whole);
  if (!parsed.success)
    refuse(
      file,
      describeIssues(parsed.error).map(({ field, message }) => `${field}: ${message}`),
    );
  const unknown = unknownFields(whole, parsed.data, '');
  if (unknown.length > 0)
    refuse(
      file,
      unknown.map((field) => `${field}: is no setting of a policy`),
    );
  return parsed.data;
}

function refuse(file: string, problems: readonly string[]): never {
  throw new RedressError(
    'REDRESS_CONFIG_INVALID',
    `${file} is no valid policy.\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merge(shipped: unknown, given: unknown): unknown {
  if (!isTable(shipped) || !isTable(given)) return given;
  const names = new Set([...Object.keys(shipped), ...Object.keys(given)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      name in given ? merge(shipped[name], given[name]) : shipped[name],
    ]),
  );
}

/** Paths that the schema let fall: a misspelt name must not pass for a setting. */
function unknownFields(given: unknown, taken: unknown, at: string): readonly string[] {
  if (Array.isArray(given) && Array.isArray(taken)) {
    return given.flatMap((member, index) =>
      unknownFields(member, taken[index], `${at}.${String(index)}`),
    );
  }
  if (!isTable(given) || !isTable(taken)) return [];
  return Object.keys(given).flatMap((name) => {
    const field = at === '' ? name : `${at}.${name}`;
    return name in taken ? unknownFields(given[name], taken[name], field) : [field];
  });
}

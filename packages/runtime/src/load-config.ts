import type { z } from 'zod';
import { RedressError } from './redress-error.ts';

/** Environment as the process has it: names and strings. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a service's configuration once. An empty string counts as absent.
 * Throws REDRESS_CONFIG_INVALID with every problem by its name, never by its value; the composition root then exits with 78.
 */
export function loadConfig<T extends z.ZodObject>(
  schema: T,
  environment: Environment,
  options: { service: string },
): Readonly<z.infer<T>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return deepFreeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.map(String).join('.') || '(whole)';
    const value = given[String(issue.path[0])];
    return value === undefined && issue.code === 'invalid_type'
      ? `${name}: is missing`
      : `${name}: ${withoutValue(issue.message, value)}`;
  });
  throw new RedressError(
    'REDRESS_CONFIG_INVALID',
    `${options.service} cannot start with this configuration. ${problems.join('; ')}. Set or correct the variables named.`,
  );
}

/** A schema's own message may quote what it got; short values are left, they would tear words apart. */
function withoutValue(message: string, value: string | undefined): string {
  return value === undefined || value.length < 4 ? message : message.replaceAll(value, '(value)');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

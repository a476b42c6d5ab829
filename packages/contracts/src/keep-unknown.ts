/**
 * What was read, with the members of the original that the schema does not know, however deep: a later minor version added them, and whoever passes
 * the event on must not lose them. `__proto__` is left out. Lists are compared by place, where reading kept their length.
 */
export function keepUnknown<T>(original: unknown, read: T): T {
  return merged(original, read) as T;
}

/** The same object where nothing was unknown, which is nearly always. */
function merged(original: unknown, read: unknown): unknown {
  if (Array.isArray(original)) return Array.isArray(read) ? mergedList(original, read) : read;
  if (!isObject(original) || !isObject(read)) return read;
  let whole: Record<string, unknown> | null = null;
  for (const name of Object.keys(original)) {
    if (name === '__proto__') continue;
    const known = Object.hasOwn(read, name);
    const member = known ? merged(original[name], read[name]) : original[name];
    if (known && member === read[name]) continue;
    whole ??= { ...read };
    whole[name] = member;
  }
  return whole ?? read;
}

function mergedList(original: readonly unknown[], read: readonly unknown[]): readonly unknown[] {
  if (original.length !== read.length) return read;
  let whole: unknown[] | null = null;
  for (let place = 0; place < read.length; place += 1) {
    const member = merged(original[place], read[place]);
    if (member === read[place]) continue;
    whole ??= [...read];
    whole[place] = member;
  }
  return whole ?? read;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

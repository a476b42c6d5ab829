/**
 * What was read, with the members of the original that the schema does not know, however deep: a later minor version added them, and whoever passes
 * the event on must not lose them. `__proto__` is left out. Lists are compared by place, where reading kept their length.
 */
export function keepUnknown<T>(original: unknown, read: T): T {
  return merged(original, read) as T;
}

function merged(original: unknown, read: unknown): unknown {
  if (Array.isArray(original) && Array.isArray(read)) {
    return original.length === read.length
      ? read.map((member, place) => merged(original[place], member))
      : read;
  }
  if (!isObject(original) || !isObject(read)) return read;
  const members = Object.entries(original)
    .filter(([name]) => name !== '__proto__')
    .map(([name, member]): [string, unknown] => [
      name,
      Object.hasOwn(read, name) ? merged(member, read[name]) : member,
    ]);
  return { ...read, ...Object.fromEntries(members) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

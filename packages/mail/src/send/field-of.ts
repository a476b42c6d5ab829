/** A field of something thrown, by shape: errors of Node come from another realm in tests and are no `Error` there. */
export function fieldOf(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null && name in thrown
    ? (thrown as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The error's code, such as `ENOENT`; `unknown` where it has none. */
export function codeOf(thrown: unknown): string {
  const code = fieldOf(thrown, 'code');
  return typeof code === 'string' ? code : 'unknown';
}

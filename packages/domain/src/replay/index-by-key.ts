const NONE: ReadonlySet<string> = new Set();

/** Ids by a key, in the order they were added. */
export class Index {
  readonly #ids = new Map<string, Set<string>>();

  get(key: string): ReadonlySet<string> {
    return this.#ids.get(key) ?? NONE;
  }

  add(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, new Set([id]));
    else ids.add(id);
  }

  remove(key: string, id: string): void {
    this.#ids.get(key)?.delete(id);
  }

  /** All that stood under one key stands under another. */
  merge(from: string, into: string): void {
    for (const id of this.get(from)) this.add(into, id);
    this.#ids.delete(from);
  }
}

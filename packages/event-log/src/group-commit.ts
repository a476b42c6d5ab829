/** Most items and bytes of one commit, so that one caller's flood does not hold the others' answers for long. */
const MOST_ITEMS = 5000;
const MOST_BYTES = 8 * 1024 * 1024;

export interface Group<T> {
  readonly items: readonly T[];
  readonly bytes: number;
}

/**
 * Commits groups of items one commit at a time, in order of arrival; those that arrive during a commit go together in the next one.
 * A group is never split. Where the commit fails, every group in it is refused with the same error.
 */
export function createGroupCommit<T, R>(
  commit: (items: readonly T[]) => Promise<readonly R[]>,
): {
  add(group: Group<T>): Promise<readonly R[]>;
  /** Resolves when nothing is waiting or being written. */
  idle(): Promise<void>;
} {
  interface Waiting extends Group<T> {
    readonly resolve: (results: readonly R[]) => void;
    readonly reject: (error: unknown) => void;
  }
  let queue: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const takeSome = (): Waiting[] => {
    let items = 0;
    let bytes = 0;
    let count = 0;
    for (const group of queue) {
      items += group.items.length;
      bytes += group.bytes;
      if (count > 0 && (items > MOST_ITEMS || bytes > MOST_BYTES)) break;
      count += 1;
    }
    const taken = queue.slice(0, count);
    queue = queue.slice(count);
    return taken;
  };

  const writeAll = async (): Promise<void> => {
    while (queue.length > 0) {
      const groups = takeSome();
      try {
        const results = await commit(groups.flatMap((group) => group.items));
        let from = 0;
        for (const group of groups) {
          group.resolve(results.slice(from, from + group.items.length));
          from += group.items.length;
        }
      } catch (error) {
        for (const group of groups) group.reject(error);
      }
    }
    writing = null;
  };

  return {
    add: (group) =>
      new Promise((resolve, reject) => {
        queue.push({ ...group, resolve, reject });
        // One turn later, so that callers of the same turn share the first commit.
        writing ??= Promise.resolve().then(writeAll);
      }),
    async idle() {
      await writing;
    },
  };
}

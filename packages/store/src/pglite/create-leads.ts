import type { Lead } from '../queryable.ts';

/** The names that are held in this process: a store of one process needs no more. */
export interface Leads {
  take(name: string): Lead | null;
  /** Every lead that is still held is lost. */
  end(): void;
}

export function createLeads(): Leads {
  const held = new Map<string, AbortController>();
  return {
    take(name) {
      if (held.has(name)) return null;
      const loss = new AbortController();
      held.set(name, loss);
      return {
        lost: loss.signal,
        release: () => {
          if (held.get(name) === loss) held.delete(name);
          return Promise.resolve();
        },
      };
    },
    end() {
      const losses = [...held.values()];
      held.clear();
      for (const loss of losses) loss.abort();
    },
  };
}

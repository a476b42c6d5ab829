import type { RedressError } from '@redress/runtime';
import type { HotState } from './port.ts';

/** Hot state on a server that may be away. Its calls throw a retryable RedressError then, soon, and nothing of them happens later. */
export interface RemoteHotState extends HotState {
  /** Listens from now on or from when the server is there; does not throw where it is away. */
  subscribe(channel: string, listen: (message: string) => void): ReturnType<HotState['subscribe']>;
  /** Resolves when the server reads, writes and tells all that is listened for. Throws why it does not. */
  probe(): Promise<void>;
  /** Tells of a lost connection at once (why), and of one that is there again (null): then it is worth a probe. */
  watch(changed: (lost: RedressError | null) => void): void;
}

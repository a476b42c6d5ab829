import { createHash } from 'node:crypto';
import { decodeEnvelope } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import type { Clock, Logger, Running } from '@redress/runtime';
import { z } from 'zod';

/** Tokens of the API as their topic tells them, for a process that knows no store. */
export interface Tokens extends Running {
  /** Whether a token may send feedback now. */
  readonly isValid: (token: string) => boolean;
}

export interface TokensDependencies {
  readonly log: Pick<EventLog, 'partitions' | 'read'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** One more that counts, from the environment. */
  readonly token?: string | undefined;
}

const TOPIC = 'settings.v1';
/** A token that was made, or taken back, counts within this. */
const LOOK_EVERY_MS = 2000;

/** What a token's record says that matters here; by its hash, never itself. */
const tokenSetting = z.object({
  kind: z.literal('token'),
  value: z.object({ hash: z.string(), kind: z.string(), expiresAt: z.string().nullable() }),
});

/**
 * Reads every token's hash from `settings.v1`, then follows what changes. Resolves once all that is there now is read; throws what the log throws
 * until then. Later failures are logged, and the tokens known last go on to count.
 */
export async function followTokens(deps: TokensDependencies): Promise<Tokens> {
  const { log, clock, logger } = deps;
  /** Hash → when it expires; null: not until it is taken back. */
  const known = new Map<string, string | null>();
  const next = new Map<number, number>();
  const stopping = new AbortController();
  const own = deps.token === undefined ? null : hashOf(deps.token);

  const look = async (): Promise<void> => {
    for (let partition = 0; partition < log.partitions(TOPIC); partition += 1) {
      for await (const { offset, value } of log.read(TOPIC, partition, next.get(partition) ?? 0)) {
        next.set(partition, offset + 1);
        const token = value === null ? null : readToken(value);
        if (token?.kind === 'access') known.set(token.hash, token.expiresAt);
      }
    }
  };
  const follow = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(LOOK_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await look();
      } catch (err) {
        logger.warn({ err }, 'tokens cannot be read anew');
      }
    }
  };

  await look();
  const following = follow();
  return {
    isValid(token) {
      const hash = hashOf(token);
      if (hash === own) return true;
      const expiresAt = known.get(hash);
      return expiresAt !== undefined && (expiresAt === null || expiresAt > clock.now());
    },
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

function readToken(value: Uint8Array): z.infer<typeof tokenSetting>['value'] | null {
  const envelope = decodeEnvelope(value);
  const setting = envelope.ok ? tokenSetting.safeParse(envelope.event.data) : null;
  return setting?.success === true ? setting.data.value : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

import { createHash, randomUUID } from 'node:crypto';
import { stableJson } from '@redress/contracts';
import { announce } from '@redress/hot-state';
import { RedressError } from '@redress/runtime';
import { saveIdempotentAnswer, takeIdempotencyKey } from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';
import type { ConsoleDependencies } from './dependencies.ts';
import { refuse } from './http/answer.ts';
import type { Answer } from './http/answer.ts';

export interface ChangeRequest {
  /** Method and address, and who asks: a key holds for one of these. */
  readonly route: string;
  readonly idempotencyKey: string | null;
  readonly body: unknown;
  /** Ids of the tasks that it may change, for open pages; without it any. */
  readonly tasks?: readonly string[];
}

/**
 * Runs a change in one transaction and answers once the log has it. A refusal (status 400 and above) takes everything back.
 * The same key with the same body gets the first answer again, without a second effect; with another body 422.
 */
export async function change(
  deps: Pick<ConsoleDependencies, 'database' | 'clock' | 'policy' | 'relay' | 'hotState'>,
  { route, idempotencyKey, body, tasks }: ChangeRequest,
  work: (tx: Queryable, stamp: Stamp) => Promise<Answer>,
): Promise<Answer> {
  const { database, clock, policy, relay, hotState } = deps;
  const requestHash = createHash('sha256')
    .update(stableJson(body ?? null))
    .digest('hex');
  const refusal: { answer: Answer | null } = { answer: null };
  const run = async (tx: Queryable): Promise<Answer> => {
    const at = clock.now();
    if (idempotencyKey !== null) {
      const earlier = await takeIdempotencyKey(tx, { key: idempotencyKey, route, requestHash, at });
      if (earlier.kind === 'answered') {
        return { status: earlier.status, body: JSON.parse(earlier.body) as unknown };
      }
      if (earlier.kind !== 'new') {
        refusal.answer = earlier.kind === 'in-progress' ? IN_PROGRESS : KEY_REUSED;
        throw refused();
      }
    }
    const stamp: Stamp = {
      transactionId: randomUUID(),
      at,
      policyVersion: policy.version,
      eventIds: [],
    };
    const answer = await work(tx, stamp);
    if (answer.status >= 400) {
      refusal.answer = answer;
      throw refused();
    }
    if (idempotencyKey !== null) {
      await saveIdempotentAnswer(
        tx,
        {
          key: idempotencyKey,
          route,
          status: answer.status,
          body: JSON.stringify(answer.body),
        },
        stamp,
      );
    }
    return answer;
  };
  let answer: Answer;
  try {
    answer = await database.transaction(run);
  } catch (thrown) {
    if (refusal.answer === null) throw thrown;
    return refusal.answer;
  }
  announce(hotState, { tasks: tasks ?? null });
  await relay.flush();
  return answer;
}

const KEY_REUSED = refuse(422, {
  errors: [
    {
      field: 'Idempotency-Key',
      message: 'was used for another request; a new request needs a new key',
    },
  ],
});
const IN_PROGRESS = refuse(409, {
  detail: 'The first request with this Idempotency-Key is not answered yet. Ask again in a moment.',
});

/** Takes the transaction back. */
function refused(): RedressError {
  return new RedressError('REDRESS_REFUSED', 'The change was refused; nothing is kept of it.');
}

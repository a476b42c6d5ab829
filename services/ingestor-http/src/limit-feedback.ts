import { createHash } from 'node:crypto';
import type { HotState } from '@redress/hot-state';
import { problemOf } from '@redress/runtime';
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { z } from 'zod';
import { sendProblem } from './register-problem-errors.ts';

/** The variable of the limit, for the configuration of a service. */
export const feedbackLimitVariables = {
  REDRESS_FEEDBACK_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(100_000)
    .describe('Requests to POST /v1/feedback that one token may send in ten seconds.'),
};

export interface FeedbackLimitOptions {
  /** Where uses are counted, for all processes together. */
  readonly hotState: Pick<HotState, 'withinLimit'>;
  /** Requests of one caller in ten seconds. */
  readonly limit: number;
}

const WINDOW_SECONDS = 10;
/** A process takes this part of the limit at once, so that hot state is not asked for every request; the limit is as exact as that. */
const PARTS = 100;
const MOST_CALLERS = 10_000;

/** Answers 429 and `Retry-After` to a caller who sends more than the limit; to be called after authentication. */
export function limitFeedback({
  hotState,
  limit,
}: FeedbackLimitOptions): onRequestAsyncHookHandler {
  const size = Math.max(1, Math.floor(limit / PARTS));
  /** What callers may still send of the part that was taken for them. */
  const left = new Map<string, number>();
  const asking = new Map<string, Promise<boolean>>();

  const takePart = async (caller: string): Promise<boolean> => {
    try {
      const parts = Math.ceil(limit / size);
      if (!(await hotState.withinLimit(`feedback:${caller}`, parts, WINDOW_SECONDS))) return false;
      if (left.size >= MOST_CALLERS) left.clear();
      left.set(caller, size);
      return true;
    } finally {
      asking.delete(caller);
    }
  };
  const mayPass = async (caller: string): Promise<boolean> => {
    for (;;) {
      const own = left.get(caller) ?? 0;
      if (own > 0) {
        left.set(caller, own - 1);
        return true;
      }
      const part = asking.get(caller) ?? takePart(caller);
      asking.set(caller, part);
      if (!(await part)) return false;
    }
  };

  return async (request, reply) => {
    if (await mayPass(callerOf(request))) return;
    void reply.header('retry-after', String(WINDOW_SECONDS));
    await sendProblem(
      reply,
      problemOf(429, {
        detail: `More than ${String(limit)} requests came with this token in ten seconds. Nothing was kept of this one; send it again a little later, or several feedbacks as one array.`,
      }),
    );
  };
}

/** Whose request it is: the token's, or where it came in by other means the address's. */
function callerOf({ headers, ip }: FastifyRequest): string {
  return createHash('sha256')
    .update(headers.authorization ?? ip)
    .digest('base64url');
}

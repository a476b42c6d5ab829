import type { FastifyInstance, FastifyReply } from 'fastify';
import { PROBLEM_MEDIA_TYPE, RETRY_AFTER_SECONDS, problemOfThrown } from '@redress/runtime';
import type { Logger, Problem } from '@redress/runtime';

/** Answers with a problem, as RFC 9457 has it. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem);
}

/** Everything thrown in this scope is answered as a problem; what is our fault is logged. */
export function registerProblemErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((err: unknown, request, reply) => {
    const problem = problemOfThrown(err);
    if (problem.status >= 500) {
      logger.error(
        { err, route: request.routeOptions.url, status: problem.status },
        'a request failed',
      );
    }
    return sendProblem(reply, problem);
  });
}

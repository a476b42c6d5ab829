import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { isRedressError, problemOf, problemOfThrown } from '@redress/runtime';
import type { Logger, Problem } from '@redress/runtime';
import { refuse, sendAnswer } from './answer.ts';

/** Everything thrown, and every address that is not there, is answered as a problem; what is our fault is logged. */
export function registerErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((err: unknown, request, reply) => {
    const problem = problemOfFailure(err);
    if (problem.status >= 500) {
      logger.error(
        { err, route: request.routeOptions.url, status: problem.status },
        'a request failed',
      );
    }
    return sendAnswer(reply, { status: problem.status, body: problem });
  });
  app.setNotFoundHandler((_request, reply) => sendAnswer(reply, refuse(404)));
}

function problemOfFailure(thrown: unknown): Problem {
  return isRedressError(thrown) && thrown.code === 'REDRESS_CURSOR_INVALID'
    ? problemOf(422, {
        errors: [{ field: 'cursor', message: 'must be `next` of the part before, unchanged' }],
      })
    : problemOfThrown(thrown);
}

/** What whoever makes the server gives it, so that an address that cannot even be read is answered as a problem too. */
export const SERVER_OPTIONS: Pick<FastifyServerOptions, 'frameworkErrors'> = {
  frameworkErrors(error, _request, reply) {
    const problem = problemOfThrown(error);
    const { status } = problem;
    void sendAnswer(
      reply,
      status >= 400 && status < 500
        ? refuse(status, { detail: 'This address cannot be read. Nothing was changed.' })
        : { status, body: problem },
    );
  },
};

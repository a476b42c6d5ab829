import type { FastifyInstance, FastifyReply, onRequestAsyncHookHandler } from 'fastify';
import type { Ingestor } from '@redress/intake';
import type { Logger } from '@redress/runtime';
import { importFeedback } from './routes/import-feedback.ts';
import { limitFeedback } from './limit-feedback.ts';
import type { FeedbackLimitOptions } from './limit-feedback.ts';
import { postFeedback } from './routes/post-feedback.ts';
import { registerProblemErrors } from './register-problem-errors.ts';

export interface IngestRouteDependencies {
  readonly ingestor: Ingestor;
  readonly logger: Logger;
  /** Lets a request pass or answers it itself (401). */
  readonly authenticate: onRequestAsyncHookHandler;
  readonly feedbackLimit: FeedbackLimitOptions;
}

/** Bytes of a body: one feedback or a few hundred; a file comes in parts or through `redress ingest`. */
const FEEDBACK_LIMIT = 256 * 1024;
const IMPORT_LIMIT = 8 * 1024 * 1024;

/** `POST /v1/feedback` and `POST /v1/feedback/import`, in a scope of their own: neither parsers nor error answers leak to other routes. */
export async function registerIngestRoutes(
  app: FastifyInstance,
  { ingestor, logger, authenticate, feedbackLimit }: IngestRouteDependencies,
): Promise<void> {
  await app.register(async (scope) => {
    registerProblemErrors(scope, logger);
    scope.addHook('onRequest', authenticate);
    scope.post(
      '/v1/feedback',
      { bodyLimit: FEEDBACK_LIMIT, onRequest: limitFeedback(feedbackLimit) },
      (request, reply: FastifyReply) => postFeedback(ingestor, request.body, reply),
    );
    await scope.register(async (files) => {
      files.removeAllContentTypeParsers();
      files.addContentTypeParser(
        ['text/csv', 'application/jsonl', 'application/x-ndjson'],
        { parseAs: 'buffer' },
        (_request, body, done) => {
          done(null, body);
        },
      );
      files.post(
        '/v1/feedback/import',
        { bodyLimit: IMPORT_LIMIT },
        (request, reply: FastifyReply) => importFeedback(ingestor, request, reply),
      );
    });
  });
}

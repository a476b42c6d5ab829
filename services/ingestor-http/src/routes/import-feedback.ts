import { CHANNELS } from '@redress/contracts';
import type { Channel } from '@redress/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ingestor, IntakeContext } from '@redress/intake';
import { problemOf } from '@redress/runtime';
import { ingestLines } from '../ingest-lines.ts';
import type { RejectedLine } from '../ingest-lines.ts';
import { readFeedbackFile } from '../read-feedback-file.ts';
import { sendProblem } from '../register-problem-errors.ts';

/** Rejected lines that are listed; all are counted. */
const MOST_LISTED = 1_000;

/** A CSV or JSONL body; `?channel=`, `?source=` and `?historical=true` hold for lines that do not say it themselves. */
export async function importFeedback(
  ingestor: Ingestor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const context = contextOf(request.query as Readonly<Record<string, unknown>>);
  if (!Buffer.isBuffer(request.body) || context === null) {
    return sendProblem(
      reply,
      problemOf(422, {
        errors:
          context === null
            ? [{ field: 'channel', message: `must be one of ${CHANNELS.join(', ')}` }]
            : [{ field: '', message: 'is missing' }],
      }),
    );
  }
  const format = request.headers['content-type']?.startsWith('text/csv') === true ? 'csv' : 'jsonl';
  const rejected: RejectedLine[] = [];
  let accepted = 0;
  let rejectedCount = 0;
  for await (const step of ingestLines(ingestor, readFeedbackFile(request.body, format), context)) {
    accepted += step.accepted;
    rejectedCount += step.rejected.length;
    rejected.push(...step.rejected.slice(0, MOST_LISTED - rejected.length));
  }
  return reply.code(202).send({ accepted, rejectedCount, rejected });
}

function contextOf(query: Readonly<Record<string, unknown>>): IntakeContext | null {
  const { channel, source, historical } = query;
  if (channel !== undefined && !isChannel(channel)) return null;
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(typeof source === 'string' && source !== '' ? { source } : {}),
    ...(historical === 'true' ? { historical: true } : {}),
  };
}

function isChannel(value: unknown): value is Channel {
  return (CHANNELS as readonly unknown[]).includes(value);
}

import type { FastifyReply } from 'fastify';
import type { IngestResult, Ingestor } from '@redress/intake';
import { problemOf } from '@redress/runtime';
import type { FieldProblem } from '@redress/runtime';
import { sendProblem } from '../register-problem-errors.ts';

const MOST_ITEMS = 500;

/** One feedback: 202 and its ids. An array: 202 and one item for each where at least one is in, 422 where none is. */
export async function postFeedback(
  ingestor: Ingestor,
  body: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!Array.isArray(body)) {
    const [result] = await ingestor.take([body]);
    if (result?.ok !== true)
      return sendProblem(reply, problemOf(422, { errors: result?.problems ?? [] }));
    return reply.code(202).send({ feedbackId: result.feedbackId, eventId: result.eventId });
  }
  if (body.length === 0 || body.length > MOST_ITEMS) {
    return sendProblem(
      reply,
      problemOf(422, {
        errors: [{ field: '', message: `must hold 1 to ${String(MOST_ITEMS)} feedbacks` }],
      }),
    );
  }
  const results = await ingestor.take(body);
  if (!results.some(({ ok }) => ok)) {
    return sendProblem(reply, problemOf(422, { errors: results.flatMap(problemsAt) }));
  }
  return reply.code(202).send({ items: results.map(describeItem) });
}

function problemsAt(result: IngestResult, index: number): readonly FieldProblem[] {
  if (result.ok) return [];
  return result.problems.map(({ field, message }) => ({
    field: field === '' ? String(index) : `${String(index)}.${field}`,
    message,
  }));
}

function describeItem(result: IngestResult): object {
  return result.ok
    ? { feedbackId: result.feedbackId, eventId: result.eventId }
    : { errors: result.problems };
}

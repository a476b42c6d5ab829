import type { z } from 'zod';
import type { FieldProblem } from '@redress/runtime';

/** Every problem by the field's dotted path, in words for whoever sent it. */
export function describeIssues(error: z.ZodError): readonly FieldProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    message:
      issue.code === 'invalid_type' && issue.input === undefined ? 'is missing' : issue.message,
  }));
}

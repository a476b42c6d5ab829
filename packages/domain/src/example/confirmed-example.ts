import type { FeedbackScored, RootCause, Understanding } from '@redress/contracts';
import type { Task } from '../task/task.ts';
import type { Touch } from '../touch/touch.ts';

/** A customer's words with the causes that an owner confirmed: what the language model can learn from. */
export interface ConfirmedExample {
  /** Of the task and its cycle. */
  readonly id: string;
  readonly customerId: string;
  readonly language: string;
  readonly causes: readonly RootCause[];
  /** As they were read; no owner confirms them. */
  readonly churn: Understanding['churn']['level'];
  readonly exposure: Understanding['exposure']['level'];
  /** All complaints of the cycle in that language, a paragraph each, without what the company's people said. */
  readonly text: string;
}

const CHURN: readonly ConfirmedExample['churn'][] = ['none', 'risk', 'stated'];
const EXPOSURE: readonly ConfirmedExample['exposure'][] = ['none', 'threatened', 'public'];

/**
 * The examples of a task, one for each cycle that an owner resolved with its causes confirmed. The causes are those of the grievance, so its complaints
 * are one text; thanks and neutral words within it are left out, and so is what was deleted since. No example where no words are left, or their
 * language is not known; none of a sample.
 */
export function examplesOf(task: Task, touches: readonly Touch[]): readonly ConfirmedExample[] {
  if (task.sample) return [];
  const cycles = [...task.pastCycles, task];
  return cycles.flatMap(({ cycle, resolution, touches: ids }) => {
    if (resolution?.causes === undefined) return [];
    const held = new Set(ids);
    const complaints = touches
      .filter((touch) => held.has(touch.scored.feedbackId))
      .filter(complains);
    const language = complaints.find(({ scored }) => languageOf(scored) !== 'und');
    if (language === undefined) return [];
    const said = complaints
      .map(({ scored }) => scored)
      .filter((scored) => languageOf(scored) === languageOf(language.scored));
    return [
      {
        id: `${task.id}:${String(cycle)}`,
        customerId: task.customerId,
        language: languageOf(language.scored),
        causes: resolution.causes,
        churn: worst(CHURN, said, ({ churn }) => churn.level),
        exposure: worst(EXPOSURE, said, ({ exposure }) => exposure.level),
        text: said.map(customersWords).join('\n\n'),
      },
    ];
  });
}

function complains({ scored, decision }: Touch): boolean {
  return (
    scored.revision.deleted !== true &&
    (decision?.severity ?? null) !== null &&
    customersWords(scored) !== ''
  );
}

function languageOf({ understanding }: FeedbackScored): string {
  return understanding.language;
}

function customersWords({ text = '', turns = [] }: FeedbackScored): string {
  const said =
    turns.length === 0
      ? text
      : turns.flatMap((turn) => (turn.who === 'customer' ? [turn.text] : [])).join('\n');
  return said.trim();
}

function worst<Level extends string>(
  levels: readonly Level[],
  said: readonly FeedbackScored[],
  levelOf: (understanding: Understanding) => Level,
): Level {
  const ranks = said.map(({ understanding }) => levels.indexOf(levelOf(understanding)));
  return levels[Math.max(...ranks)] as Level;
}

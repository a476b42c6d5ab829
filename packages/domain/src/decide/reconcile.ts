import type { FeedbackScored, Policy } from '@redress/contracts';
import type { Customer } from '../customer/customer.ts';
import { foldGrievances, type Fold, type PlainTouch } from '../grievance/fold-grievances.ts';
import type { FoldedTouch, Grievance } from '../grievance/grievance.ts';
import { storedCycles } from '../grievance/stored-cycles.ts';
import { draftTask } from '../task/draft-task.ts';
import { isOpen, type Task } from '../task/task.ts';
import { closeTask } from '../task/close-task.ts';
import { matchTasks } from '../task/match-tasks.ts';
import { saysNothing } from '../touch/read-touch.ts';
import type { Touch, TouchDecision } from '../touch/touch.ts';
import { describeChange } from './describe-change.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { DecisionDraft } from './decision-draft.ts';

/**
 * Brings what is stored about a customer (and the account) in line with all that was said, as of `now`: folds the touches into grievances and writes down what differs.
 * `focus` is the feedback that is being decided, null where a clock, an import or an action gave the cause.
 */
export function reconcile(
  context: DecisionContext,
  focus: FeedbackScored | null,
  policy: Policy,
  now: string,
): Decision {
  const customers = new Map(
    [...context.members, context.customer].map((customer) => [customer.id, customer]),
  );
  const touches = plainTouches(context, customers, focus);
  const fold = foldGrievances(touches, storedCycles(context.tasks), policy, now, context.nameId);
  const draft = new DecisionDraft(context, focus, policy, now);
  const { matches, merged, unmatched } = matchTasks(fold.grievances, context.tasks);

  for (const { task, into } of merged)
    draft.closeTask(closeTask(task, 'merged', now), `merged into ${into}`);
  for (const task of unmatched) {
    // A task whose touches are not all at hand (older than what is loaded) is left alone.
    if (
      task.touches.length > 0 &&
      task.touches.every((id) => touches.some((touch) => touch.scored.feedbackId === id))
    ) {
      draft.closeTask(closeTask(task, 'retracted', now), 'nothing is complained of any more');
    }
  }

  decideLoose(fold, context, focus, draft);
  for (const { grievance, stored } of matches) {
    const drafted = draftTask(grievance, stored, context, policy, now);
    decideTouches(grievance, drafted, stored, draft);
    const change = describeChange(
      stored,
      drafted,
      grievance,
      focus,
      draft.decisionBefore(focus?.feedbackId),
    );
    draft.saveTask(stored, drafted, grievance, change);
  }
  return draft.done();
}

function plainTouches(
  context: DecisionContext,
  customers: ReadonlyMap<string, Customer>,
  focus: FeedbackScored | null,
): PlainTouch[] {
  const stored = context.touches.filter((touch) => touch.scored.feedbackId !== focus?.feedbackId);
  return [
    ...stored.flatMap(({ customerId, scored }) => {
      const customer = customers.get(customerId);
      return customer === undefined ? [] : [{ customer, scored }];
    }),
    ...(focus === null ? [] : [{ customer: context.customer, scored: focus }]),
  ];
}

function decideLoose(
  fold: Fold,
  context: DecisionContext,
  focus: FeedbackScored | null,
  draft: DecisionDraft,
): void {
  const known = new Set(
    context.touches
      .filter((touch) => touch.decision !== null)
      .map((touch) => touch.scored.feedbackId),
  );
  for (const touch of fold.loose) {
    if (touch.scored.feedbackId !== focus?.feedbackId && !known.has(touch.scored.feedbackId))
      continue;
    const ignored = touch.scored.revision.deleted === true || saysNothing(touch.scored);
    draft.decideTouch(touchRow(touch), {
      outcome: ignored ? 'ignored' : 'outer loop only',
      reason: touch.reading.why,
      taskId: null,
      severity: null,
      reasons: [],
      causes: touch.reading.causes,
      outer: touch.outer,
      themes: touch.themes,
    });
  }
}

function decideTouches(
  grievance: Grievance,
  task: Task,
  stored: Task | null,
  draft: DecisionDraft,
): void {
  const opening = grievance.touches[0]?.scored.feedbackId;
  for (const touch of grievance.touches) {
    const opens =
      touch.scored.feedbackId === opening &&
      (stored === null || isOpen(task) || stored.touches[0] === opening);
    draft.decideTouch(touchRow(touch), decisionOf(touch, task, opens));
  }
}

function decisionOf(touch: FoldedTouch, task: Task, opens: boolean): TouchDecision {
  const silent = touch.severity === null;
  return {
    outcome: opens ? 'task' : 'joined',
    reason: opens
      ? touch.reading.why
      : silent
        ? `joins silently: ${touch.reading.why}`
        : `joins the open task: ${touch.reading.why}`,
    taskId: task.id,
    severity: touch.severity,
    reasons: touch.reasons,
    causes: touch.reading.causes,
    outer: touch.outer,
    themes: touch.themes,
  };
}

function touchRow(touch: FoldedTouch): Touch {
  return { customerId: touch.customer.id, scored: touch.scored, decision: null };
}

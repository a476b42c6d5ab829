import type { OwnerRecord, Policy } from '@redress/contracts';
import { isOpen, nextEscalation } from '@redress/domain';
import type { Delivery, News, Task, Touch } from '@redress/domain';
import { ACTION_LINK_LIFETIME_MS, composeDigest, composeOwnerMail } from '@redress/mail';
import type {
  ComposedMail,
  DigestItem,
  MailLinks,
  MissedStep,
  OwnerMailLinks,
} from '@redress/mail';
import type { StoredContext } from '@redress/store';

/** A task and all that is known around it, as it was when the delivery started. */
export interface TaskMaterial {
  readonly task: Task;
  readonly context: StoredContext;
  readonly news: readonly News[];
}

/** What a delivery is composed from: one task, or the open ones of a digest. */
export interface DeliveryMaterial {
  readonly delivery: Delivery;
  readonly owner: OwnerRecord;
  readonly tasks: readonly [TaskMaterial, ...TaskMaterial[]];
}

export interface ComposeSettings {
  readonly now: string;
  readonly policy: Policy;
  /** Null where the server has no public address; the mail then says why it has no buttons. */
  readonly links: MailLinks | null;
}

/** The mail of a delivery. Pure. */
export function composeDelivery(
  material: DeliveryMaterial,
  settings: ComposeSettings,
): ComposedMail {
  const { delivery, owner, tasks } = material;
  const { now, links } = settings;
  if (delivery.kind === 'digest') {
    const items = [...tasks].sort(byUrgency).map((one) => digestItem(one, links));
    return composeDigest({ owner, now, items });
  }
  const [only] = tasks;
  const { task, context, news } = only;
  const next = nextToHear(task, context.owners, settings.policy);
  return composeOwnerMail({
    task,
    customer: customerOf(only),
    touches: touchesOf(only),
    news,
    kind: delivery.kind,
    owner,
    now,
    customerTimeZone: context.customer.record?.timeZone ?? owner.timeZone,
    links: links === null ? null : linksOf(task, owner.id, now, links),
    otherOpenTasks: context.tasks.filter((other) => other.id !== task.id && isOpen(other)).length,
    ...(delivery.kind === 'escalation' ? { missed: missedSteps(task, context.owners, now) } : {}),
    ...(next === null ? {} : { next }),
  });
}

function digestItem(one: TaskMaterial, links: MailLinks | null): DigestItem {
  return {
    task: one.task,
    customer: customerOf(one),
    touches: touchesOf(one),
    news: one.news,
    taskUrl: links === null ? null : links.taskUrl(one.task.id),
  };
}

/** The one whose task it is: a task may be of another member of the account. */
function customerOf({ task, context }: TaskMaterial): StoredContext['customer'] {
  return context.members.find(({ id }) => id === task.customerId) ?? context.customer;
}

function touchesOf({ task, context }: TaskMaterial): readonly Touch[] {
  const ids = new Set(task.touches);
  const keyOf = ({ scored }: Touch): string => `${scored.occurredAt} ${scored.feedbackId}`;
  return context.touches
    .filter(({ scored }) => ids.has(scored.feedbackId))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function linksOf(
  task: Task,
  recipient: string,
  now: string,
  { actions, taskUrl }: MailLinks,
): OwnerMailLinks {
  const expiresAt = new Date(Date.parse(now) + ACTION_LINK_LIFETIME_MS).toISOString();
  const claims = { taskId: task.id, cycle: task.cycle, recipient, expiresAt };
  return {
    acknowledge: actions.sign({ ...claims, action: 'acknowledge' }),
    promise: actions.sign({ ...claims, action: 'promise' }),
    handOver: actions.sign({ ...claims, action: 'hand-over' }),
    notAComplaint: actions.sign({ ...claims, action: 'not-a-complaint' }),
    task: taskUrl(task.id),
  };
}

/** The first step that ran out; those after it wait for it. */
function missedSteps(
  task: Task,
  owners: readonly OwnerRecord[],
  now: string,
): readonly MissedStep[] {
  const { acknowledgeDueAt, promiseDueAt, deliverDueAt } = task.clocks;
  const steps = [
    { step: 'acknowledge', dueAt: acknowledgeDueAt },
    { step: 'promise', dueAt: promiseDueAt },
    { step: 'deliver', dueAt: deliverDueAt },
  ] as const;
  const open = steps.find(({ dueAt }) => dueAt !== null);
  if (open === undefined || open.dueAt === null || open.dueAt > now) return [];
  return [{ step: open.step, dueAt: open.dueAt, owner: nameOf(task.owner, owners) }];
}

/** The next rung, where the ladder names a person by now; a fallback is found when it fires. */
function nextToHear(
  task: Task,
  owners: readonly OwnerRecord[],
  policy: Policy,
): { readonly at: string; readonly to: string } | null {
  const at = nextEscalation(task, policy);
  const to = policy.ladder[Math.min(task.ladder.fired, policy.ladder.length - 1)]?.to;
  const supervisor = owners.find(({ id }) => id === task.owner)?.supervisor;
  const id = to === 'owner' ? task.owner : to === 'supervisor' ? supervisor : undefined;
  return at === null || id === undefined ? null : { at, to: nameOf(id, owners) };
}

function nameOf(id: string, owners: readonly OwnerRecord[]): string {
  return owners.find((owner) => owner.id === id)?.name ?? id;
}

const WORST_FIRST = ['critical', 'high', 'medium', 'low'] as const;

function byUrgency(a: TaskMaterial, b: TaskMaterial): number {
  const worse = WORST_FIRST.indexOf(a.task.severity) - WORST_FIRST.indexOf(b.task.severity);
  return worse !== 0 ? worse : (a.task.nextClockAt ?? '') < (b.task.nextClockAt ?? '') ? -1 : 1;
}

import type { OwnerRecord } from '@redress/contracts';
import type { Customer, Task } from '@redress/domain';

/** A customer as the inbox and the task page name them. */
export interface CustomerView {
  readonly id: string;
  readonly name: string | null;
  readonly accountId: string | null;
  readonly valuePerMonth: number | null;
  readonly currency: string | null;
  readonly revenueShare: number | null;
  readonly since: string | null;
  readonly renewalOn: string | null;
}

/** A task with the names that its ids stand for. */
export interface TaskView extends Task {
  readonly ownerName: string | null;
  readonly customer: CustomerView;
}

export function taskView(
  task: Task,
  customers: readonly Customer[],
  owners: readonly OwnerRecord[],
): TaskView {
  return {
    ...task,
    ownerName: owners.find(({ id }) => id === task.owner)?.name ?? null,
    customer: customerView(
      task.customerId,
      customers.find(({ id }) => id === task.customerId),
    ),
  };
}

function customerView(id: string, customer: Customer | undefined): CustomerView {
  const record = customer?.record ?? null;
  return {
    id,
    name: customer?.name ?? record?.name ?? null,
    accountId: customer?.accountId ?? null,
    valuePerMonth: record?.valuePerMonth ?? null,
    currency: record?.currency ?? null,
    revenueShare: record?.revenueShare ?? null,
    since: record?.since ?? null,
    renewalOn: record?.renewalOn ?? null,
  };
}

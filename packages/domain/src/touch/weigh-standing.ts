import type { Customer } from '../customer/customer.ts';
import { daysBetween } from '../instant/add-duration.ts';
import type { Reason } from './reason.ts';
import type { CustomerRecord, Policy } from '@redress/contracts';

const DAYS_A_MONTH = 30.44;

/**
 * What the customer stands for: value a month and over the years, share of our revenue, nearness of the renewal.
 * Value adds at most half of `grievance` (the points of the grievance itself), share and renewal at most as much.
 */
export function weighStanding(
  customer: Customer,
  at: string,
  grievance: number,
  policy: Policy,
): Reason[] {
  const { record } = customer;
  if (record === null || grievance <= 0) return [];
  return [
    ...limited(weighValue(record, at, policy), Math.floor(grievance / 2)),
    ...limited(weighRevenueShare(record, policy), grievance),
    ...limited(weighRenewal(record, at, policy), grievance),
  ];
}

function limited(reasons: Reason[], atMost: number): Reason[] {
  return reasons.map((reason) => ({ ...reason, points: Math.min(reason.points, atMost) }));
}

/** Half of the high value adds half of the points, the whole adds all; the same for the years together. */
function weighValue(record: CustomerRecord, at: string, policy: Policy): Reason[] {
  if (record.valuePerMonth === undefined || record.currency === undefined) return [];
  const high = policy.value.highPerMonth[record.currency];
  if (high === undefined) {
    return [];
  }
  const months =
    record.since === undefined ? 0 : Math.max(0, daysBetween(record.since, at) / DAYS_A_MONTH);
  const points =
    halfOrWhole(record.valuePerMonth / high, policy.points.value) +
    halfOrWhole(
      (record.valuePerMonth * months) / (high * policy.value.highLifetime),
      policy.points.lifetime,
    );
  const years = Math.round(months / 12);
  return [
    {
      code: 'value',
      points,
      text: `${String(record.valuePerMonth)} ${record.currency} a month${years >= 1 ? `, ${String(years)} years` : ''}`,
    },
  ];
}

function halfOrWhole(ratio: number, points: number): number {
  if (ratio >= 1) return points;
  return ratio >= 0.5 ? Math.round(points / 2) : 0;
}

function weighRevenueShare(record: CustomerRecord, policy: Policy): Reason[] {
  if (record.revenueShare === undefined) return [];
  const points = Math.round(
    policy.points.revenueShare * Math.min(1, record.revenueShare / policy.value.highRevenueShare),
  );
  return [
    {
      code: 'revenue-share',
      points,
      text: `${String(Math.round(record.revenueShare * 1000) / 10)} % of our revenue`,
    },
  ];
}

/** All points in the last week, half within `nearDays`, a quarter within `riskDays`. */
function weighRenewal(record: CustomerRecord, at: string, policy: Policy): Reason[] {
  const days = daysToRenewal(record, at);
  if (days === null || days > policy.renewal.riskDays) return [];
  const share = days <= 7 ? 1 : days <= policy.renewal.nearDays ? 0.5 : 0.25;
  return [
    {
      code: 'renewal',
      points: Math.round(policy.points.renewal * share),
      text: `renewal in ${String(Math.ceil(days))} days`,
    },
  ];
}

/** Days until the renewal, null where none lies ahead. The day of the renewal itself still counts. */
export function daysToRenewal(record: CustomerRecord, at: string): number | null {
  if (record.renewalOn === undefined) return null;
  const days = daysBetween(at, `${record.renewalOn}T23:59:59.999Z`);
  return days < 0 ? null : Math.max(0, days);
}

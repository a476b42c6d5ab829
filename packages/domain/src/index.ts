export * from './action/act-on-task.ts';
export * from './action/task-action.ts';
export * from './clock/clocks-of.ts';
export * from './clock/escalate-undeliverable.ts';
export * from './clock/fire-clock.ts';
export * from './clock/next-escalation.ts';
export * from './clock/task-clock.ts';
export * from './customer/customer.ts';
export * from './customer/joined-customer.ts';
export * from './customer/resolve-identities.ts';
export * from './decide/decide.ts';
export * from './decide/decision.ts';
export { themeDeltasOf } from './decide/theme-deltas.ts';
export * from './decide/with-decision.ts';
export * from './delivery/cancel-delivery.ts';
export * from './delivery/courier-verdict.ts';
export * from './delivery/delivery.ts';
export * from './delivery/plan-delivery.ts';
export * from './effect/effect.ts';
export * from './effect/effect-of.ts';
export * from './example/confirmed-example.ts';
export {
  addDuration,
  addMilliseconds,
  daysBetween,
  durationInMilliseconds,
} from './instant/add-duration.ts';
export * from './ops/decide-ops-alerts.ts';
export * from './ops/ops-state.ts';
export * from './owner/choose-owner.ts';
export * from './owner/present-owner.ts';
export * from './promise/due-at.ts';
export * from './promise/promise.ts';
export * from './task/task.ts';
export * from './touch/classify-score.ts';
export * from './touch/reason.ts';
export * from './touch/severity-order.ts';
export * from './touch/touch.ts';
export * from './replay/replay.ts';
export * from './replay/world.ts';

export { createFeedbackReceivedHandler } from './handlers/feedback-received.ts';
export type { FeedbackReceivedDependencies } from './handlers/feedback-received.ts';
export { logModel, modelVariables, readModel } from './read-model.ts';
export type { ModelInUse } from './read-model.ts';
export { startScorer } from './start.ts';
export type { ScorerDependencies } from './start.ts';
export { TOPOLOGY } from './topology.ts';
export { understandFeedback } from './understand-feedback.ts';
export type { Listening } from './understand-feedback.ts';

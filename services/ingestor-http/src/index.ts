export { ingestLines } from './ingest-lines.ts';
export type { IngestStep, RejectedLine } from './ingest-lines.ts';
export { readFeedbackFile } from './read-feedback-file.ts';
export type { FeedbackFormat, FeedbackLine } from './read-feedback-file.ts';
export { feedbackLimitVariables } from './limit-feedback.ts';
export { registerIngestRoutes } from './register-ingest-routes.ts';
export type { IngestRouteDependencies } from './register-ingest-routes.ts';
export { TOPOLOGY } from './topology.ts';

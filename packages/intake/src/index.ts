export { acceptFeedback } from './accept-feedback.ts';
export type { IntakeContext } from './accept-feedback.ts';
export { createIngestor } from './ingestor.ts';
export type { IngestResult, Ingestor, IngestorDependencies } from './ingestor.ts';

export { startIngestorSqs } from './start.ts';
export type { IngestorSqs, IngestorSqsDependencies } from './start.ts';
export { TOPOLOGY } from './topology.ts';

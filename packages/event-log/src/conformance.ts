import { describe } from '@jest/globals';
import { itHandsOverRecords } from './consuming.conformance.ts';
import { itOutlastsFailures } from './failing.conformance.ts';
import { itKeepsRecords } from './keeping.conformance.ts';
import { aLogForEach, type LogCapabilities, type LogUnderTest } from './subject.conformance.ts';

export type { LogCapabilities, LogUnderTest } from './subject.conformance.ts';

/** What every event log must do; an adapter's spec calls it with a factory. */
export function describeEventLog(
  name: string,
  factory: () => Promise<LogUnderTest>,
  capabilities: LogCapabilities,
): void {
  describe(`${name} as an event log`, () => {
    const subject = aLogForEach(factory, capabilities);
    itKeepsRecords(subject, capabilities);
    itHandsOverRecords(subject);
    itOutlastsFailures(subject);
  });
}

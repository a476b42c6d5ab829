/**
 * Prints `N passed, N failed` from jest's JSON result and ends with 1 unless something passed and nothing failed.
 * A suite that could not run, a run without a test, a run without a result and each other failed step count as failures.
 *
 * node scripts/count-tests.mjs RESULT.json EXIT_CODE_OF_JEST OTHER_FAILED_STEPS
 */
import { readFileSync } from 'node:fs';

const [file, exitCode, otherFailures] = process.argv.slice(2);
const result = read(file);
const passed = result?.numPassedTests ?? 0;
const inTests = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
const unexplained = inTests === 0 && (exitCode !== '0' || passed === 0) ? 1 : 0;
const failed = inTests + unexplained + Number(otherFailures);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Prints what failed, then `N passed, N failed` over several steps; ends with 1 unless something passed and nothing failed.
 *
 *   node scripts/count-tests.mjs OTHER_FAILED_STEPS [EXIT_CODE RESULT.json[,RESULT.json…]]…
 *
 * A result is jest's JSON, or that of the fault runs, `{"passed": n, "failed": n, "scenarios": […]}`. Each of these counts as a failure: a suite that could not run, a
 * result that is not there or holds no test, a step that failed without a failed test to show for it, each other failed step.
 */
import { readFileSync } from 'node:fs';

const [otherFailures, ...words] = process.argv.slice(2);
let passed = 0;
let failed = Number(otherFailures);
for (let at = 0; at < words.length; at += 2) {
  const counts = words[at + 1].split(',').map(count);
  const failures = sum(counts.map((one) => one.failed));
  passed += sum(counts.map((one) => one.passed));
  failed += failures === 0 && words[at] !== '0' ? 1 : failures;
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function count(path) {
  const result = read(path);
  for (const line of failuresOf(result)) console.log(`failed: ${line}`);
  const inTests = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  const found = {
    passed: result?.numPassedTests ?? result?.passed ?? 0,
    failed: result?.failed ?? inTests,
  };
  return found.passed + found.failed === 0 ? { passed: 0, failed: 1 } : found;
}

/** A line each failed test, each suite that could not run and each fault scenario: where, which, and the first words of the failure. */
function failuresOf(result) {
  const scenarios = (result?.scenarios ?? []).filter(({ verdict }) => verdict !== 'passed');
  return [
    ...testFailures(result?.testResults ?? []),
    ...scenarios.map(
      ({ name, findings }) =>
        `faults ${name}: ${firstWords(findings.map(({ id, what }) => `${id}: ${what}`).join('; '))}`,
    ),
  ];
}

function testFailures(suites) {
  return suites.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${firstWords(message)}`] : [];
    return failed.map(
      (test) => `${name}: ${test.fullName}: ${firstWords(test.failureMessages[0])}`,
    );
  });
}

function firstWords(message = '') {
  return message.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

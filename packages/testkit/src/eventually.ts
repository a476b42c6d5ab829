/** Asks until the answer is no longer null or undefined; throws after the limit with what was awaited. */
export async function eventually<T>(
  awaited: string,
  ask: () => T | null | undefined | Promise<T | null | undefined>,
  limitMs = 45_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`within ${String(limitMs)} ms there was no ${awaited}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

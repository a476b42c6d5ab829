/** Between two lines. */
const EVERY_MS = 2000;

/** Tells how far a rebuild is, a line on stderr every two seconds. */
export function tellProgress(now: () => number): (read: number, of: number | null) => void {
  let last = now();
  return (read, of) => {
    const at = now();
    if (at - last < EVERY_MS) return;
    last = at;
    process.stderr.write(
      of === null
        ? `${count(read)} records looked at …\n`
        : `${count(read)} of ${count(of)} records read …\n`,
    );
  };
}

function count(records: number): string {
  return records.toLocaleString('en');
}

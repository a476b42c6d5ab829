const HEAD = [
  'scenario',
  'events (a second)',
  'faults',
  'lost',
  'duplicate tasks',
  'duplicate mails',
  'recovery p50 / max',
  'time',
  'verdict',
];

/** The rows as a table for people. Duplicate mails: under the same Message-ID, of at most so many sendings that were cut off; under another. */
export function tableOf(rows) {
  const cells = [
    HEAD,
    ...rows.map((row) => [
      row.name,
      row.perSecond === undefined ? '-' : `${row.events} (${row.perSecond})`,
      count(row.faults),
      count(row.lost),
      count(row.duplicateTasks),
      row.sameMail === undefined ? '-' : `${row.sameMail} of ${row.windows}; ${row.otherMail}`,
      row.recovery === null ? '-' : `${tenths(row.recovery.p50)} / ${tenths(row.recovery.max)} s`,
      `${row.seconds} s`,
      row.verdict,
    ]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return cells.map(line).join('\n');
}

function count(number) {
  return number === undefined ? '-' : String(number);
}

function tenths(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}

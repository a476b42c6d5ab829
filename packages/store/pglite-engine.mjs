// The one place that opens PGlite: plain JavaScript, so that the worker thread and the process run the same file, built or not.
import { Blob } from 'node:buffer';
import { PGlite } from '@electric-sql/pglite';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Same types as from PostgreSQL: int8 as number, instants as ISO 8601 in UTC with milliseconds, days as text. */
const parsers = {
  [INT8]: (text) => Number(text),
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) =>
    new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
};

/** Opens a folder, or memory without one; `template` (a dumped data folder, gzip) fills a new one. */
export async function openEngine({ directory, template }) {
  const engine = await PGlite.create({
    parsers,
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(template === undefined ? {} : { loadDataDir: new Blob([template]) }),
  });
  await engine.exec("SET TIME ZONE 'UTC'");
  return {
    async query(sql, parameters) {
      const { rows, affectedRows } = await engine.query(sql, parameters);
      return { rows, affectedRows: affectedRows ?? 0 };
    },
    async execute(sql) {
      await engine.exec(sql);
    },
    async dump() {
      const file = await engine.dumpDataDir('gzip');
      return new Uint8Array(await file.arrayBuffer());
    },
    async close() {
      await engine.close();
    },
  };
}

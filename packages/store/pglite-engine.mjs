// The one place that opens PGlite: plain JavaScript, so that the worker thread and the process run the same file, built or not.
import { Blob } from 'node:buffer';
import { PGlite } from '@electric-sql/pglite';
import { parsers } from './column-parsers.mjs';

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

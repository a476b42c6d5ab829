// PGlite in a thread of its own: a long query would otherwise stop the whole process.
// Asked `{ id, operation, sql, parameters }`, one at a time; answers `{ id, result }` or `{ id, error }`.
import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './pglite-engine.mjs';

const opening = openEngine(workerData);

parentPort.on('message', async ({ id, operation, sql, parameters }) => {
  try {
    const engine = await opening;
    parentPort.postMessage({ id, result: await run(engine, operation, sql, parameters) });
  } catch (error) {
    parentPort.postMessage({ id, error: describe(error) });
    // An engine that broke down answers nothing right any more: the thread ends, so that the process hears of it.
    if (error?.name === 'RuntimeError') throw error;
  }
  if (operation === 'close') parentPort.close();
});

async function run(engine, operation, sql, parameters) {
  switch (operation) {
    case 'open':
      return undefined;
    case 'query':
      return engine.query(sql, parameters);
    case 'execute':
      return engine.execute(sql);
    case 'dump':
      return engine.dump();
    case 'close':
      return engine.close();
    default:
      throw new Error(`unknown operation ${operation}`);
  }
}

/** An error crosses the thread as data: the fields of PostgreSQL's own that carry no row. */
function describe(error) {
  const { message, code, constraint, table } = error ?? {};
  return { message: String(message ?? error), code, constraint, table };
}

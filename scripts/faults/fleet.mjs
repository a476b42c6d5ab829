import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { superviseService } from '../../packages/testkit/dist/index.js';

const MAINS = {
  ingestor: 'services/ingestor-http/dist/main.js',
  'ingestor-sqs': 'services/ingestor-sqs/dist/main.js',
  scorer: 'services/scorer/dist/main.js',
  notifier: 'services/notifier/dist/main.js',
  console: 'services/console/dist/main.js',
};
const ROOT = path.resolve(import.meta.dirname, '../..');
/** A busy machine takes its time. */
const START_LIMIT_MS = 90_000;

/**
 * The services as processes of their own, each started again when it ends: one console, one ingestor (from a queue for `setting.byQueue`), and of
 * the others `setting.scorers` and `setting.notifiers` (two each). The console is first: it makes the store ready.
 */
export async function startFleet({ environment, folder, setting }) {
  const services = new Map();
  const addresses = new Map();

  const start = async (kind, name) => {
    const log = path.join(folder, `${name}.log`);
    const service = await superviseService({
      main: path.join(ROOT, MAINS[kind]),
      environment: { ...environment, REDRESS_PORT: '0' },
      limitMs: START_LIMIT_MS,
      onEnd: (output) => appendFileSync(log, `${output}\n--- end of a life\n`),
    });
    services.set(name, service);
  };
  const stop = async () => {
    await Promise.all([...services.values()].map((service) => service.stop()));
  };

  try {
    await start('console', 'console');
    const ingestor = setting.byQueue ? 'ingestor-sqs' : 'ingestor';
    await start(ingestor, ingestor);
    for (const kind of ['scorer', 'notifier'])
      for (let place = 1; place <= (setting[`${kind}s`] ?? 2); place += 1)
        await start(kind, `${kind}-${place}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    names: () => [...services.keys()],
    service(name) {
      const service = services.get(name);
      if (service === undefined) throw new Error(`there is no ${name}`);
      return service;
    },
    /** Where it serves; between two lives where it served. */
    addressOf(name) {
      const address = services.get(name).current?.address ?? addresses.get(name);
      addresses.set(name, address);
      return address;
    },
    /** Another one of a kind, to be stopped by who started it. */
    async join(kind, name) {
      await start(kind, name);
      return services.get(name);
    },
    async leave(name) {
      const service = services.get(name);
      services.delete(name);
      return service.stop();
    },
    /** Lives that ended by themselves, neither at a place they were armed with nor by us. */
    unexpectedDeaths: () =>
      [...services].flatMap(([name, { deaths }]) =>
        deaths
          .filter(({ how }) => /^exit code|^a signal|^before it/u.test(how))
          .map(({ how }) => ({ id: name, what: `ended by itself: ${how}` })),
      ),
    stop,
  };
}

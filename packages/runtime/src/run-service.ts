import { z } from 'zod';
import { backoffDelay } from './backoff-delay.ts';
import { systemClock, type Clock } from './clock.ts';
import { describeConfig } from './describe-config.ts';
import { createHealth, type Health } from './health.ts';
import { configureKillPoints } from './kill-point.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { onShutdown } from './on-shutdown.ts';
import { startOperationsServer, type OperationsServer } from './operations-server.ts';
import { isRedressError, RedressError } from './redress-error.ts';
import { createOwned, type Own } from './owned.ts';

/** What every service that is a process of its own reads from the environment. */
export const serviceVariables = {
  REDRESS_HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  REDRESS_OPS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(0)
    .describe('Port of /health and /metrics; 0 takes a free one and prints it.'),
  REDRESS_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least level of the log lines on stderr.'),
  REDRESS_KILL_AT: z
    .string()
    .optional()
    .describe('For fault runs: where the process ends by SIGKILL, name:n.'),
};

type ServiceConfig = Readonly<z.infer<z.ZodObject<typeof serviceVariables>>>;

/** What a service's start is given. */
export interface ServiceContext {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  /** Keeps what was opened, to be closed in reverse order; answers it. */
  readonly own: Own;
  /** Something that cannot go on by itself: what is in hand is finished and the process ends with 1, so that its supervisor starts it anew. */
  readonly fail: (reason: string) => void;
}

export interface ServiceDefinition<Config extends ServiceConfig> {
  readonly name: string;
  /** One sentence for `--help`. */
  readonly description: string;
  readonly variables: z.ZodObject;
  /** Reads the environment; throws REDRESS_CONFIG_INVALID. */
  readonly readConfig: () => Config;
  /**
   * Opens the adapters and starts; answers an address of its own where it serves one. What it throws as retryable (a server is not there yet) is tried again
   * for ever, with everything it owned closed between.
   */
  readonly start: (config: Config, context: ServiceContext) => Promise<string | undefined>;
}

const USAGE = 2;
const CONFIG_INVALID = 78;
/** Longest wait for what is in hand when the process gives up. */
const LAST_SECONDS_MS = 25_000;

/**
 * The main of a service: `--help`, configuration (exit 78 where it is wrong), health and metrics from the first moment, start with patience,
 * SIGTERM drains within 25 s. Resolves once it runs, or once the exit code is set.
 */
export async function runService<Config extends ServiceConfig>(
  definition: ServiceDefinition<Config>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  if (words.length > 0) {
    const asked = words.every((word) => word === '--help' || word === '-h');
    (asked ? process.stdout : process.stderr).write(helpOf(definition));
    process.exitCode = asked ? 0 : USAGE;
    return;
  }
  try {
    await run(definition, definition.readConfig());
  } catch (thrown) {
    const sentence = isRedressError(thrown) ? thrown.message : String(thrown);
    process.stderr.write(`${definition.name}: ${sentence}\n`);
    process.exitCode =
      isRedressError(thrown) && thrown.code === 'REDRESS_CONFIG_INVALID' ? CONFIG_INVALID : 1;
  }
}

async function run<Config extends ServiceConfig>(
  definition: ServiceDefinition<Config>,
  config: Config,
): Promise<void> {
  const { name } = definition;
  configureKillPoints(config.REDRESS_KILL_AT);
  const logger = createLogger({
    name,
    level: config.REDRESS_LOG_LEVEL,
    destination: process.stderr,
  });
  const metrics = createMetrics();
  const health = createHealth();
  const stopping = new AbortController();
  const running = createOwned(logger);
  const operations = await startOperationsServer({
    host: config.REDRESS_HOST,
    port: config.REDRESS_OPS_PORT,
    health,
    metrics,
  });
  const starting = startWithPatience(definition, config, {
    clock: systemClock,
    logger,
    metrics,
    health,
    own: running.own,
    closeOwned: running.close,
    signal: stopping.signal,
    fail: (reason) => {
      logger.fatal({ reason }, 'the service cannot go on');
      setTimeout(() => process.exit(1), LAST_SECONDS_MS).unref();
      void running.close().finally(() => process.exit(1));
    },
  });
  onShutdown(
    async () => {
      stopping.abort();
      await starting.catch(() => undefined);
      await running.close();
      await operations.close();
    },
    { logger },
  );
  try {
    const address = await starting;
    if (!stopping.signal.aborted) tellReady(name, address, operations);
  } catch (thrown) {
    await running.close();
    await operations.close();
    throw thrown;
  }
}

interface PatientContext extends ServiceContext {
  readonly closeOwned: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** A server that is not there yet is waited for, and health says so meanwhile. */
async function startWithPatience<Config extends ServiceConfig>(
  { name, start }: ServiceDefinition<Config>,
  config: Config,
  context: PatientContext,
): Promise<string | undefined> {
  const { clock, logger, metrics, health, closeOwned, signal } = context;
  let waits: string | null = 'is being started';
  health.register('start', () =>
    Promise.resolve(waits === null ? { ok: true } : { ok: false, detail: waits }),
  );
  for (let attempt = 1; ; attempt += 1) {
    try {
      const address = await start(config, context);
      waits = null;
      return address;
    } catch (thrown) {
      await closeOwned();
      metrics.clear();
      if (!isRedressError(thrown) || !thrown.retryable) throw thrown;
      waits = thrown.message;
      logger.warn({ err: thrown, attempt }, `${name} cannot start yet`);
    }
    await clock.sleep(backoffDelay(attempt, { random: Math.random }), signal);
    if (signal.aborted) throw stoppedBefore(name);
  }
}

function stoppedBefore(name: string): RedressError {
  return new RedressError('REDRESS_STOPPED', `${name} was stopped before it had started.`);
}

function tellReady(name: string, address: string | undefined, operations: OperationsServer): void {
  const own = address === undefined ? '' : `: ${address}`;
  process.stdout.write(`${name} is ready${own}\noperations: ${operations.address}\n`);
}

function helpOf<Config extends ServiceConfig>({
  name,
  description,
  variables,
}: ServiceDefinition<Config>): string {
  const rows = describeConfig(variables);
  const width = Math.max(...rows.map((row) => row.name.length));
  return [
    `${name}: ${description}`,
    '',
    'It takes no words but --help; everything is set in the environment:',
    '',
    ...rows.map((row) => `  ${row.name.padEnd(width)}  ${row.description} (${row.default})`),
    '',
    'SIGTERM and SIGINT finish what is in hand, within 25 seconds. Exit code 78: the environment is wrong; 1: it failed and may be started again.',
    '',
  ].join('\n');
}

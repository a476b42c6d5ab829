import { issueToken } from '@redress/console';
import { configureKillPoints, listen, onShutdown, type RedressError } from '@redress/runtime';
import type { Config } from '../config.ts';
import { playSamples } from '../samples/play-samples.ts';
import { samplesPlayed, saveSamplesPlayed } from '../samples/samples-played.ts';
import { openRedress, type OpenRedress } from './open-redress.ts';

const RECEIVED = 'feedback.received.v1';

/** Starts and serves until SIGTERM or SIGINT; then drains for at most 25 seconds. Throws where it cannot start, with nothing left open. */
export async function startRedress(options: {
  readonly dataDirectory: string;
  readonly port: number;
  readonly host: string;
  readonly samples: boolean;
  readonly config: Config;
}): Promise<void> {
  const { config, dataDirectory } = options;
  configureKillPoints(config.REDRESS_KILL_AT);
  const redress = await openRedress({ dataDirectory, config, onLost: endProcess });
  let address: string;
  let oneTime: string;
  try {
    address = await listen(redress.app, { ...options, settings: '--port' });
    oneTime = await printedToken(redress);
    await redress.folder.describeServer({ address, token: redress.token });
  } catch (thrown) {
    await redress.close();
    throw thrown;
  }

  const stopping = new AbortController();
  let samples = Promise.resolve();
  onShutdown(
    async () => {
      stopping.abort();
      await samples;
      await redress.close();
    },
    { logger: redress.logger },
  );

  const play = await samplesDue(redress, options.samples);
  const mails =
    config.SMTP_URL === undefined
      ? `Mails:  ${redress.folder.outbox} (set SMTP_URL to send them)`
      : 'Mails:  sent through SMTP_URL';
  process.stdout.write(
    [
      `Redress is ready: ${address}/#token=${oneTime}`,
      `Data:   ${redress.folder.directory}`,
      mails,
      ...(redress.reading.file === null
        ? []
        : [`Model:  ${redress.reading.model.name}, learnt from your own cases`]),
      ...(play
        ? ['The sample stories are being played; `redress samples remove` takes them away.']
        : []),
      'Stop:   Ctrl+C',
      '',
    ].join('\n'),
  );
  if (!play) return;
  samples = playSamples(redress, stopping.signal).catch((err: unknown) => {
    redress.logger.error({ err }, 'the samples could not be played');
  });
}

/** Half of it would go on and do nothing right: whoever started it starts it again, and what was accepted is handled then. */
function endProcess({ message }: RedressError): void {
  process.stderr.write(`redress: ${message}\n`);
  process.exit(1);
}

/** Into a new folder, once; also where the first start came to nothing, and on from where a play was cut short. */
async function samplesDue(
  { database, consoleDependencies: { log, clock } }: OpenRedress,
  wanted: boolean,
): Promise<boolean> {
  const played = await samplesPlayed(database);
  if (played !== null) return wanted && !played.done;
  // Whoever did not want them at the first start is not surprised by them later.
  if (!wanted) await saveSamplesPlayed(database, { now: clock.now(), done: true });
  const ends = Array.from({ length: log.partitions(RECEIVED) }, (_, partition) =>
    log.end(RECEIVED, partition),
  );
  return wanted && (await Promise.all(ends)).every((end) => end === 0);
}

async function printedToken({
  database,
  consoleDependencies: { clock },
}: OpenRedress): Promise<string> {
  const { token } = await database.transaction((tx) =>
    issueToken(tx, { kind: 'start', ownerId: null, now: clock.now() }),
  );
  return token;
}

import { dockerAnswers } from '../infra/local/docker-engine.mjs';
import { defaultCache } from '../infra/local/fetch-jars.mjs';
import { localEngine } from '../infra/local/local-engine.mjs';
import { wantedServers } from '../infra/local/servers.mjs';

/** Says in one line at the end of `npm test` what it did not run, how to run it, and what this machine lacks for it. */
export default class LeftOutReporter {
  async onRunComplete() {
    const lacks = (await dockerAnswers())
      ? []
      : localEngine
          .missing(wantedServers({ kafka: ['3.9.1', '4.1.1'] }), { cache: defaultCache() })
          .map((sentence) => sentence.split(' ')[0]);
    const here =
      lacks.length === 0 ? '' : `; on this machine that needs ${list(lacks)}, or Docker, first`;
    process.stderr.write(
      `\nLeft out: the tests against real Kafka, SQS, Redis and PostgreSQL (npm run test:integration${here}).\n`,
    );
  }
}

function list(names) {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

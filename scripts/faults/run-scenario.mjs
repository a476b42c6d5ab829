import { setTimeout as sleep } from 'node:timers/promises';
import { compareLedgers, countUnforgivable } from '../../packages/testkit/dist/index.js';
import { readLog } from './read-log.mjs';
import { readStore, whatMoves } from './read-store.mjs';
import { openWorld } from './world.mjs';

/** How long what was sent may take to come to rest after the last fault; a message in a dead courier's hand is hidden for two minutes. */
const DRAIN_LIMIT_MS = 240_000;
/** Quiet for so long is quiet: what comes again late would have come. */
const REST_MS = 2000;
/** How long the console may be behind. */
const STATS_LIMIT_MS = 20_000;

/**
 * Runs one scenario in a world of its own and answers with its row of the table: what was sent and done to it, what was lost or doubled, and how
 * long the way was shut. Never throws: what goes wrong is a finding.
 */
export async function runScenario(scenario, { infra, run, folder, long, seed, say, own }) {
  const started = Date.now();
  const row = {
    name: scenario.name,
    demanded: scenario.demanded,
    events: 0,
    faults: 0,
    windows: 0,
  };
  const findings = [];
  let world = null;
  let load = null;
  try {
    const setting = scenario.setting?.({ long }) ?? {};
    world = await openWorld({ infra, run, folder, seed, long, say, setting });
    own(world.close);
    say(`world stands after ${seconds(started)} s`);
    load = world.startLoad(scenario.perSecond ?? 200);
    const loading = Date.now();
    const done = await scenario.run(world, { long, say });
    const { events } = load;
    const perSecond = Math.round(events / ((Date.now() - loading) / 1000));
    await load.end();
    await world.probes.settled();
    Object.assign(row, { events, perSecond, faults: done.faults, windows: done.windows ?? 0 });
    say(
      `${events} events, ${perSecond} a second, ${done.faults} faults after ${seconds(started)} s; waiting for rest`,
    );
    await drain(world, expectedOf(done), say);
    findings.push(...(done.findings ?? []), ...(await judge(world, done, row)));
  } catch (error) {
    findings.push({ id: 'run', what: error.stack ?? String(error) });
  } finally {
    await world?.close();
    // Its timer goes on otherwise where a scenario threw; what it could not hand over any more is of no interest.
    await load?.end().catch(() => undefined);
  }
  return {
    ...row,
    recovery: recoveryOf(world?.probes?.measured() ?? []),
    seconds: seconds(started),
    findings,
    verdict: findings.length === 0 ? 'passed' : 'failed',
  };
}

/**
 * Waits until the store has all that was promised and nothing moves; what never comes to rest is for the ledgers to tell. The console is asked last:
 * it looks at what is on its way record by record.
 */
async function drain({ database, sender, ask }, expected, say) {
  const until = Date.now() + DRAIN_LIMIT_MS;
  const promised = sender.sent().length + (expected.deadLetters ?? 0);
  let seen = null;
  for (let restSince = null; Date.now() < until; await sleep(500)) {
    const moving = await whatMoves(database).catch((error) => ({ error: error.message }));
    seen = { moving };
    if (!rests(moving, promised)) restSince = null;
    else if (Date.now() - (restSince ??= Date.now()) >= REST_MS) {
      const stats = await ask('GET', '/v1/stats').catch((error) => ({ body: error.message }));
      seen = { moving, stats: stats.body };
      if (stats.status === 200 && stats.body.inFlight === 0) return;
    }
  }
  say(`no rest within ${DRAIN_LIMIT_MS / 1000} s: ${JSON.stringify({ promised, ...seen })}`);
}

function rests({ feedback, deadLetters, ...moving }, promised) {
  return feedback + deadLetters >= promised && Object.values(moving).every((count) => count === 0);
}

async function judge(world, done, row) {
  const { windows = 0, atLeastTwice = 0, check = () => [] } = done;
  const expected = expectedOf(done);
  const { database, sender, sink, fleet, ask, environment } = world;
  const ledgers = {
    sent: sender.sent(),
    store: await readStore(database),
    log: await readLog(environment),
    mails: sink.mails,
  };
  const { sent } = ledgers;
  const verdict = compareLedgers(ledgers, expected);
  Object.assign(row, {
    feedback: sent.length,
    mails: sink.mails.length,
    // What never reached its topic, or its owner, is as lost as what never reached the store.
    lost: verdict.lost.length + verdict.unpublished.length + verdict.unfinished.length,
    duplicateTasks: verdict.duplicateTasks.length,
    sameMail: verdict.sameMail.length,
    otherMail: verdict.otherMail.length,
    unforgivable: countUnforgivable(verdict),
  });
  const { sameMail, ...rest } = verdict;
  const findings = Object.values(rest).flat();
  if (sameMail.length > windows)
    findings.push({
      id: 'mails',
      what: `${sameMail.length} mails came twice, and at most ${windows} sendings were cut off`,
    });
  if (sameMail.length < atLeastTwice)
    findings.push({
      id: 'mails',
      what: `${atLeastTwice} sendings were cut off on purpose, and only ${sameMail.length} mails came twice: the run shows less than it should`,
    });
  findings.push(...check(ledgers), ...fleet.unexpectedDeaths());
  findings.push(...(await statsFindings(ask, sent.length + (expected.deadLetters ?? 0), row)));
  return findings;
}

/** What a run was made to lose on purpose; some of it is known only when all is quiet. */
function expectedOf({ expected = {} }) {
  return typeof expected === 'function' ? expected() : expected;
}

/** The console's own sum must be that of the sender's ledger, and nothing on its way. */
async function statsFindings(ask, promised, row) {
  let answer = await ask('GET', '/v1/stats');
  // the console reads on by itself: on a busy machine it is behind for a moment
  for (const until = Date.now() + STATS_LIMIT_MS; Date.now() < until;) {
    if (answer.status === 200 && answer.body.inFlight === 0) break;
    await sleep(REST_MS);
    answer = await ask('GET', '/v1/stats');
  }
  const { status, body } = answer;
  if (status !== 200) return [{ id: 'stats', what: `/v1/stats answers ${status}` }];
  row.stats = body;
  const { received, task, joined, outerLoopOnly, ignored, dead, inFlight } = body;
  const sum = task + joined + outerLoopOnly + ignored + dead + inFlight;
  return [
    ...(received === sum ? [] : [{ id: 'stats', what: `received ${received} is not ${sum}` }]),
    ...(received === promised
      ? []
      : [{ id: 'stats', what: `received ${received}, and ${promised} were promised` }]),
    ...(inFlight === 0 ? [] : [{ id: 'stats', what: `${inFlight} are in flight still` }]),
  ];
}

function recoveryOf(measured) {
  if (measured.length === 0) return null;
  const sorted = [...measured].sort((a, b) => a - b);
  return {
    p50: sorted[Math.floor((sorted.length - 1) / 2)],
    max: sorted.at(-1),
    of: sorted.length,
  };
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openInfra, startInfra } from './start-infra.mjs';

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/infra');
let folder: string;
let runDir: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'redress-infra-test-'));
  await chmod(folder, 0o711);
  runDir = path.join(folder, 'run');
});
afterEach(async () => {
  await openInfra({ runDir }).stop();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
}

function infra(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment } };
    execFile(process.execPath, [SCRIPT, ...words], options, (error, out, talk) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, talk });
    });
  });
}

const inRun = (...words: string[]) => infra([...words, '--run-dir', runDir]);
const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
const runs = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => {
      end(true);
    });
    socket.once('error', () => {
      end(false);
    });
  });
}

describe('scripts/infra', () => {
  it('tells its commands with --help, and without a word', async () => {
    const help = await infra(['--help']);
    expect(help).toMatchObject({ code: 0, talk: '' });
    for (const word of ['up', 'down', 'status', 'stop NAME', '--keep-data', '--kafka LIST'])
      expect(help.out).toContain(word);
    expect(await infra([])).toMatchObject({ code: 2, out: '', talk: help.out });
  });

  it.each([
    [['upp'], 'There is no command "upp": it is one of up, down, status, stop, start.'],
    [['up', '--port', '1'], "Unknown option '--port'"],
    [['up', '--keep-data'], '--keep-data says nothing to up.'],
    [['up', '--only', 'oracle'], 'There is no server "oracle"'],
    [['up', '--kafka', 'four'], '"four" is no version of Kafka'],
    [['up', '--engine', 'podman'], 'There is no engine "podman"'],
    [['down', 'redis'], '"redis" is one word too many for down.'],
    [['stop'], 'Which one? scripts/infra stop NAME'],
    [['stop', 'redis', '--mode', 'softly'], 'There is no mode "softly"'],
    [['stop', 'redis'], 'No server "redis" was started here (there is: none).'],
  ])('refuses %j', async (words, sentence) => {
    const refused = await inRun(...words);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.talk).toContain(sentence);
    expect(await exists(runDir)).toBe(false);
  });

  it('finds nothing in an empty folder, and leaves nothing there', async () => {
    expect(await inRun('status')).toMatchObject({ code: 0, out: 'Nothing was started here.\n' });
    expect(await inRun('down')).toMatchObject({ code: 0, talk: 'Nothing was started here.\n' });
    expect(await exists(runDir)).toBe(false);
  });

  it('starts what is missing, once, and down leaves nothing behind', async () => {
    const first = await inRun('up', '--only', 'redis', '--engine', 'local');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(
      /^export REDIS_URL='redis:\/\/127\.0\.0\.1:\d+'\nexport REDRESS_SECRET='\S{48}'\n$/,
    );
    const [before] = openInfra({ runDir }).servers();

    const second = await inRun('up', '--only', 'redis,mail', '--json');
    const told = JSON.parse(second.out) as { servers: unknown[]; environment: object };
    expect(told.servers).toMatchObject([
      { name: 'redis', pid: before!.pid, condition: 'answers' },
      { name: 'mail', condition: 'answers' },
    ]);
    expect(Object.keys(told.environment)).toEqual(['REDIS_URL', 'SMTP_URL', 'REDRESS_SECRET']);
    expect((await inRun('status')).code).toBe(0);

    const ports = openInfra({ runDir })
      .servers()
      .map(({ port }) => port);
    expect(await inRun('down')).toMatchObject({ code: 0, out: '' });
    expect(await Promise.all(ports.map(listens))).toEqual([false, false]);
    expect(await exists(runDir)).toBe(false);
  });

  it('keeps port and folder of a server that was killed, and says what is down', async () => {
    await inRun('up', '--only', 'redis', '--engine', 'local');
    const [before] = openInfra({ runDir }).servers();
    expect(await inRun('stop', 'redis', '--mode', 'kill')).toMatchObject({ code: 0 });
    const down = await inRun('status');
    expect(down.code).toBe(1);
    expect(down.out).toMatch(/redis .* stopped/);

    expect(await inRun('start', 'redis')).toMatchObject({ code: 0 });
    const [after] = openInfra({ runDir }).servers();
    expect(after!.port).toBe(before!.port);
    expect(after!.pid).not.toBe(before!.pid);

    process.kill(after!.pid!, 'SIGKILL');
    expect((await inRun('status')).out).toMatch(/redis .* ended by itself/);
  });

  it('leaves alone a process that has only the number of one it started', async () => {
    await startInfra({ runDir, only: ['redis'], engine: 'local' });
    const server = openInfra({ runDir }).redis;
    const stranger = spawn('sleep', ['60']);
    const file = path.join(runDir, 'infra.json');
    const state = await readFile(file, 'utf8');
    await writeFile(
      file,
      state.replace(`"pid": ${String(server.pid)}`, `"pid": ${String(stranger.pid)}`),
    );
    try {
      await openInfra({ runDir }).stop();
      expect(stranger.exitCode).toBeNull();
      expect(runs(stranger.pid!)).toBe(true);
    } finally {
      process.kill(server.pid!, 'SIGKILL');
      stranger.kill('SIGKILL');
    }
  });

  it('ends also what is still being started', async () => {
    const starting = startInfra({ runDir, only: ['redis', 'mail'], engine: 'local' });
    const ended = await openInfra({ runDir }).stop();
    await starting;
    expect(ended).toHaveLength(2);
    expect(await exists(runDir)).toBe(false);
  });

  it('lets one process at a time work in a folder', async () => {
    await startInfra({ runDir, only: ['redis'], engine: 'local' });
    const { redis } = openInfra({ runDir });
    await redis.stop();
    const other = createServer().listen(redis.port, '127.0.0.1');
    await once(other, 'listening');
    // It waits for the port, and holds the folder meanwhile.
    const waiting = redis.start().catch((error: unknown) => error);
    const refused = await inRun('down');
    other.close();
    await waiting;
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.talk).toContain(`Process ${String(process.pid)} is at work in ${runDir}`);
  });

  it('says whose port it is not where another server took it', async () => {
    await startInfra({ runDir, only: ['redis'], engine: 'local' });
    const { redis } = openInfra({ runDir });
    await redis.stop();
    const other = createServer().listen(redis.port, '127.0.0.1');
    await once(other, 'listening');
    const started = await inRun('start', 'redis');
    other.close();
    expect(started.code).toBe(1);
    expect(started.talk).toContain(
      `Port ${String(redis.port)} of redis is taken by another process`,
    );
  });

  it('says in a sentence each what this machine lacks', async () => {
    const environment = { PATH: folder };
    const refused = await infra(
      ['up', '--only', 'kafka,redis', '--run-dir', runDir, '--cache', path.join(folder, 'cache')],
      environment,
    );
    expect(refused.code).toBe(1);
    expect(refused.talk.split('\n').slice(0, 4)).toEqual([
      'This machine lacks:',
      expect.stringMatching(/^ {2}Java is missing: install Java 17 or newer/),
      expect.stringMatching(/^ {2}Maven is missing: it fetches the jars/),
      expect.stringMatching(/^ {2}Redis is missing: install redis-server/),
    ]);
    expect(await exists(runDir)).toBe(false);
  });

  it('keeps what is in PostgreSQL over a crash', async () => {
    const { postgres } = await startInfra({ runDir, only: ['postgres'], engine: 'local' });
    for (const mode of ['kill', 'immediate'] as const) {
      await postgres.stop(mode);
      expect(await openInfra({ runDir }).conditions()).toEqual({ postgres: 'stopped' });
      await postgres.start();
      expect(await openInfra({ runDir }).conditions()).toEqual({ postgres: 'answers' });
    }
  });

  it('keeps mails as files and sends none', async () => {
    const { mail } = await startInfra({ runDir, only: ['mail'], engine: 'local' });
    const socket = connect(mail.port, mail.host);
    const said: string[] = [];
    socket.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    socket.write('EHLO a\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n');
    socket.write('Subject: tea\r\n\r\n..two dots\r\n.\r\nQUIT\r\n');
    await once(socket, 'close');
    expect(said.join('')).toMatch(/354 go on\r\n250 kept as .*\.eml\r\n221 good bye\r\n$/s);
    const mails = path.join(runDir, 'mail/mails');
    const [file] = await readdir(mails);
    expect(await readFile(path.join(mails, file!), 'utf8')).toBe('Subject: tea\r\n\r\n.two dots');
  });
});

describe('scripts/infra where a Docker engine answers', () => {
  const asked = async () =>
    (await readFile(path.join(folder, 'asked'), 'utf8')).trimEnd().split('\n');

  it('drives docker-compose.yml, in a project of the run folder', async () => {
    const docker = path.join(folder, 'docker');
    await writeFile(
      docker,
      `#!/bin/sh
echo "$REDRESS_REDIS_PORT $REDRESS_SMTP_PORT $REDRESS_MAILPIT_PORT $*" >> '${folder}/asked'
case "$*" in
  version*) echo 28.2.2 ;;
  *" ps -q "*) echo 0123456789ab ;;
  inspect*) echo running healthy ;;
esac
`,
    );
    await chmod(docker, 0o755);
    const environment = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const up = await infra(['up', '--only', 'redis,mail', '--run-dir', runDir], environment);
    expect(up.code).toBe(0);
    const ports = openInfra({ runDir })
      .servers()
      .flatMap((server) => server.ports)
      .join(' ');
    expect(ports).toMatch(/^\d+ \d+ \d+$/);
    const port = /REDIS_URL='redis:\/\/127\.0\.0\.1:(\d+)'/.exec(up.out)?.[1];
    expect(ports.startsWith(`${port!} `)).toBe(true);
    expect(
      await infra(['stop', 'redis', '--mode', 'kill', '--run-dir', runDir], environment),
    ).toMatchObject({ code: 0 });
    expect(await infra(['down', '--run-dir', runDir], environment)).toMatchObject({ code: 0 });

    const compose = (await asked())
      .filter((words) => words.includes('docker-compose.yml') && !words.includes(' ps '))
      .map((words) =>
        words.replace(/compose -f \S+\/docker-compose\.yml -p redress-[0-9a-f]{8}/, 'compose'),
      );
    // What is asked for both at once comes in any order.
    expect([
      ...compose.slice(0, 2).sort(),
      compose[2],
      ...compose.slice(3, 5).sort(),
      compose[5],
    ]).toEqual([
      `${ports} compose --profile kafka-3 up -d --no-deps mailpit`,
      `${ports} compose --profile kafka-3 up -d --no-deps redis`,
      `${ports} compose --profile kafka-3 kill -s SIGKILL redis`,
      `${ports} compose --profile kafka-3 stop mailpit`,
      `${ports} compose --profile kafka-3 stop redis`,
      `${ports} compose --profile kafka-3 down --volumes`,
    ]);
    expect(await exists(runDir)).toBe(false);
  });
});

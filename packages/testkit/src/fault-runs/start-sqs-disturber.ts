import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A proxy in front of a queue engine that does on purpose what SQS may do at any time: messages come again, and in another order. */
export interface SqsDisturber {
  /** Takes the engine's place: `http://host:port`. */
  readonly address: string;
  /** Messages put on a second or third time so far. */
  readonly repeated: number;
  stop(): Promise<void>;
}

export interface SqsDisturberOptions {
  /** The engine, `http://host:port`. */
  readonly engine: string;
  readonly random: () => number;
  /** A message comes again so often at most (2). */
  readonly mostRepeats?: number;
  /** Longest until it does, in milliseconds (8 s). */
  readonly latestMs?: number;
}

interface Entry {
  readonly MessageBody: string;
}

/** Starts it on a free port. Speaks the JSON protocol of SQS, and knows batches alone, as we send. */
export async function startSqsDisturber(options: SqsDisturberOptions): Promise<SqsDisturber> {
  const { engine, random, mostRepeats = 2, latestMs = 8000 } = options;
  const timers = new Set<NodeJS.Timeout>();
  let repeated = 0;

  const repeat = (queueUrl: unknown, { MessageBody }: Entry): void => {
    const times = Math.floor(random() * (mostRepeats + 1));
    for (let time = 0; time < times; time += 1) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        // An engine that is away at this moment takes this one away from us, not from the run.
        void send(engine, queueUrl, MessageBody).then(
          () => (repeated += 1),
          () => undefined,
        );
      }, random() * latestMs);
      timers.add(timer);
    }
  };

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const action = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
    const answer = await fetch(`${engine}${request.url ?? '/'}`, {
      method: request.method ?? 'POST',
      headers: {
        'content-type': String(request.headers['content-type']),
        'x-amz-target': `AmazonSQS.${action}`,
      },
      body: new Uint8Array(body),
    });
    const told = Buffer.from(await answer.arrayBuffer());
    if (answer.ok && action === 'SendMessageBatch') {
      const input = JSON.parse(body.toString()) as { QueueUrl: unknown; Entries: Entry[] };
      for (const entry of input.Entries) repeat(input.QueueUrl, entry);
    }
    const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.0';
    response
      .writeHead(answer.status, { 'content-type': type })
      .end(action === 'ReceiveMessage' && answer.ok ? shuffled(told) : told);
  };

  const shuffled = (told: Buffer): string => {
    const answer = JSON.parse(told.toString()) as { Messages?: unknown[] };
    const messages = (answer.Messages ?? []).map((message) => ({ message, place: random() }));
    messages.sort((a, b) => a.place - b.place);
    return JSON.stringify({
      ...answer,
      ...(messages.length === 0 ? {} : { Messages: messages.map(({ message }) => message) }),
    });
  };

  const server = createServer((request, response) => {
    pass(request, response).catch(() => {
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    get repeated() {
      return repeated;
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

async function send(engine: string, queueUrl: unknown, body: string): Promise<void> {
  const answer = await fetch(engine, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AmazonSQS.SendMessageBatch',
    },
    body: JSON.stringify({ QueueUrl: queueUrl, Entries: [{ Id: 'again', MessageBody: body }] }),
  });
  if (!answer.ok) throw new Error(`sending again was answered with ${String(answer.status)}`);
}

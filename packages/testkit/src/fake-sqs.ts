import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createFakeQueue } from './fake-queue.ts';
import type { FakeQueue } from './fake-queue.ts';

/** One call, as it came. */
export interface FakeSqsCall {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** How many of this action came before it. */
  readonly before: number;
}

/**
 * What the engine does with a call instead of answering as usual: an error; nothing at all; an answer that begins and never ends; or, of a batch,
 * some entries failed (by their place in this call) and the others done.
 */
export type FakeSqsFault =
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message?: string;
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'half' }
  | {
      readonly kind: 'entries';
      readonly failed: readonly number[];
      readonly code?: string;
      readonly senderFault?: boolean;
    };

export interface FakeSqs {
  /** For `queueUrl` of the adapter. */
  readonly url: string;
  readonly connection: {
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  readonly calls: readonly FakeSqsCall[];
  readonly queue: FakeQueue;
  /** What its redrive policy names; a test puts messages there itself. */
  readonly dead: FakeQueue;
  /** Decides about each call from now on; null answers as usual. */
  script(fault: (call: FakeSqsCall) => FakeSqsFault | null): void;
  stop(): Promise<void>;
}

const ARN = 'arn:aws:sqs:fake:000000000000:fake';
const DEAD = '-dead';

/** Starts a queue engine on this machine that fails when told: what a well-behaved one never shows. It speaks the JSON protocol of SQS, and moves nothing by itself. */
export async function startFakeSqs(
  options: Parameters<typeof createFakeQueue>[0] = {},
): Promise<FakeSqs> {
  const queue = createFakeQueue({ ...options, deadLetterArn: `${ARN}${DEAD}` });
  const dead = createFakeQueue();
  const calls: FakeSqsCall[] = [];
  let scripted: (call: FakeSqsCall) => FakeSqsFault | null = () => null;

  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const action = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
      const call = {
        action,
        input: JSON.parse(body) as Readonly<Record<string, unknown>>,
        before: calls.filter((one) => one.action === action).length,
      };
      calls.push(call);
      answer(response, call, scripted(call));
    });
  });

  const answer = (
    response: ServerResponse,
    call: FakeSqsCall,
    fault: FakeSqsFault | null,
  ): void => {
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'error') {
      const { status, code, message = 'scripted' } = fault;
      send(response, status, { __type: `com.amazonaws.sqs#${code}`, message });
      return;
    }
    if (call.action === 'StartMessageMoveTask' || call.action === 'ListMessageMoveTasks') {
      send(response, 400, { __type: 'com.amazonaws.sqs#UnsupportedOperation', message: 'fake' });
      return;
    }
    const asked = String(call.input['QueueUrl']).endsWith(DEAD) ? dead : queue;
    const answered = asked.answer(
      call.action,
      call.input,
      fault?.kind === 'entries' ? fault : null,
    );
    if (fault?.kind === 'half') {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).write('{"Mess');
      return;
    }
    send(response, 200, answered);
  };

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/000000000000/fake`,
    connection: { region: 'eu-central-1', accessKeyId: 'test', secretAccessKey: 'test' },
    calls,
    queue,
    dead,
    script(fault) {
      scripted = fault;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify(body));
}

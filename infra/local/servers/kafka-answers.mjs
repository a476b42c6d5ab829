import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Kinds of request, and the versions that brokers from 3.9 to 4.x understand. */
const METADATA = { kind: 3, version: 4 };
const FIND_COORDINATOR = { kind: 10, version: 1 };
const PATIENCE_MS = 2000;
const COORDINATOR_LIMIT_MS = 60_000;
/** Length of an answer, correlation id and throttle time come before what was asked for. */
const ANSWER_BEGINS_AT = 12;

/** Whether a broker answers a metadata request with itself and a controller: from then on topics can be made. */
export async function kafkaAnswers(host, port) {
  // No topics, and make none.
  const answer = await ask(host, port, METADATA, Buffer.alloc(5));
  return answer !== null && hasBrokerAndController(answer);
}

/**
 * Waits until groups have a coordinator. A new broker makes the topic of their offsets when the first one asks, and has all of them
 * wait meanwhile; so this one asks first.
 */
export async function groupsCanJoin(host, port) {
  const until = Date.now() + COORDINATOR_LIMIT_MS;
  const group = Buffer.from('redress-infra');
  const body = Buffer.concat([Buffer.from([0, group.length]), group, Buffer.from([0])]);
  while (Date.now() < until) {
    const answer = await ask(host, port, FIND_COORDINATOR, body);
    if (answer?.readInt16BE(ANSWER_BEGINS_AT) === 0) return;
    await sleep(100);
  }
  throw new Error(
    `Kafka on port ${port} gave groups no coordinator within ${COORDINATOR_LIMIT_MS / 1000} s.`,
  );
}

function hasBrokerAndController(answer) {
  let at = ANSWER_BEGINS_AT;
  const int32 = () => answer.readInt32BE((at += 4) - 4);
  const skipString = () => {
    const length = answer.readInt16BE(at);
    at += 2 + Math.max(length, 0);
  };
  const brokers = int32();
  for (let broker = 0; broker < brokers; broker += 1) {
    at += 4;
    skipString();
    at += 4;
    skipString();
  }
  skipString();
  return brokers > 0 && int32() >= 0;
}

/** The whole answer, its length in front; null where nobody answers in time. */
function ask(host, port, { kind, version }, body) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    let received = Buffer.alloc(0);
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(PATIENCE_MS, () => end(null));
    socket.once('error', () => end(null));
    socket.once('close', () => end(null));
    socket.once('connect', () => socket.write(requestOf(kind, version, body)));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 4 && received.length >= 4 + received.readInt32BE(0)) end(received);
    });
  });
}

/** Length, kind, version, correlation id, no name of a client, and what is asked. */
function requestOf(kind, version, body) {
  const head = Buffer.alloc(14);
  head.writeInt32BE(10 + body.length, 0);
  head.writeInt16BE(kind, 4);
  head.writeInt16BE(version, 6);
  head.writeInt32BE(1, 8);
  head.writeInt16BE(-1, 12);
  return Buffer.concat([head, body]);
}

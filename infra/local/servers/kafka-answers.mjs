import net from 'node:net';

const METADATA = 3;
const VERSION = 4;
const PATIENCE_MS = 2000;

/** Whether a broker answers a metadata request with itself and a controller: from then on topics can be made. */
export async function kafkaAnswers(host, port) {
  const answer = await ask(host, port, request());
  return answer !== null && hasBrokerAndController(answer);
}

/** Metadata without a topic: length, kind, version, correlation id, client id; no topics, make none. */
function request() {
  const client = Buffer.from('redress-infra');
  const body = Buffer.alloc(10 + client.length + 5);
  body.writeInt16BE(METADATA, 0);
  body.writeInt16BE(VERSION, 2);
  body.writeInt32BE(1, 4);
  body.writeInt16BE(client.length, 8);
  client.copy(body, 10);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}

function hasBrokerAndController(answer) {
  let at = 4 + 4 + 4;
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
function ask(host, port, bytes) {
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
    socket.once('connect', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 4 && received.length >= 4 + received.readInt32BE(0)) end(received);
    });
  });
}

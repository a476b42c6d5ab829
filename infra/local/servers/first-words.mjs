import net from 'node:net';

const PATIENCE_MS = 2000;

/** The first a server says over TCP, after `question` where it waits to be asked; null where none answers in time. */
export function firstWords({ host, port }, question) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const end = (words) => {
      socket.destroy();
      resolve(words);
    };
    socket.setTimeout(PATIENCE_MS, () => end(null));
    socket.once('error', () => end(null));
    socket.once('close', () => end(null));
    socket.once('data', (words) => end(words.toString()));
    if (question !== undefined) socket.once('connect', () => socket.write(question));
  });
}

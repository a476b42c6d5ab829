/**
 * A mail server that takes everything and sends nothing: each mail becomes a file that any mail program opens.
 *
 *   node mail-catcher.mjs HOST PORT FOLDER
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const [host, port, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
let count = 0;

net
  .createServer(talk)
  .listen(Number(port), host, () => console.log(`listening on ${host}:${port}`));

function talk(socket) {
  let waiting = '';
  let mail = null;
  const say = (line) => socket.write(`${line}\r\n`);
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  say('220 redress-infra ESMTP');
  socket.on('data', (chunk) => {
    const lines = (waiting + chunk).split('\r\n');
    waiting = lines.pop();
    for (const line of lines) {
      if (mail === null) mail = answer(line, say, socket);
      else if (line === '.') {
        say(`250 kept as ${keep(mail)}`);
        mail = null;
      } else mail.push(line.startsWith('..') ? line.slice(1) : line);
    }
  });
}

/** Answers one command; a list for the lines to come where they are the mail itself. */
function answer(line, say, socket) {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'DATA') {
    say('354 go on');
    return [];
  }
  if (verb === 'QUIT') {
    say('221 good bye');
    socket.end();
  } else if (verb === 'EHLO') say('250-redress-infra\r\n250-8BITMIME\r\n250 SMTPUTF8');
  else if (['HELO', 'MAIL', 'RCPT', 'RSET', 'NOOP'].includes(verb)) say('250 ok');
  else say('502 not here');
  return null;
}

/** Written aside and renamed: a file that is there is whole. */
function keep(lines) {
  count += 1;
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${count}.eml`;
  const file = path.join(folder, name);
  writeFileSync(`${file}.new`, lines.join('\r\n'), 'latin1');
  renameSync(`${file}.new`, file);
  return name;
}

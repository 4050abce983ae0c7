// A process of its own that sends prepared requests over kept connections, each of which waits for its answer, and says how many were answered.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [port = '', file = '', connections = '1', seconds = '1'] = process.argv.slice(2);
const requests = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [string, string, string]);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const until = performance.now() + Number(seconds) * 1_000;
let next = 0;
let answered = 0;
let refused = 0;

function send(): Promise<void> {
  const [path, token, body] = requests[next % requests.length] ?? ['/', '', ''];
  next += 1;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        answered += 1;
        if (response.statusCode !== 200) refused += 1;
        resolve();
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function caller(): Promise<void> {
  while (performance.now() < until) await send();
}

Promise.all(Array.from({ length: Number(connections) }, caller)).then(
  () => {
    process.stdout.write(JSON.stringify({ perSecond: answered / Number(seconds), refused }));
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);

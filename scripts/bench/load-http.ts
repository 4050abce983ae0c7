// Sends prepared requests to a server from a process of its own: wrk where it is on PATH, otherwise a plain client of Node.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './find-program';
import { runProgram } from './run-bundled';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly path: string;
  readonly token: string;
  readonly body: string;
}

/** How a load went. */
export interface Loaded {
  readonly perSecond: number;
  /** Answers that were not 200. */
  readonly refused: number;
}

const run = promisify(execFile);

/** What sends the load. */
export const loadProgram = (): 'wrk' | 'node' => (findProgram('wrk') === null ? 'node' : 'wrk');

const SCRIPT = (requests: string): string => `local requests = {}
for line in io.lines(${JSON.stringify(requests)}) do
  local path, token, body = line:match('^(%S+)\\t(%S+)\\t(.*)$')
  requests[#requests + 1] = { path, token, body }
end
local next = 0
function request()
  next = next % #requests + 1
  local one = requests[next]
  return wrk.format('POST', one[1], { ['content-type'] = 'application/json', authorization = 'Bearer ' .. one[2] }, one[3])
end
`;

/** Sends the requests in their order, over so many connections, for so many seconds; from the first again when there are no more. */
export async function loadHttp(
  folder: string,
  port: number,
  requests: readonly WireRequest[],
  connections: number,
  seconds: number,
): Promise<Loaded> {
  const file = join(folder, 'requests');
  await writeFile(file, requests.map(({ path, token, body }) => `${path}\t${token}\t${body}\n`).join(''));
  const wrk = findProgram('wrk');
  if (wrk === null) {
    const args = [String(port), file, String(connections), String(seconds)];
    return JSON.parse(await runProgram('scripts/bench/load-process.ts', args)) as Loaded;
  }
  const script = join(folder, 'requests.lua');
  await writeFile(script, SCRIPT(file));
  const { stdout } = await run(wrk, ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, `http://127.0.0.1:${port}`]);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    refused: Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0),
  };
}

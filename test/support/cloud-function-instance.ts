// One instance of a built cloud function as the platform starts it: a folder of its own, a process with nothing but the platform's variables.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One call of a function: the event, and what the platform changes in the environment before it. */
export interface Invocation {
  readonly event: unknown;
  readonly environment?: Readonly<Record<string, string | null>>;
  /** What the machine's clock says during the call, in ms; it goes by itself when nothing is given. */
  readonly at?: number;
}

/** A warm instance of a function: one process, which keeps what it has made between its calls. */
export interface WarmInstance {
  /**
   * Calls it, after every call that came before: an instance has one call at a time.
   * @throws Error with its log when it has ended, or ends in the middle of the call
   */
  call(invocation: Invocation): Promise<unknown>;
  /** What stands in its log so far. */
  log(): string;
  /** Lets it end by itself, as soon as nothing is left for it to do; its exit code. */
  end(): Promise<number | null>;
}

/** The lines of a function's log that are more than the one that it writes for each action. */
export function unusualIn(log: string): string[] {
  return log.split('\n').filter((line) => line !== '' && !line.includes('"level":"notice","event":"action"'));
}

/** What stands in for the platform's own bootstrap: it loads the bundle, and calls it once for each message that it is given. */
const BOOTSTRAP = `
const Clock = Date;
let stands = null;
globalThis.Date = class extends Clock {
  constructor(...given) {
    if (given.length === 0 && stands !== null) super(stands);
    else super(...given);
  }
  static now() {
    return stands ?? Clock.now();
  }
};
const { main } = require('./index.js');
process.on('message', async (invocation) => {
  if (invocation === 'end') return process.disconnect();
  const { event, environment = {}, at = null } = invocation;
  stands = at;
  for (const [name, value] of Object.entries(environment)) {
    if (value === null) delete process.env[name];
    else process.env[name] = value;
  }
  process.send({ reply: await main(event, { request_id: 'r', function_name: 'f' }) });
});
`;

/** Speaks to a process that runs the bootstrap in a folder, and removes the folder with it. */
function instanceOf(child: ChildProcess, folder: string): WarmInstance {
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      log += text;
    });
  }
  const closed = once(child, 'close');
  let last: Promise<unknown> = Promise.resolve();

  async function ask(invocation: Invocation): Promise<unknown> {
    const listening = new AbortController();
    try {
      const answered = once(child, 'message', { signal: listening.signal });
      // What cannot be sent any more is told by the end of the process.
      if (child.connected) child.send(invocation, () => undefined);
      const [answer] = (await Promise.race([answered, closed])) as [{ readonly reply?: unknown } | number | null];
      if (typeof answer === 'object' && answer !== null) return answer.reply;
      throw new Error(`the instance has ended: ${log}`);
    } finally {
      listening.abort();
    }
  }

  return {
    call(invocation) {
      const mine = last.then(() => ask(invocation));
      last = mine.catch(() => undefined);
      return mine;
    },
    log: () => log,
    async end() {
      const ended = last.then(() => {
        // The instance hangs up itself: a process whose parent hangs up never tells that it has closed.
        if (child.connected) child.send('end', () => undefined);
        return closed as Promise<[number | null]>;
      });
      // Whatever is called from now on comes after the end.
      last = ended;
      const [exitCode] = await ended;
      await rm(folder, { recursive: true, force: true });
      return exitCode;
    },
  };
}

/**
 * Starts an instance outside of the repository, where no `node_modules` is near, as CloudBase starts it: `index.main`.
 * @param built the folder of the built function, such as dist/cloudfunctions/api
 * @param environment exactly the variables that the instance is born with
 */
export async function startInstance(built: string, environment: Readonly<Record<string, string>>): Promise<WarmInstance> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-instance-'));
  await cp(built, folder, { recursive: true });
  await writeFile(join(folder, 'bootstrap.js'), BOOTSTRAP);
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
  return instanceOf(spawn(process.execPath, ['bootstrap.js'], { cwd: folder, env: { ...environment }, stdio: [...stdio] }), folder);
}

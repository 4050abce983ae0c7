// The platform of cloud functions as a built one meets it: a folder of its own, a process with nothing but the platform's variables.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCloudFunction } from '../../scripts/workshop/build-cloud-functions';

/** One call of a function: the event, and what the platform changes in the environment before it. */
export interface Invocation {
  readonly event: unknown;
  readonly environment?: Readonly<Record<string, string | null>>;
  /** What the machine's clock says during the call, in ms; it goes by itself when nothing is given. */
  readonly at?: number;
}

/** What a process said: the replies of its calls in order, and what stands in its log. */
export interface Ran {
  readonly replies: readonly unknown[];
  readonly log: string;
  readonly exitCode: number | null;
}

/** Functions that were built and stand where no `node_modules` is near. */
export interface BuiltFunctions {
  /** The folder of one function. */
  folder(name: string): string;
  /**
   * Calls one function several times in one warm instance, with exactly these variables, as CloudBase starts it: `index.main`.
   * @param environment what the instance is born with
   */
  run(name: string, environment: Readonly<Record<string, string>>, invocations: readonly Invocation[]): Promise<Ran>;
  remove(): Promise<void>;
}

/** What stands in for the platform's own bootstrap: it loads the bundle, and calls it once for each line that it is given. */
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
const invocations = JSON.parse(require('node:fs').readFileSync('./invocations.json', 'utf8'));
(async () => {
  const replies = [];
  for (const { event, environment = {}, at = null } of invocations) {
    stands = at;
    for (const [name, value] of Object.entries(environment)) {
      if (value === null) delete process.env[name];
      else process.env[name] = value;
    }
    replies.push(await main(event, { request_id: 'r', function_name: 'f' }));
  }
  require('node:fs').writeFileSync('./replies.json', JSON.stringify(replies));
})();
`;

/** Builds functions into a temporary folder outside of the repository. */
export async function buildForPlatform(names: readonly string[]): Promise<BuiltFunctions> {
  const place = await mkdtemp(join(tmpdir(), 'qunhui-function-'));
  for (const name of names) await buildCloudFunction(name, join(place, name));
  let runs = 0;
  return {
    folder: (name) => join(place, name),
    async run(name, environment, invocations) {
      runs += 1;
      const instance = join(place, `instance-${runs}`);
      await cp(join(place, name), instance, { recursive: true });
      await writeFile(join(instance, 'bootstrap.js'), BOOTSTRAP);
      await writeFile(join(instance, 'invocations.json'), JSON.stringify(invocations));
      const child = spawn(process.execPath, ['bootstrap.js'], {
        cwd: instance,
        env: { ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let log = '';
      child.stdout.on('data', (text) => {
        log += text;
      });
      child.stderr.on('data', (text) => {
        log += text;
      });
      const [exitCode] = (await once(child, 'close')) as [number | null];
      const replies = exitCode === 0 ? (JSON.parse(await readFile(join(instance, 'replies.json'), 'utf8')) as unknown[]) : [];
      return { replies, log, exitCode };
    },
    remove: () => rm(place, { recursive: true, force: true }),
  };
}

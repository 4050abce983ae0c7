// What a deploying command touches outside of itself: files, clock, network, programs and the person who watches. Tests bring their own.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type CloudBaseDatabase, openCloudBaseDatabase } from '#server/adapters/store-cloudbase/cloudbase-database';
import { buildApp } from '../workshop/build-app';
import { buildCloudFunctions } from '../workshop/build-cloud-functions';
import { repositoryRoot } from '../workshop/repository-root';
import type { CloudKeys } from './tc3-signature';

/** The parts that are built before they are deployed. */
export type BuildPart = 'weapp' | 'cloudfunctions';

/** The programs of others that are run. */
export type ProgramName = 'tcb' | 'miniprogram-ci';

/** Everything outside. */
export interface DeployWorld {
  /** The repository. */
  readonly root: string;
  /** The home folder, where the command line of CloudBase keeps its login. */
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  /** How each program is started: a command and its first arguments. */
  readonly programs: Readonly<Record<ProgramName, readonly [string, ...string[]]>>;
  readonly fetch: typeof fetch;
  /** Ends what is running when the person has had enough. */
  readonly stop: AbortSignal;
  now(): number;
  pause(milliseconds: number): Promise<void>;
  say(line: string): void;
  build(part: BuildPart): Promise<void>;
  /** Opens an environment's document database, as the store does. */
  openDatabase(envId: string, region: string, keys: CloudKeys): CloudBaseDatabase;
}

const DATABASE_TIMEOUT_MS = 40_000;

const builders: Readonly<Record<BuildPart, () => Promise<void>>> = {
  weapp: () => buildApp('weapp'),
  cloudfunctions: buildCloudFunctions,
};

const packageFile = (path: string) => join(repositoryRoot, 'node_modules', path);

/** The world as it is. The programs are those of the lock file, never others of the same name on this machine. */
export function realWorld(stop: AbortSignal): DeployWorld {
  return {
    root: repositoryRoot,
    home: homedir(),
    environment: process.env,
    programs: {
      tcb: [process.execPath, packageFile('@cloudbase/cli/bin/tcb')],
      'miniprogram-ci': [process.execPath, packageFile('miniprogram-ci/bin/miniprogram-ci.js')],
    },
    fetch,
    stop,
    now: Date.now,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    say: (line) => console.log(line),
    build: (part) => builders[part](),
    openDatabase(envId, region, { secretId, secretKey, token }) {
      // The store's SDK takes its keys from the environment, as it does in a cloud function.
      Object.assign(process.env, { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey, TENCENTCLOUD_REGION: region });
      if (token !== undefined) process.env['TENCENTCLOUD_SESSIONTOKEN'] = token;
      return openCloudBaseDatabase({ environment: envId, timeoutMs: DATABASE_TIMEOUT_MS });
    },
  };
}

// A stand-in of CloudBase with exactly what the store declares, and stores on it.
import {
  type CloudBaseStore,
  type CloudBaseStoreOptions,
  createCloudBaseStore,
} from '#server/adapters/store-cloudbase/create-cloudbase-store';
import { cloudBaseIndexes } from '#server/adapters/store-cloudbase/stored-document';
import type { CloudBase } from '../support/cloudbase/cloud-base';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';

/** Puts the collection and the indexes there that the deployment would. */
function declareAll(cloudBase: CloudBase): void {
  for (const { collection, name, keys, unique } of cloudBaseIndexes) {
    const declared = keys.map((key) => ({ path: key.name, direction: key.direction === '1' ? 1 : -1 }) as const);
    cloudBase.declareIndex(collection, { name, unique, keys: declared });
  }
}

/** Starts a stand-in for a test file; this process then looks like one of its cloud functions. */
export async function startStandIn(): Promise<CloudBase> {
  const cloudBase = await enterCloudBase();
  declareAll(cloudBase);
  return cloudBase;
}

/** Surroundings in which time passes only by pausing: a test waits for nothing, and its deadlines come when everything has been tried. */
export function ownTime(): NonNullable<CloudBaseStoreOptions['surroundings']> & { passed: number } {
  let names = 0;
  const time = {
    passed: 0,
    now: () => 1_772_323_200_000 + time.passed,
    async pause(ms: number) {
      time.passed += ms;
    },
    random: () => 0.5,
    name() {
      names += 1;
      return `attempt${names}`;
    },
  };
  return time;
}

/** What the stand-in was asked since the last look, as short words: `find`, `count`, `aggregate`, `begin`, `add`, `set`, `update`, `commit`, … */
export function askedOf(cloudBase: CloudBase): string[] {
  const words: Readonly<Record<string, string>> = {
    'database.getDocument': 'find',
    'database.calculateDocument': 'count',
    'database.aggregateDocuments': 'aggregate',
    'database.insertDocument': 'add',
    'database.removeDocument': 'remove',
    'database.startTransaction': 'begin',
    'database.commitTransaction': 'commit',
    'database.abortTransaction': 'abort',
  };
  const asked = cloudBase.requests.map(({ action, body }) => {
    if (action === 'database.modifyDocument') return body['merge'] === true ? 'update' : 'set';
    return words[action] ?? action;
  });
  cloudBase.clearLog();
  return asked;
}

/** A store on the stand-in of this process. */
export const openStore = (options: CloudBaseStoreOptions = {}): CloudBaseStore => createCloudBaseStore({ deadlineMs: 30_000, ...options });

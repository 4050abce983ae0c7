// Cloud functions that are built anew from the sources, for tests of what is shipped; how the platform runs them is in cloud-function-instance.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCloudFunction } from '../../scripts/workshop/build-cloud-functions';
import { type Invocation, startInstance } from './cloud-function-instance';

export type { Invocation } from './cloud-function-instance';

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
   * Calls one function several times in one warm instance, and lets that end.
   * @param environment exactly the variables that the instance is born with
   */
  run(name: string, environment: Readonly<Record<string, string>>, invocations: readonly Invocation[]): Promise<Ran>;
  remove(): Promise<void>;
}

/** Builds functions into a temporary folder outside of the repository. */
export async function buildForPlatform(names: readonly string[]): Promise<BuiltFunctions> {
  const place = await mkdtemp(join(tmpdir(), 'qunhui-function-'));
  for (const name of names) await buildCloudFunction(name, join(place, name));
  return {
    folder: (name) => join(place, name),
    async run(name, environment, invocations) {
      const instance = await startInstance(join(place, name), environment);
      const called = await Promise.allSettled(invocations.map((invocation) => instance.call(invocation)));
      const exitCode = await instance.end();
      const replies = called.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []));
      return { replies: exitCode === 0 ? replies : [], log: instance.log(), exitCode };
    },
    remove: () => rm(place, { recursive: true, force: true }),
  };
}

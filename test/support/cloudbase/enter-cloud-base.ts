// Starts a stand-in for one test file and makes the process look like one of its cloud functions.
import type { CloudBase, CloudBaseOptions } from './cloud-base';
import { startCloudBase } from './start-cloud-base';

/**
 * Starts a stand-in and sets the environment variables; `stop` puts back what was there before.
 * Call it before the SDK is used: at the top of a test file, with the SDK imported afterwards by `await import(...)`.
 */
export async function enterCloudBase(options: CloudBaseOptions = {}): Promise<CloudBase> {
  const cloudBase = await startCloudBase(options);
  const variables = cloudBase.environment();
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  const stop = cloudBase.stop.bind(cloudBase);
  cloudBase.stop = async () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await stop();
  };
  return cloudBase;
}

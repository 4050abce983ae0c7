// One run against the cloud: a login that was found, requests signed with it, and a command line that uses the same.
import { type CloudLogin, findLogin, writeLogin } from './cloud-login';
import type { SendCloudRequest } from './cloud-request';
import { type CommandCall, inRunFolder } from './command';
import { DeployRefusal } from './refusal';
import { runOutsideProgram } from './run-outside-program';
import type { StepTools } from './run-steps';
import { cloudRequestSender } from './send-cloud-request';
import type { Settings } from './settings';

/** A run with its sender and the tools for its steps. */
export interface CloudSession {
  readonly send: SendCloudRequest;
  readonly login: CloudLogin;
  readonly tools: StepTools;
}

/** Renews temporary keys by using the command line once: it does so by itself and stores what it got. */
async function renewedLogin({ world, words }: CommandCall, folder: string) {
  const login = findLogin(world.environment, world.home, world.now());
  if (!login?.isStale) return login;
  world.say(words.login.renewing);
  await runOutsideProgram(world, 'tcb', ['env', 'list'], folder, {});
  const renewed = findLogin(world.environment, world.home, world.now());
  if (renewed?.isStale) throw new DeployRefusal(words.login.stale);
  return renewed;
}

/**
 * Opens a session, hands it on and cleans up whatever happens.
 * @throws DeployRefusal when nobody is logged in
 */
export function inCloudSession<T>(call: CommandCall, settings: Settings, use: (session: CloudSession) => Promise<T>): Promise<T> {
  const { world, words } = call;
  return inRunFolder(async (folder) => {
    const login = await renewedLogin(call, folder);
    if (login === null) throw new DeployRefusal(words.login.missing);
    const send = cloudRequestSender({ keys: login.keys, region: settings.region, now: world.now, fetch: world.fetch });
    const variables: Record<string, string> = {};
    if (login.from === 'environment') {
      writeLogin(folder, login.keys);
      Object.assign(variables, { HOME: folder, USERPROFILE: folder });
    }
    return use({ send, login, tools: { world, words, folder, send, variables } });
  });
}

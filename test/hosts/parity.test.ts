// Parity: the same day of about a thousand requests, on the Node host with PostgreSQL and on the built cloud functions with the
// stand-in for CloudBase, gives the same replies one by one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeId, SYSTEM } from '#core/values/ids';
import { createCloudBaseStore } from '#server/adapters/store-cloudbase/create-cloudbase-store';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { runJobs } from '#server/app/run-jobs';
import { composeApp } from '#server/hosts/node/compose-app';
import { createHttpApp } from '#server/hosts/node/http-app';
import { keepSessionKey } from '#server/hosts/node/wechat-sessions';
import type { Store } from '#server/ports/store';
import { type PostgresServer, startPostgresServer } from '../../scripts/workshop/postgres-server';
import { unusualIn } from '../support/cloud-function-instance';
import { type BuiltFunctions, buildForPlatform, type Invocation } from '../support/cloud-function-platform';
import type { CloudBase } from '../support/cloudbase/cloud-base';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { wechatApp } from '../support/wechat-api';
import { sealOpenData } from '../support/wechat-open-data';
import { createHeardLog } from './node-host';
import { liveADay, type Player } from './parity/live-a-day';
import { type RecordedStep, withProof } from './parity/recorded-step';

const SEED = 20_260_302;

/** One key for every session: what matters here is what the proofs say, not who can open them. */
const SESSION_KEY = Buffer.alloc(16, 7);

let postgres: PostgresServer;
let functions: BuiltFunctions;
let cloud: CloudBase;

beforeAll(async () => {
  postgres = await startPostgresServer();
  functions = await buildForPlatform(['api', 'timer']);
  const passed = { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 }, detail: [] };
  const services = {
    openApi: { 'security.msgSecCheck': () => passed },
    // No proof of this day is asked for like this: whoever sends one here has made it up.
    openData: (cloudID: string) => ({ cloudID, errCode: -601_005, errMsg: 'cloudID not valid' }),
  };
  cloud = await enterCloudBase({ collections: ['documents'], services });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  await functions.remove();
  await postgres.stop();
}, 60_000);

/** Two installations with the same secrets make the same ids, codes and tokens. */
async function keepSecrets(store: Store): Promise<void> {
  for (const name of ['session', 'pepper', 'codes', 'proof', 'journal']) {
    const id = makeId(SYSTEM, 'secret', name);
    await store.decide([id], () => ({ reply: null, writes: [{ kind: 'insert', document: { id, value: `${name}-`.repeat(10) } }] }));
  }
}

function groupData(groupId: string, at: number): object {
  return { opengid: groupId, chat_type: 3, watermark: { appid: wechatApp.appId, timestamp: Math.floor(at / 1_000) } };
}

/** The Node host over PostgreSQL: people come by WeChat's login, and prove groups by what WeChat encrypts. */
async function openNode(replies: unknown[]): Promise<{ readonly play: Player; close(): Promise<void> }> {
  const store = await createPostgresStore({ url: await postgres.freshDatabase() });
  await keepSecrets(store);
  let now = 0;
  const log = createHeardLog();
  const wechat = { ...wechatApp, apiUrl: 'http://127.0.0.1:9' };
  const composed = await composeApp({ store, clock: { now: () => now }, log, demo: false, wechat });
  const http = createHttpApp({ ...composed, store, log, demo: false, version: '0', publicUrl: null, webRoot: '/nowhere' });
  const known = new Set<string>();

  async function answer(step: RecordedStep): Promise<unknown> {
    now = step.at;
    if (step.kind === 'timer') return runJobs(composed.jobParts, step.at, 60_000);
    const { who, action, requestId, groupId } = step;
    const personKey = `wechat:${who}`;
    if (who !== null && !known.has(who)) await keepSessionKey(store, personKey, SESSION_KEY.toString('base64'));
    if (who !== null) known.add(who);
    const proof = groupId === undefined ? '' : sealOpenData(groupData(groupId, step.at), SESSION_KEY);
    const session: Readonly<Record<string, string>> =
      who === null ? {} : { authorization: `Bearer ${composed.identity.issueSession(personKey, Date.now()).token}` };
    const response = await http.request(`/api/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...session },
      body: JSON.stringify({ input: withProof(step.input, proof), requestId }),
    });
    return response.json();
  }
  return {
    async play(step) {
      const reply = await answer(step);
      replies.push(reply);
      return reply as Awaited<ReturnType<Player>>;
    },
    close: () => store.close(),
  };
}

let cloudIds = 0;

/** A step as the platform hands it to a function: the caller in its variables, the cloudID opened in the event. */
function invocationOf(step: RecordedStep): Invocation {
  if (step.kind === 'timer') {
    return { at: step.at, event: { Type: 'Timer', TriggerName: 'timer' }, environment: { TCB_SOURCE: 'wx_trigger', WX_OPENID: null } };
  }
  const { at, who, action, requestId, groupId } = step;
  const environment = { TCB_SOURCE: 'wx_client', WX_OPENID: who, WX_APPID: wechatApp.appId, WX_OPEN_DATA_INFO: null };
  if (groupId === undefined) return { at, event: { action, input: step.input, requestId }, environment };
  cloudIds += 1;
  const cloudID = `79_${String(cloudIds).padStart(12, '0')}`;
  const event = { action, input: withProof(step.input, cloudID), requestId, group: { cloudID, data: groupData(groupId, at) } };
  return { at, event, environment: { ...environment, WX_OPEN_DATA_INFO: JSON.stringify({ keys: ['group'] }) } };
}

/** Plays steps to the built functions, each in an instance that stays warm until the other is called. */
async function playToFunctions(steps: readonly RecordedStep[]): Promise<unknown[]> {
  const environment = { ...cloud.environment(), QUNHUI_OPEN_FOUNDING: '1', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_OPEN_DATA_INFO' };
  const replies: unknown[] = [];
  for (let from = 0; from < steps.length; ) {
    const name = steps[from]?.kind === 'timer' ? 'timer' : 'api';
    let until = from;
    while (until < steps.length && (steps[until]?.kind === 'timer' ? 'timer' : 'api') === name) until += 1;
    const ran = await functions.run(name, environment, steps.slice(from, until).map(invocationOf));
    expect([ran.exitCode, unusualIn(ran.log)]).toEqual([0, []]);
    replies.push(...ran.replies);
    from = until;
  }
  return replies;
}

it('a day of a thousand requests is answered alike by both', async () => {
  await keepSecrets(createCloudBaseStore());
  const byNode: unknown[] = [];
  const node = await openNode(byNode);
  const steps = await liveADay(node.play, SEED);
  await node.close();
  cloud.clearLog();
  const byFunctions = await playToFunctions(steps);
  const differences = steps.flatMap((step, index) => {
    const [one, other] = [JSON.stringify(byNode[index]), JSON.stringify(byFunctions[index])];
    return one === other ? [] : [{ index, step, one, other }];
  });
  const refused = new Map<string, number>();
  for (const reply of byNode as { ok?: boolean; code?: string }[]) {
    if (reply.ok === false) refused.set(String(reply.code), (refused.get(String(reply.code)) ?? 0) + 1);
  }
  process.stdout.write(
    `${steps.length} steps, ${differences.length} differences, ${cloud.requests.length} requests to the document database; ` +
      `refused: ${[...refused].map(([code, count]) => `${code} ${count}`).join(', ')}\n`,
  );
  expect(differences.slice(0, 5)).toEqual([]);
  expect(steps.length).toBeGreaterThanOrEqual(1_000);
  // A day in which nothing is refused would prove little.
  expect(refused.size).toBeGreaterThan(15);
}, 180_000);

// The built cloud functions as the platform starts them: outside of the repository, without node_modules, with the platform's variables
// and nothing else. The document database is a local stand-in that the unchanged SDK talks to; no real CloudBase was asked.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '#core/values/day';
import { unusualIn } from '../support/cloud-function-instance';
import { type BuiltFunctions, buildForPlatform, type Invocation, type Ran } from '../support/cloud-function-platform';
import type { CloudBase } from '../support/cloudbase/cloud-base';
import { startCloudBase } from '../support/cloudbase/start-cloud-base';
import { communityInput } from './node-host';

const names = ['api', 'timer'] as const;
const MEGABYTE = 1_000_000;

/** WeChat's content check, to whom everything is fit to be shown. */
const services = { openApi: { 'security.msgSecCheck': () => ({ result: { suggest: 'pass', label: 100 } }) } };

let functions: BuiltFunctions;
let cloud: CloudBase;

beforeAll(async () => {
  functions = await buildForPlatform(names);
  cloud = await startCloudBase({ collections: ['documents'], checkSignatures: true, services });
}, 120_000);

beforeEach(() => cloud.reset());

// Whatever the SDK sent, the stand-in has understood.
afterEach(() => expect(cloud.complaints).toEqual([]));

afterAll(async () => {
  await cloud.stop();
  await functions.remove();
});

/** Who calls, as the platform says it; null where it says nothing. */
function caller(openId: string | null, source = 'wx_client'): Record<string, string | null> {
  return { WX_OPENID: openId, TCB_SOURCE: source };
}

function runApi(invocations: readonly Invocation[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return functions.run('api', { ...cloud.environment(), WX_OPENID: 'oOwner', ...environment }, invocations);
}

const create = { action: 'community.create', input: communityInput, requestId: 'request-0001' };
const mine = { action: 'community.mine', input: {} };
const communityIn = ({ replies }: Ran): string => (replies[0] as { value: { communityId: string } }).value.communityId;

describe.each(names)('the function %s', (name) => {
  it('is one file with everything inside, of at most 1.6 MB, beside what the tools read', async () => {
    const folder = functions.folder(name);
    expect((await readdir(folder)).sort()).toEqual(['config.json', 'index.js', 'package.json']);
    expect((await stat(join(folder, 'index.js'))).size).toBeLessThanOrEqual(1.6 * MEGABYTE);
    const description = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(description).toMatchObject({ name: `qunhui-${name}`, main: 'index.js' });
    expect(description).not.toHaveProperty('dependencies');
  });

  it('sends nothing while it is only loaded', async () => {
    const { log, exitCode } = await functions.run(name, cloud.environment(), []);
    expect([log, exitCode]).toEqual(['', 0]);
    expect(cloud.requests).toEqual([]);
  });
});

describe('the function api', () => {
  it('answers from the document database, as the caller whom the platform names', async () => {
    const { replies, log, exitCode } = await runApi([{ event: create }, { event: create }, { event: mine }]);
    expect(replies[0]).toMatchObject({ ok: true, value: { communityId: expect.any(String) } });
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toMatchObject({ ok: true, value: { communities: [{ role: 'owner' }] } });
    expect([unusualIn(log), exitCode]).toEqual([[], 0]);
    // The requests did arrive at the stand-in, each signed: nothing went anywhere else.
    expect(cloud.requests.length).toBeGreaterThan(5);
  });

  it('asks anew who calls at every call of a warm instance, and believes nothing of the event', async () => {
    const forged = { ...mine, OPENID: 'oOwner', userInfo: { openId: 'oOwner' }, input: { personKey: 'wechat:oOwner' } };
    const { replies } = await runApi([
      { event: create },
      { event: mine, environment: caller('oMember') },
      { event: { ...mine, OPENID: 'oOwner', userInfo: { openId: 'oOwner' } }, environment: caller('oMember') },
      { event: forged, environment: caller('oMember') },
      { event: mine, environment: caller(null) },
      { event: mine, environment: caller('oOwner') },
    ]);
    expect(replies.slice(1)).toMatchObject([
      { ok: true, value: { communities: [] } },
      { ok: true, value: { communities: [] } },
      { ok: false, code: 'invalid_input' },
      { ok: false, code: 'sign_in_required' },
      { ok: true, value: { communities: [{ role: 'owner' }] } },
    ]);
  });

  it('lets WeChat’s crawler look, with and without an account, and change nothing', async () => {
    const communityId = communityIn(await runApi([{ event: create }]));
    const home = { action: 'community.home', input: { communityId } };
    const join = { action: 'community.join', input: { communityId }, requestId: 'request-0002' };
    cloud.clearLog();
    const crawls = [caller(null, 'wx_crawler'), caller('oCrawler', 'wx_crawler')];
    const { replies } = await runApi(crawls.flatMap((environment) => [home, join].map((event) => ({ event, environment }))));
    expect(replies).toMatchObject([
      { ok: true, value: { community: { communityId }, me: { role: 'visitor' } } },
      { ok: false, code: 'sign_in_required' },
      { ok: true, value: { me: { role: 'visitor' } } },
      { ok: false, code: 'sign_in_required' },
    ]);
    const kinds = new Set(cloud.requests.map(({ action }) => action));
    expect([...kinds].filter((action) => !/^database\.(getDocument|calculateDocument|aggregateDocuments)$/.test(action))).toEqual([]);
  });

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('counts a community’s days by its own zone on a machine in %s', async (TZ) => {
    const zone = 'Pacific/Kiritimati';
    const event = { ...create, input: { ...communityInput, zone } };
    const communityId = communityIn(await runApi([{ event }], { TZ }));
    const before = dayOf(Date.now(), { zone, dayStartsMinutes: 0 });
    const { replies } = await runApi([{ event: { action: 'community.home', input: { communityId } } }], { TZ });
    const after = dayOf(Date.now(), { zone, dayStartsMinutes: 0 });
    expect([before, after]).toContain((replies[0] as { value: { today: string } }).value.today);
  });

  describe('whose instance stays warm while its credentials run out', () => {
    let lax: CloudBase;
    const renewed = {
      TENCENTCLOUD_SECRETID: 'renewed-id',
      TENCENTCLOUD_SECRETKEY: 'renewed-key',
      TENCENTCLOUD_SESSIONTOKEN: 'renewed-token',
    };
    const opensSecrets = ({ body }: CloudBase['requests'][number]) => String(body['query']).includes('_system/secret');

    beforeEach(async () => {
      lax = await startCloudBase({ collections: ['documents'] });
    });
    afterEach(() => lax.stop());

    const run = (invocations: readonly Invocation[]) => functions.run('api', { ...lax.environment(), WX_OPENID: 'oOwner' }, invocations);

    it('signs with those that the platform gave it last', async () => {
      const { replies } = await run([{ event: mine }, { event: mine, environment: renewed }]);
      expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
      const ids = lax.requests.map(({ headers }) => /Credential=([^/]*)/.exec(String(headers.authorization))?.[1]);
      expect([ids[0], ids.at(-1)]).toEqual(['stand-in-id', 'renewed-id']);
    });

    it('opens everything anew after a signature was refused, and goes on', async () => {
      await run([{ event: mine }]);
      lax.clearLog();
      // The first call opens the secrets and asks two questions, since this person is in no community yet; the second call's first is refused.
      lax.faults.inject({
        when: (request) => !opensSecrets(request),
        occurrence: 3,
        fault: { kind: 'error', code: 'SIGN_PARAM_INVALID', message: '[SIGN_PARAM_INVALID] signature expired' },
      });
      const { replies, log } = await run([{ event: mine }, { event: mine }, { event: mine }]);
      expect(replies).toMatchObject([{ ok: true }, { ok: false, code: 'try_again' }, { ok: true }]);
      expect(log).toContain('SIGN_PARAM_INVALID');
      expect(lax.requests.filter(opensSecrets)).toHaveLength(2);
    });
  });

  it('says try_again, and in the log what is missing, where the database has no collection', async () => {
    const empty = await startCloudBase();
    const { replies, log } = await functions.run('api', { ...empty.environment(), WX_OPENID: 'oOwner' }, [{ event: mine }]);
    await empty.stop();
    expect(replies[0]).toMatchObject({ ok: false, code: 'try_again' });
    expect(log).toContain('not_configured');
  });

  it('says try_again, and lives on, where the platform gave it no credentials', async () => {
    const { TENCENTCLOUD_SECRETID: _id, TENCENTCLOUD_SECRETKEY: _key, TENCENTCLOUD_SESSIONTOKEN: _token, ...without } = cloud.environment();
    const { replies, exitCode } = await functions.run('api', { ...without, WX_OPENID: 'oOwner' }, [{ event: mine }, { event: mine }]);
    expect(exitCode).toBe(0);
    expect(replies).toMatchObject([
      { ok: false, code: 'try_again' },
      { ok: false, code: 'try_again' },
    ]);
  });
});

describe('the function timer', () => {
  const fired = { event: { Type: 'Timer', TriggerName: 'ten-minutes', Time: '2026-03-02T04:00:00Z', Message: '' } };
  const runTimer = (source: string, invocations: readonly Invocation[] = [fired]) => {
    const { WX_OPENID: _none, ...environment } = cloud.environment();
    return functions.run('timer', { ...environment, TCB_SOURCE: source }, invocations);
  };

  it('runs the jobs of every community when the platform fires it, and finds nothing to do the second time', async () => {
    await runApi([{ event: create }]);
    const { replies, log, exitCode } = await runTimer('wx_trigger', [fired, fired]);
    expect(replies).toEqual([
      { communities: 1, done: 0, failed: 0, cut: false },
      { communities: 0, done: 0, failed: 0, cut: false },
    ]);
    expect([log, exitCode]).toEqual(['', 0]);
  });

  it('asks the database one question when nothing is due', async () => {
    await runApi([{ event: create }]);
    await runTimer('wx_trigger');
    cloud.clearLog();
    await runTimer('wx_trigger', [fired, fired, fired]);
    // Once the secrets of the installation, then one question for each time that it fires.
    expect(cloud.requests).toHaveLength(4);
  });

  it('does nothing for a client, whatever the event says, and asks the database nothing', async () => {
    const { replies } = await runTimer('wx_client');
    expect(replies).toEqual([{ denied: 'not_a_timer' }]);
    expect(cloud.requests).toEqual([]);
  });

  it('takes what WeChat pushes', async () => {
    const push = { event: { MsgType: 'event', Event: 'wxa_punish_event', ToUserName: 'gh_1', FromUserName: 'oMember', CreateTime: 1 } };
    expect((await runTimer('wx_trigger', [push])).replies).toEqual(['success']);
    expect((await runTimer('wx_client', [push])).replies).toEqual([{ denied: 'not_a_timer' }]);
  });
});

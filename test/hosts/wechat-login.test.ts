// The mini-program on our own server: login by WeChat's code, sessions, group proofs. WeChat is a stand-in here.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWechatApi, type WechatApi, wechatApp } from '../support/wechat-api';
import { sealOpenData } from '../support/wechat-open-data';
import { ask, communityInput, createHeardLog, startTestServer } from './node-host';

let wechat: WechatApi;
let server: Awaited<ReturnType<typeof startTestServer>>;
const log = createHeardLog();

beforeAll(async () => {
  wechat = await startWechatApi();
  const environment = { DEMO: '0', WECHAT_APP_ID: wechatApp.appId, WECHAT_APP_SECRET: wechatApp.appSecret, WECHAT_API_URL: wechat.url };
  server = await startTestServer(environment, { log });
});

beforeEach(() => {
  wechat.trouble = null;
});

afterAll(async () => {
  await server.stop();
  await wechat.stop();
});

const exchange = (code: unknown) => ask(server.origin, '/session/wechat', { body: { code } });

async function signIn(openId: string): Promise<Readonly<Record<string, string>>> {
  const answer = await exchange(wechat.login(openId));
  expect(answer.status).toBe(200);
  return { authorization: `Bearer ${String(answer.json?.token)}` };
}

const api = (action: string, headers: Readonly<Record<string, string>>, input: unknown, requestId?: string) =>
  ask(server.origin, `/api/${action}`, { headers, body: { input, requestId } });

function groupProofOf(openId: string, groupId: string, appid = wechatApp.appId): string {
  const watermark = { appid, timestamp: Math.floor(Date.now() / 1000) };
  return sealOpenData({ opengid: groupId, chat_type: 3, watermark }, wechat.sessionKeyOf(openId));
}

describe("the code of the mini-program's login", () => {
  it('gives a session of the person whom WeChat names, and nothing of the session key', async () => {
    const answer = await exchange(wechat.login('oAnna'));
    expect(Object.keys(answer.json ?? {}).sort()).toEqual(['expiresAt', 'ok', 'token']);
    expect(answer.text).not.toContain(wechat.sessionKeyOf('oAnna').toString('base64'));
    const mine = await api('community.mine', { authorization: `Bearer ${String(answer.json?.token)}` }, {});
    expect(mine.json).toEqual({ ok: true, value: { communities: [], mayFound: true } });
  });

  it('counts once', async () => {
    const code = wechat.login('oAnna');
    expect((await exchange(code)).status).toBe(200);
    const again = await exchange(code);
    expect([again.status, again.json?.code, again.json?.data]).toEqual([400, 'invalid_input', { path: 'code', problem: 'bad_code' }]);
  });

  it('that is none never reaches WeChat', async () => {
    const before = wechat.exchanges.length;
    for (const code of [undefined, null, 7, '', 'short', 'a code', 'x'.repeat(200), { $ne: null }, 'code&appid=wx']) {
      expect((await exchange(code)).json?.data).toEqual({ path: 'code', problem: 'not_a_code' });
    }
    expect(wechat.exchanges.length).toBe(before);
  });

  it('of somebody whom WeChat blocks is refused, and one that comes too often is told to wait', async () => {
    wechat.trouble = { errcode: 40226, errmsg: 'code blocked' };
    expect((await exchange('code_blocked')).json?.data).toEqual({ path: 'code', problem: 'blocked' });
    wechat.trouble = { errcode: 45011, errmsg: 'api minute-quota reach limit' };
    const often = await exchange('code_too_often');
    expect([often.status, often.json?.code, often.headers['retry-after']]).toEqual([429, 'slow_down', '5']);
  });

  it('can be tried again while WeChat does not answer, and the log says why without the secret', async () => {
    for (const trouble of ['hang_up', 'nonsense', { errcode: 40125, errmsg: 'invalid appsecret' }] as const) {
      wechat.trouble = trouble;
      const answer = await exchange('code_in_trouble');
      expect([answer.status, answer.json?.code]).toEqual([503, 'try_again']);
    }
    const said = log.lines.map((line) => `${JSON.stringify(line)} ${String((line as { error?: unknown }).error)}`).join('\n');
    expect(said).toContain('40125');
    expect(said).not.toContain(wechatApp.appSecret);
    wechat.trouble = null;
    expect((await exchange(wechat.login('oAnna'))).status).toBe(200);
  });
});

describe('a group proof of the mini-program', () => {
  it('opens with the session key of its own person only', async () => {
    const [anna, bert] = [await signIn('oAnna'), await signIn('oBert')];
    const proof = groupProofOf('oAnna', 'tGarden');
    const stolen = await api('community.create', bert, { ...communityInput, group: { proof, label: '果蔬群' } }, 'request-0001');
    expect(stolen.json?.code).toBe('group_proof_invalid');
    const made = await api('community.create', anna, { ...communityInput, group: { proof, label: '果蔬群' } }, 'request-0002');
    expect(made.json?.ok).toBe(true);
    const { communityId } = (made.json?.value ?? {}) as { communityId?: string };
    const groups = await api('community.groups', anna, { communityId });
    expect(groups.json?.value).toMatchObject({ groups: [{ groupId: 'tGarden', label: '果蔬群' }] });
  });

  it('is invalid once WeChat has renewed the session, and valid again from the new one', async () => {
    const anna = await signIn('oAnna');
    const old = groupProofOf('oAnna', 'tOrchard');
    const renewed = await signIn('oAnna');
    const bind = (proof: string, requestId: string) => ({ ...communityInput, group: { proof, label: '果园群' }, requestId });
    const { requestId, ...first } = bind(old, 'request-0011');
    expect((await api('community.create', anna, first, requestId)).json?.code).toBe('group_proof_invalid');
    const { requestId: nextId, ...next } = bind(groupProofOf('oAnna', 'tOrchard'), 'request-0012');
    expect((await api('community.create', renewed, next, nextId)).json?.ok).toBe(true);
  });
});

describe('a server without a mini-program', () => {
  it('has no such way in', async () => {
    const plain = await startTestServer({ DEMO: '0' });
    try {
      expect((await ask(plain.origin, '/session/wechat', { body: { code: 'code_00000001' } })).status).toBe(404);
    } finally {
      await plain.stop();
    }
  });

  it('says in words when only half of the mini-program is set', async () => {
    await expect(startTestServer({ WECHAT_APP_ID: wechatApp.appId })).rejects.toThrow(
      'WECHAT_APP_ID and WECHAT_APP_SECRET belong together',
    );
    await expect(startTestServer({ WECHAT_APP_ID: 'gh_original', WECHAT_APP_SECRET: 'short' })).rejects.toThrow('WECHAT_APP_ID must be wx');
  });
});

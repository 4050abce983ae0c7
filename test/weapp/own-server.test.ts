// The built mini-program on our own server: it logs in by WeChat's code, proves its group by what WeChat encrypts, and lives on HTTP alone.
// WeChat's login and its encryption are a stand-in; the Node host is the real one.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ask, communityInput, startTestServer } from '../hosts/node-host';
import { MiniProgram } from '../support/mini-program';
import { drawn, eventually, tapOn } from '../support/mini-program-in-hand';
import { builtForServer, createServerPhone } from '../support/mini-program-on-server';
import { startWechatApi, type WechatApi, wechatApp } from '../support/wechat-api';
import { sealOpenData } from '../support/wechat-open-data';

const GROUP = 'tGarden';

let wechat: WechatApi;
let server: Awaited<ReturnType<typeof startTestServer>>;
let built: Awaited<ReturnType<typeof builtForServer>>;

beforeAll(async () => {
  wechat = await startWechatApi();
  server = await startTestServer({
    WECHAT_APP_ID: wechatApp.appId,
    WECHAT_APP_SECRET: wechatApp.appSecret,
    WECHAT_API_URL: wechat.url,
    QUNHUI_OPEN_FOUNDING: '1',
  });
  built = await builtForServer(server.origin);
});
afterEach(() => document.body.replaceChildren());
afterAll(async () => {
  await built.remove();
  await server.stop();
  await wechat.stop();
});

/** A shop of its own, with a coupon for the group alone. */
async function openShop(openId: string) {
  const { json } = await ask(server.origin, '/session/wechat', { body: { code: wechat.login(openId) } });
  const headers = { authorization: `Bearer ${String(json?.token)}` };
  let requests = 0;
  async function get(action: string, input: object): Promise<Record<string, unknown>> {
    requests += 1;
    const answer = await ask(server.origin, `/api/${action}`, { headers, body: { input, requestId: `${openId}-request-${requests}` } });
    if (answer.json?.ok !== true) throw new Error(`${action} was answered with ${answer.text}`);
    return answer.json['value'] as Record<string, unknown>;
  }
  const watermark = { appid: wechatApp.appId, timestamp: Math.floor(Date.now() / 1_000) };
  const proof = sealOpenData({ opengid: GROUP, chat_type: 3, watermark }, wechat.sessionKeyOf(openId));
  const { communityId } = await get('community.create', { ...communityInput, group: { proof, label: '幸福里果蔬群' } });
  const types = (await get('campaign.types', { communityId }))['types'] as readonly { readonly code: string; readonly start: object }[];
  async function publish(type: string, title: string, groupId: string | null): Promise<unknown> {
    const draft = { ...types.find(({ code }) => code === type)?.start, title, groupId };
    const { campaignId } = await get('campaign.save', { communityId, draft });
    await get('campaign.publish', { communityId, campaignId });
    return campaignId;
  }
  return { communityId, planId: await publish('checkin_plan', '每日打卡', null), dropId: await publish('coupon_drop', '鲜果券', GROUP) };
}

function takeInHand(openId: string) {
  const phone = createServerPhone(wechat, openId, GROUP);
  const answer = () => Promise.reject(new Error('there is no cloud'));
  return { phone, program: new MiniProgram(built.folder, { answer, apis: phone.apis }) };
}

function sees(program: MiniProgram, ...texts: readonly string[]): Promise<void> {
  return eventually(() => {
    for (const text of texts) expect(program.screen.textContent).toContain(text);
  });
}

test('a newcomer from the group joins, checks in and claims, after one login and without WeChat’s cloud', async () => {
  const { communityId, planId, dropId } = await openShop('oOwner-0001');
  const exchanged = wechat.exchanges.length;
  const { phone, program } = takeInHand('oAnna-0001');
  program.launch(`/packages/member/campaign/index?c=${communityId}&id=${String(planId)}`);
  await sees(program, '每日打卡', '幸福里果蔬店', '完整条款');
  await tapOn(program, 'join');
  await tapOn(program, 'check-in');
  await sees(program, '已打卡，连续第 1 天。');
  program.replaceAll('/pages/home/index');
  await sees(program, '幸福里果蔬', '已确认在「幸福里果蔬群」', '今天 1 人已打卡');
  program.replaceAll('/pages/wall/index');
  await tapOn(program, `claim-${String(dropId)}`);
  await sees(program, '领到了', '已领 1/1');
  await tapOn(program, 'open-wallet');
  await sees(program, '可以用', '鲜果券');

  expect(wechat.exchanges).toHaveLength(exchanged + 1);
  expect(phone.asked[0]).toBe('/session/wechat');
  expect(phone.asked.slice(1).every((path) => path.startsWith('/api/'))).toBe(true);
  expect(phone.asked).toContain('/api/coupon.claim');
  expect(program.wx.cloudCalls).toEqual([]);
});

test('when WeChat’s session has run out, the phone logs in anew before it proves its group', async () => {
  const { communityId, dropId } = await openShop('oOwner-0002');
  const { phone, program } = takeInHand('oBert-0001');
  const card = `/packages/member/campaign/index?c=${communityId}&id=${String(dropId)}`;
  program.launch(card);
  await tapOn(program, 'join');
  await drawn(program, 'claim');
  // Elsewhere the person has logged in again: what WeChat encrypts from now on does not open with the key that the server holds.
  const exchanged = wechat.exchanges.length;
  await ask(
    wechat.url,
    `/sns/jscode2session?appid=${wechatApp.appId}&secret=${wechatApp.appSecret}&grant_type=authorization_code&js_code=${wechat.login('oBert-0001')}`,
    { method: 'GET' },
  );
  phone.expire();
  program.replaceAll(card);
  await tapOn(program, 'claim');
  await sees(program, '领到了');
  expect(program.screen.textContent).not.toContain('没能确认你在哪个群');
  expect(wechat.exchanges).toHaveLength(exchanged + 2);
});

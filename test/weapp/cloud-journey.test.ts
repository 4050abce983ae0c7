// What people do in the built mini-program with the built cloud function behind it, as WeChat and its cloud stand between the two. The
// document database and WeChat's open interfaces are a local stand-in that the unchanged SDK talks to; no real CloudBase was asked.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { InputOf } from '#core/contract';
import { DAY_MS } from '#core/values/instant';
import { unusualIn } from '../support/cloud-function-instance';
import type { CloudBase } from '../support/cloudbase/cloud-base';
import { startCloudBase } from '../support/cloudbase/start-cloud-base';
import type { MiniProgram } from '../support/mini-program';
import { createEasel } from '../support/mini-program-easel';
import { callsOf, drawn, drawnTimes, eventually, tapOn, typeInto } from '../support/mini-program-in-hand';
import { AUDIT, measureScreen } from '../support/mini-program-meter';
import { testTemplates } from '../support/recording-messenger';
import { shanghai } from '../support/town';
import { startWechatCloud, type WechatCloud } from '../support/wechat-cloud';

const GROUP = 'tGarden';
const MINI_CODE = Buffer.from('the picture of a mini-code');
const templates = {
  REMINDER_TEMPLATE_COUPON_EXPIRING: testTemplates.coupon_expiring ?? '',
  REMINDER_TEMPLATE_CHECKIN_OPEN: testTemplates.checkin_open ?? '',
};

let cloudBase: CloudBase;
let cloud: WechatCloud;
/** The mini-codes that WeChat was asked for, with the arguments as they travelled. */
const codesAsked: Readonly<Record<string, unknown>>[] = [];

beforeAll(async () => {
  // WeChat's scripts know no other zone than the phone's own: these phones are where the shop is.
  vi.stubEnv('TZ', shanghai.zone);
  cloudBase = await startCloudBase({
    collections: ['documents'],
    checkSignatures: true,
    services: {
      openApi: {
        'security.msgSecCheck': () => ({ result: { suggest: 'pass', label: 100 } }),
        'wxacode.getUnlimited': (args) => {
          codesAsked.push(args);
          return { contentType: 'image/png', buffer: MINI_CODE };
        },
      },
    },
  });
});

beforeEach(async () => {
  codesAsked.length = 0;
  cloudBase.reset();
  cloud = await startWechatCloud(cloudBase, templates);
});

afterEach(async () => {
  document.body.replaceChildren();
  // Nothing went wrong that only the log would tell, and whatever the SDK sent was understood.
  expect(unusualIn(await cloud.end())).toEqual([]);
  expect(cloudBase.complaints).toEqual([]);
  expect(cloudBase.openTransactions).toBe(0);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await cloudBase.stop();
});

type Draft = InputOf<'campaign.save'>['draft'];

/** A shop whose owner has bound the group. */
async function openShop() {
  const owner = cloud.user('oOwner-0001');
  const { communityId } = await owner.get('community.create', {
    name: '幸福里果蔬',
    theme: '新鲜水果',
    promise: '每天打卡，攒积分换水果',
    organiser: '幸福里果蔬店',
    contact: '010-5555 0101',
    ...shanghai,
    group: { proof: owner.proof(GROUP), label: '幸福里果蔬群' },
  });

  async function publish(type: Draft['type'], title: string, more: Partial<Draft> = {}): Promise<string> {
    const { types } = await owner.get('campaign.types', { communityId });
    const start = types.find(({ code }) => code === type)?.start;
    const { campaignId } = await owner.get('campaign.save', { communityId, draft: { ...start, title, ...more } as Draft });
    await owner.get('campaign.publish', { communityId, campaignId });
    return campaignId;
  }

  /** Somebody who has come through the group's card and joined, whom the owner makes a clerk. */
  async function clerk(openId: string) {
    const person = cloud.user(openId);
    await person.get('community.enter', { communityId, proof: person.proof(GROUP) });
    const { memberId } = await person.get('community.join', { communityId });
    await owner.get('community.appoint', { communityId, memberId, role: 'clerk' });
    return person;
  }
  return { owner, communityId, publish, clerk };
}

/** How many calls of setData there were when a phone was last looked at. */
const looks = new WeakMap<MiniProgram, number>();

/** Waits until the screen says all of this; then what stands there, and what was sent since the last look, is within WeChat's limits. */
async function sees(program: MiniProgram, ...texts: readonly string[]): Promise<void> {
  await eventually(() => {
    const said = program.screen.textContent ?? '';
    const missing = texts.filter((text) => !said.includes(text));
    if (missing.length > 0) throw new Error(`not on ${program.route}: ${missing.join(', ')}; there is: ${said}`);
  });
  const { nodes, depth, children } = measureScreen(program.screen);
  expect(nodes).toBeLessThan(AUDIT.nodesBelow);
  expect(depth).toBeLessThan(AUDIT.depthBelow);
  expect(children).toBeLessThanOrEqual(AUDIT.childrenMax);
  const sent = program.meter.calls.slice(looks.get(program) ?? 0);
  looks.set(program, program.meter.calls.length);
  expect(Math.max(0, ...sent.map(({ bytes }) => bytes))).toBeLessThanOrEqual(AUDIT.bytesPerCall);
  expect(sent.flatMap(({ lost }) => lost)).toEqual([]);
  // People take longer than a second between two looks; this phone does not. So a second may hold all of it.
  expect(sent.length).toBeLessThanOrEqual(AUDIT.callsPerSecond);
}

/** Somebody who agrees to every message that they are asked about. */
const agreeing = (templateIds: readonly string[]) => Object.fromEntries(templateIds.map((templateId) => [templateId, 'accept']));

/** How many of the answered calls and of the requests to the stand-in came since the last look. */
function since({ answered, requests }: { readonly answered: number; readonly requests: number }) {
  return { answered: cloud.answered - answered, requests: cloudBase.requests.length - requests };
}

const now = () => ({ answered: cloud.answered, requests: cloudBase.requests.length });

test('a newcomer from the group joins, checks in and claims; a clerk redeems the coupon on a second phone', async () => {
  const { communityId, publish, clerk } = await openShop();
  const planId = await publish('checkin_plan', '每日打卡');
  const dropId = await publish('coupon_drop', '鲜果券', { groupId: GROUP });
  const cashier = await clerk('oCashier-0001');
  const before = now();
  const phone = cloud.user('oAnna-0001').phone({ groupId: GROUP, subscribe: agreeing });

  phone.launch(`/packages/member/campaign/index?c=${communityId}&id=${planId}`);
  await sees(phone, '每日打卡', '幸福里果蔬店', '完整条款', '加入，不用填表');
  await tapOn(phone, 'join');
  await tapOn(phone, 'check-in');
  await sees(phone, '已打卡，连续第 1 天。得到 5 积分。');
  await tapOn(phone, 'remind-checkin');
  await sees(phone, '已安排，3月3日晚八点还没打卡就提醒一次。');
  expect(callsOf(phone, 'reminder.accept')).toHaveLength(1);

  phone.replaceAll('/pages/home/index');
  await sees(phone, '幸福里果蔬', '3 位成员', '已确认在「幸福里果蔬群」', '连续1天', '今天 1 人已打卡', '鲜果券');
  phone.replaceAll('/pages/wall/index');
  await sees(phone, '鲜果券', '满 ¥30 可用', '剩 100 张', '仅限「幸福里果蔬群」');
  await tapOn(phone, `claim-${dropId}`);
  await sees(phone, '领到了，3月31日前到店出示。', '剩 99 张', '已领 1/1');
  await tapOn(phone, 'open-wallet');
  await sees(phone, '可以用', '鲜果券', '在 幸福里果蔬店 使用', '剩 30 天');
  phone.replaceAll('/pages/board/index');
  await sees(phone, '1 人上榜', '我 · 成员', '1 天');
  phone.replaceAll('/pages/me/index');
  await sees(phone, '幸福里果蔬', '3月2日加入', '5积分', '1可用的券', '1连续天数');

  await tapOn(phone, 'open-wallet');
  const [ticket] = await drawnTimes(phone, '.ticket__words', 1);
  if (ticket) phone.tap(ticket);
  const digits = (await drawn(phone, 'code-digits')).textContent ?? '';
  await sees(phone, '请店员扫码，或报这串数字', '领取时的条款，第 1 版');
  const counter = cashier.phone();
  counter.launch(`/packages/owner/counter/index?c=${communityId}`);
  await typeInto(counter, 'code-digits', digits);
  await tapOn(counter, 'check-code');
  await sees(counter, '鲜果券', '用到 3月31日', '持券人成员');
  await typeInto(counter, 'order-amount', '48.80');
  await sees(counter, '订单¥48.80', '券减− ¥5', '应收¥43.80', '确认核销，收 ¥43.80');
  await tapOn(counter, 'confirm-redemption');
  await sees(counter, '核销好了', '请收 ¥43.80', '09:00 核销');
  phone.wx.navigateBack();
  await sees(phone, '用过和过期的', '鲜果券', '已核销', '3月2日 09:00 核销');

  cloud.wait(DAY_MS);
  phone.replaceAll('/pages/home/index');
  await sees(phone, '今天 0 人已打卡');
  await tapOn(phone, 'check-in');
  await sees(phone, '已打卡，连续第 2 天。', '连续2天');

  // Every call of both phones was answered by the function, and the function asked the stand-in for each of them.
  await eventually(() => {
    const { answered, requests } = since(before);
    expect(answered).toBe(phone.wx.cloudCalls.length + counter.wx.cloudCalls.length);
    expect(requests).toBeGreaterThanOrEqual(answered);
  });
});

test('a poster carries the mini-code that WeChat drew, and who scans it brings both a coupon', async () => {
  const { communityId, publish } = await openShop();
  await publish('checkin_plan', '每日打卡');
  const inviteId = await publish('invite_reward', '邀请有礼');
  const easel = createEasel();
  const phone = cloud.user('oAnna-0001').phone({ groupId: GROUP, apis: easel.apis });
  phone.launch(`/packages/member/campaign/index?c=${communityId}&id=${inviteId}`);
  await tapOn(phone, 'join');
  await tapOn(phone, 'invite');
  await sees(phone, '你和朋友各得 ¥2 券', '还没有人打开你的邀请。');
  await tapOn(phone, 'open-poster');
  await drawn(phone, 'poster');
  await sees(phone, '长按图片保存，发给朋友或打印出来。');

  const poster = easel.paintings.find(({ pictures }) => pictures.length > 0);
  expect(poster?.texts).toEqual(expect.arrayContaining(['幸福里果蔬', '邀请有礼', '扫码看条款，再决定加入', '幸福里果蔬店']));
  expect(poster?.pictures.map((path) => easel.files.get(path))).toEqual([MINI_CODE]);
  expect(cloudBase.requests.filter(({ action }) => action === 'wx.openApi').map(({ body }) => body['apiName'])).toContain(
    'wxacode.getUnlimited',
  );
  expect(codesAsked).toMatchObject([{ page: 'packages/member/campaign/index', check_path: false, env_version: 'release' }]);
  // A poster that is opened again has its code already.
  phone.wx.navigateBack();
  await tapOn(phone, 'open-poster');
  await drawn(phone, 'poster');
  expect(codesAsked).toHaveLength(1);

  const { page, scene } = codesAsked[0] ?? {};
  const friend = cloud.user('oBert-0001').phone();
  friend.launch(`/${String(page)}?scene=${encodeURIComponent(String(scene))}`);
  await sees(friend, '朋友邀请你来', '邀请有礼');
  await tapOn(friend, 'join');
  await drawn(friend, 'invite');
  friend.replaceAll('/pages/home/index');
  await tapOn(friend, 'check-in');
  await sees(friend, '已打卡，连续第 1 天。', '朋友邀请的 ¥2 券也到了，在券包里。');
  friend.replaceAll(`/packages/member/wallet/index?c=${communityId}`);
  await sees(friend, '¥2', '朋友邀请');
  phone.wx.navigateBack();
  await sees(phone, '已得券');
  phone.replaceAll('/pages/wall/index');
  await sees(phone, '已有 1 位朋友得礼，最多 5 位');
  phone.replaceAll(`/packages/member/wallet/index?c=${communityId}`);
  await sees(phone, '¥2', '邀请朋友');
});

test('what is for the group alone opens to a CloudID of one’s own, not to somebody else’s and not without', async () => {
  const { owner, communityId, publish } = await openShop();
  const dropId = await publish('coupon_drop', '鲜果券', { groupId: GROUP });
  const carl = cloud.user('oCarl-0001');
  const card = `/packages/member/campaign/index?c=${communityId}&id=${dropId}`;

  const forwarded = carl.phone();
  forwarded.launch(card);
  await tapOn(forwarded, 'join');
  await sees(forwarded, '仅限「幸福里果蔬群」群成员，还没有确认你在群里。');
  await tapOn(forwarded, 'verify-group');
  await sees(forwarded, '当前的微信看不出你在哪个群');

  const borrowing = carl.phone({
    apis: {
      getGroupEnterInfo: ({ success }: { success(info: object): void }) => success({ cloudID: owner.proof(GROUP) }),
    },
  });
  borrowing.launch(card);
  await sees(borrowing, '没能确认你在哪个群。', '仅限「幸福里果蔬群」群成员，还没有确认你在群里。');

  const inGroup = carl.phone({ groupId: GROUP });
  inGroup.launch(card);
  await tapOn(inGroup, 'claim');
  await sees(inGroup, '领到了，3月31日前到店出示。');
});

test('what a page showed stays while the cloud cannot be reached, and is new again afterwards', async () => {
  const { communityId, publish } = await openShop();
  await publish('checkin_plan', '每日打卡');
  const phone = cloud.user('oAnna-0001').phone({ groupId: GROUP });
  phone.launch(`/packages/member/campaign/index?c=${communityId}`);
  await eventually(() => expect(phone.route).toBe('pages/home/index'));
  await tapOn(phone, 'join');
  await sees(phone, '欢迎加入', '今天 0 人已打卡');

  cloud.reachable = false;
  phone.replaceAll('/pages/home/index');
  await sees(phone, '没有网络，显示的是', '幸福里果蔬', '今天 0 人已打卡');
  cloud.reachable = true;
  phone.wx.changeNetwork(true);
  await eventually(() => expect(phone.screen.textContent).not.toContain('没有网络'));

  cloud.reachable = false;
  const before = now();
  await tapOn(phone, 'check-in');
  // The stamp that had fallen at the tap is taken back once it is known that nobody heard of it.
  await drawn(phone, 'refusal-offline');
  await sees(phone, '没有网络', '幸福里果蔬', '连续0天', '今天 0 人已打卡');
  expect(since(before)).toEqual({ answered: 0, requests: 0 });

  cloud.reachable = true;
  await tapOn(phone, 'check-in');
  await sees(phone, '已打卡，连续第 1 天。', '连续1天', '今天 1 人已打卡');
  await eventually(() => expect(phone.screen.textContent).not.toContain('没有网络'));
  // The check-in that nobody had heard, in three tries, was the same one: it went again with its requestId.
  const ids = callsOf(phone, 'checkin.checkIn').map(({ data }) => (data as { requestId?: string }).requestId);
  expect([ids.length, new Set(ids).size]).toEqual([4, 1]);
});

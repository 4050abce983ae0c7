// The cloud function: the same replies as the Node host, callers and groups as WeChat says.
import { describe, expect, it } from 'vitest';
import { makeId, SYSTEM } from '#core/values/ids';
import { createKeywordContentCheck } from '#server/adapters/content-check-keywords/keyword-content-check';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { noMiniCode } from '#server/adapters/mini-code-none/no-mini-code';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { AppReply } from '#server/app/create-app';
import { composeApp } from '#server/hosts/node/compose-app';
import { createHttpApp } from '#server/hosts/node/http-app';
import { createMain, type WechatContext } from '#server/hosts/wechat/api/create-main';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import { communityInput, createHeardLog } from './node-host';

const now = Date.UTC(2026, 2, 2, 4);
const clock = { now: () => now };

/** A WeChat that opens nothing when it is asked; texts are checked by the word lists, as on the Node host. */
const neverAsked = {
  messenger: createLogMessenger({ line: () => undefined }),
  openCloudId: async () => undefined,
  miniCode: noMiniCode,
  contentCheck: createKeywordContentCheck(),
  pictures: createDocumentPictures(createMemoryStore()),
  userContent: true,
  foundingOpen: true,
};

/** A memory store whose secrets are known, so that two hosts make the same ids and codes. */
async function storeWithSecrets(): Promise<Store> {
  const store = createMemoryStore();
  for (const name of ['session', 'pepper', 'codes', 'proof', 'journal']) {
    const id = makeId(SYSTEM, 'secret', name);
    await store.decide([id], () => ({ reply: null, writes: [{ kind: 'insert', document: { id, value: `${name}-`.repeat(10) } }] }));
  }
  return store;
}

interface Request {
  readonly who: string | null;
  readonly action: string;
  readonly input: unknown;
  readonly requestId?: unknown;
}

type Host = (request: Request) => Promise<AppReply>;

async function nodeHost(): Promise<Host> {
  const store = await storeWithSecrets();
  const log = createHeardLog();
  const composed = await composeApp({ store, clock, log, demo: false });
  const http = createHttpApp({ ...composed, store, log, demo: false, version: '0.0.0', publicUrl: null, webRoot: '/nowhere' });
  return async ({ who, action, input, requestId }) => {
    const token = who === null ? null : composed.identity.issueSession(`wechat:${who}`, Date.now()).token;
    const response = await http.request(`/api/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ input, requestId }),
    });
    return (await response.json()) as AppReply;
  };
}

async function wechatHost(): Promise<Host> {
  const store = await storeWithSecrets();
  let context: WechatContext = {};
  const main = createMain({ ...neverAsked, openStore: async () => store, context: () => context, clock, log: createHeardLog() });
  return async ({ who, ...event }) => {
    context = who === null ? {} : { OPENID: who, APPID: 'wxapp' };
    return JSON.parse(JSON.stringify(await main(JSON.parse(JSON.stringify(event))))) as AppReply;
  };
}

function valueIn(reply: AppReply): Record<string, unknown> {
  if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.data)}`);
  return reply.value as Record<string, unknown>;
}

/** A small life of a community, and every kind of "no", as one list of replies. */
async function live(host: Host): Promise<AppReply[]> {
  const replies: AppReply[] = [];
  let count = 0;
  const ask = async (
    who: string | null,
    action: string,
    input: unknown,
    requestId: unknown = `request-${String(count).padStart(4, '0')}`,
  ) => {
    count += 1;
    const reply = await host({ who, action, input, requestId });
    replies.push(reply);
    return reply;
  };
  const made = valueIn(await ask('oOwner', 'community.create', communityInput));
  const communityId = String(made.communityId);
  const draft = {
    type: 'coupon_drop',
    title: '满 30 减 5',
    summary: '',
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
    groupId: null,
    parameters: {
      benefit: 'amount_off',
      validity: 'fixed',
      perMemberDayMax: 0,
      amountOffFen: 500,
      thresholdFen: 3000,
      stock: 1,
      perMemberMax: 1,
      useFromOn: '2026-03-01',
      useUntilOn: '2026-03-31',
      rush: 0,
    },
  };
  const { campaignId } = valueIn(await ask('oOwner', 'campaign.save', { communityId, draft }));
  await ask('oOwner', 'campaign.preview', { communityId, campaignId });
  await ask('oOwner', 'campaign.publish', { communityId, campaignId });
  await ask('oMember', 'campaign.open', { communityId, campaignId });
  await ask('oMember', 'coupon.claim', { communityId, campaignId });
  await ask('oMember', 'community.join', { communityId });
  const { ticket } = valueIn(await ask('oMember', 'coupon.claim', { communityId, campaignId }));
  const { couponId } = ticket as { couponId: string };
  await ask('oMember', 'coupon.claim', { communityId, campaignId });
  await ask('oSecond', 'community.join', { communityId });
  await ask('oSecond', 'coupon.claim', { communityId, campaignId });
  const { code } = valueIn(await ask('oMember', 'redemption.code', { communityId, couponId }));
  const { scanToken } = valueIn(await ask('oOwner', 'redemption.scan', { communityId, code: (code as { token: string }).token }));
  await ask('oOwner', 'redemption.confirm', { communityId, scanToken, orderFen: 2_000 });
  await ask('oOwner', 'redemption.confirm', { communityId, scanToken, orderFen: 4_200 });
  await ask('oOwner', 'redemption.confirm', { communityId, scanToken, orderFen: 4_200 });
  await ask('oMember', 'coupon.wallet', { communityId });
  await ask('oMember', 'analytics.today', { communityId });
  await ask('oOwner', 'analytics.today', { communityId });
  await ask(null, 'community.mine', {});
  await ask('oMember', 'coupon.steal', {});
  await ask('oMember', 'community.home', { communityId: 7 });
  await ask('oMember', 'community.home', { communityId, personKey: 'wechat:oOwner', OPENID: 'oOwner' });
  await ask('oMember', 'community.home', JSON.parse('{"__proto__":{"communityId":"c1"}}'));
  await ask('oMember', 'community.home', 'x'.repeat(257 * 1024));
  await ask('oMember', 'membership.showName', { communityId, nickname: '小林' }, 'short');
  await ask('oMember', 'membership.showName', { communityId, nickname: '小林' }, 'request-0007');
  return replies;
}

describe('both hosts', () => {
  it('give the same replies to the same requests', async () => {
    const [byNode, byWechat] = await Promise.all([live(await nodeHost()), live(await wechatHost())]);
    expect(byWechat).toEqual(byNode);
    const codes = byNode.flatMap((reply) => (reply.ok ? [] : [reply.code]));
    expect(codes).toEqual([
      'join_required',
      'limit_reached',
      'sold_out',
      'below_threshold',
      'already_redeemed',
      'co_owner_only',
      'sign_in_required',
      'unknown_action',
      'invalid_input',
      'invalid_input',
      'invalid_input',
      'too_large',
      'request_id_required',
      'request_id_reused',
    ]);
  });
});

describe('the cloud function', () => {
  const group = (opengid: string, appid = 'wxapp') => ({
    cloudID: '79_cloud',
    data: { opengid, watermark: { appid, timestamp: now / 1_000 } },
  });
  const context = (keys: readonly string[]) => ({ OPENID: 'oOwner', APPID: 'wxapp', OPEN_DATA_INFO: JSON.stringify({ keys }) });

  async function createWithGroup(current: WechatContext, sent: unknown): Promise<AppReply> {
    const main = createMain({
      ...neverAsked,
      openStore: async () => createMemoryStore(),
      context: () => current,
      clock,
      log: createHeardLog(),
    });
    const input = { ...communityInput, group: { proof: '79_cloud', label: '果蔬群' } };
    return main({ action: 'community.create', input, requestId: 'request-0001', group: sent });
  }

  it('binds a group that WeChat opened, and refuses one that the phone made up', async () => {
    expect((await createWithGroup(context(['group']), group('tGarden'))).ok).toBe(true);
    const forged: readonly [WechatContext, unknown][] = [
      [context([]), group('tGarden')],
      [{ OPENID: 'oOwner', APPID: 'wxapp' }, group('tGarden')],
      [{ ...context(['group']), OPEN_DATA_INFO: '{"keys":' }, group('tGarden')],
      [context(['group']), group('tGarden', 'wxother')],
      [context(['group']), { ...group('tGarden'), cloudID: '79_other' }],
      [context(['group']), undefined],
    ];
    for (const [current, sent] of forged)
      expect(await createWithGroup(current, sent)).toMatchObject({ ok: false, code: 'group_proof_invalid' });
  });

  it('answers try_again until its store is configured, says why in the log, and recovers without a new start', async () => {
    const log = createHeardLog();
    let store: Store | null = null;
    const openStore = async () => {
      if (store === null) throw new Fault('not_configured', 'Set DATABASE_URL');
      return store;
    };
    const main = createMain({ ...neverAsked, openStore, context: () => context([]), clock, log });
    const request = { action: 'community.mine', input: {} };
    expect(await main(request)).toEqual({ ok: false, code: 'try_again', data: { reference: expect.stringMatching(/^[a-z2-7]{8}$/) } });
    expect(String(log.lines[0]?.error)).toContain('Set DATABASE_URL');
    store = createMemoryStore();
    expect(await main(request)).toEqual({ ok: true, value: { communities: [], mayFound: true } });
  });

  it('denies an input that is nested a hundred thousand deep, like every host', async () => {
    let input: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) input = [input];
    const openStore = async () => createMemoryStore();
    const main = createMain({ ...neverAsked, openStore, context: () => context([]), clock, log: createHeardLog() });
    expect(await main({ action: 'community.mine', input })).toMatchObject({ ok: false, code: 'invalid_input' });
  });

  it('denies an event that is nothing of the kind', async () => {
    const main = createMain({
      ...neverAsked,
      openStore: async () => createMemoryStore(),
      context: () => context([]),
      clock,
      log: createHeardLog(),
    });
    for (const event of [undefined, null, {}, { Type: 'Timer' }, { action: 7 }, { action: { toString: null } }]) {
      expect(await main(event)).toMatchObject({ ok: false, code: 'unknown_action' });
    }
  });
});

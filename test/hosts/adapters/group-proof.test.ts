// Group-only means group-only: which proofs of being in a group are believed, of the playground's chat and of WeChat.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createEncryptedGroupProof } from '#server/adapters/group-proof-encrypted/encrypted-group-proof';
import { createPlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createWechatGroupProof, type OpenedGroup } from '#server/adapters/group-proof-wechat/wechat-group-proof';
import { sealOpenData } from '../../support/wechat-open-data';
import { groupProofContract } from './group-proof.contract';

const now = Date.UTC(2026, 2, 1, 12);

const chat = createPlaygroundGroupProof('proof secret', cryptoDice);
groupProofContract({
  name: "the playground's chat",
  issue: chat.issue,
  present: chat.check,
  forgeries: (proof) => [
    createPlaygroundGroupProof('another secret', cryptoDice).issue('tGarden', 'wechat:oAnna', now),
    proof.replace('tGarden', 'tOrchard'),
  ],
});

/** WeChat, as far as cloudIDs go: knows for whom it made each, and opens it for nobody else. A stand-in, built on its documentation. */
function createCloudIds() {
  const issued = new Map<string, { readonly personKey: string; readonly data: unknown }>();
  return {
    issue(groupId: string, personKey: string, at: number): string {
      const cloudId = `79_${cryptoDice.id(40)}`;
      issued.set(cloudId, { personKey, data: { opengid: groupId, chat_type: 3, watermark: { appid: 'wxapp', timestamp: at / 1000 } } });
      return cloudId;
    },
    open(cloudID: string, personKey: string): unknown {
      const known = issued.get(cloudID);
      if (known === undefined) return { cloudID, errCode: -601005 };
      return known.personKey === personKey ? { cloudID, data: known.data } : { cloudID, errCode: -601007 };
    },
  };
}

const opening = createCloudIds();
groupProofContract({
  name: 'WeChat, opened on the way in',
  issue: opening.issue,
  present: (proof, personKey, at) => {
    const brought = { personKey, appId: 'wxapp', openedKeys: ['group'], group: opening.open(proof, personKey) };
    return createWechatGroupProof({ opened: () => brought, openCloudId: () => Promise.reject(new Error('not asked')) }).check(
      proof,
      personKey,
      at,
    );
  },
  forgeries: () => ['79_made-up'],
});

const asking = createCloudIds();
groupProofContract({
  name: 'WeChat, opened when asked',
  issue: asking.issue,
  present: (proof, personKey, at) => {
    const written = { cloudID: proof, data: { opengid: 'tGarden', watermark: { appid: 'wxapp', timestamp: at / 1000 } } };
    const brought = { personKey, appId: 'wxapp', openedKeys: null, group: written };
    return createWechatGroupProof({ opened: () => brought, openCloudId: async (cloudId) => asking.open(cloudId, personKey) }).check(
      proof,
      personKey,
      at,
    );
  },
  forgeries: () => ['79_made-up'],
});

const sessionKeys = new Map(['wechat:oAnna', 'wechat:oBert'].map((person) => [person, randomBytes(16)]));

const keyOf = (personKey: string) => sessionKeys.get(personKey) ?? randomBytes(16);
const encrypted = createEncryptedGroupProof({
  appId: 'wxapp',
  sessionKeyOf: async (personKey) => sessionKeys.get(personKey)?.toString('base64') ?? null,
});
const sealedFor = (personKey: string, opengid: string, at: number, appid = 'wxapp') =>
  sealOpenData({ opengid, chat_type: 3, watermark: { appid, timestamp: at / 1000 } }, keyOf(personKey));
groupProofContract({
  name: 'WeChat, encrypted for our own server',
  issue: (groupId, personKey, at) => sealedFor(personKey, groupId, at),
  present: encrypted.check,
  forgeries: (proof) => [sealedFor('wechat:oMallory', 'tGarden', now), JSON.stringify({ ...JSON.parse(proof), more: 1 })],
});

describe('an encrypted proof', () => {
  it('of another app, of a time to come, of a chat that is no group, or of somebody without a session is not believed', async () => {
    const check = (proof: string, personKey = 'wechat:oAnna') => encrypted.check(proof, personKey, now);
    expect(await check(sealedFor('wechat:oAnna', 'tGarden', now, 'wxother'))).toBe('invalid');
    expect(await check(sealedFor('wechat:oAnna', 'tGarden', now + 61_000))).toBe('invalid');
    expect(await check(sealOpenData({ chat_type: 1, watermark: { appid: 'wxapp', timestamp: now / 1000 } }, keyOf('wechat:oAnna')))).toBe(
      'invalid',
    );
    expect(await check(sealOpenData('no object', keyOf('wechat:oAnna')))).toBe('invalid');
    expect(await check(sealedFor('wechat:oNobody', 'tGarden', now), 'wechat:oNobody')).toBe('invalid');
  });

  it('in which one bit was turned is not believed', async () => {
    const proof = JSON.parse(sealedFor('wechat:oAnna', 'tGarden', now)) as { encryptedData: string; iv: string };
    const bytes = Buffer.from(proof.encryptedData, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(await encrypted.check(JSON.stringify({ ...proof, encryptedData: bytes.toString('base64') }), 'wechat:oAnna', now)).toBe(
      'invalid',
    );
  });
});

describe("WeChat's proof", () => {
  const good: OpenedGroup = {
    personKey: 'wechat:anna',
    appId: 'wxapp',
    openedKeys: ['group'],
    group: { cloudID: '79_abc', data: { opengid: 'tGarden', chat_type: 3, watermark: { appid: 'wxapp', timestamp: now / 1000 } } },
  };
  const check = (opened: OpenedGroup | null, at = now, person = 'wechat:anna', proof = '79_abc') =>
    createWechatGroupProof({ opened: () => opened, openCloudId: async () => opened?.group }).check(proof, person, at);
  const withGroup = (group: unknown) => ({ ...good, group });

  it('is not believed when the phone wrote the opened fields itself', async () => {
    expect(await check({ ...good, openedKeys: [] })).toBe('invalid');
    expect(await check({ ...good, openedKeys: ['other'] })).toBe('invalid');
    const asked = { ...good, openedKeys: null, group: { ...(good.group as object), data: 'made up' } };
    expect(await check(asked)).toBe('invalid');
  });

  it('is not believed for another person, another cloudID, another app, a time to come, or a chat that is no group', async () => {
    const watermark = { appid: 'wxapp', timestamp: now / 1000 };
    expect(await check(good, now, 'wechat:bert')).toBe('invalid');
    expect(await check(good, now, 'wechat:anna', '79_other')).toBe('invalid');
    expect(await check(null)).toBe('invalid');
    expect(await check({ ...good, appId: '' })).toBe('invalid');
    expect(await check({ ...good, appId: 'wxother' })).toBe('invalid');
    expect(await check(good, now - 61_000)).toBe('invalid');
    expect(await check(withGroup({ cloudID: '79_abc', data: { open_single_roomid: 'x', chat_type: 1, watermark } }))).toBe('invalid');
    for (const odd of [null, 'x', [], { cloudID: '79_abc' }, { cloudID: '79_abc', data: null }])
      expect(await check(withGroup(odd))).toBe('invalid');
  });

  it('asked for is opened, refused in the words of WeChat, or to be tried again when WeChat says nothing', async () => {
    const opened = () => ({ ...good, openedKeys: null });
    const ask = (openCloudId: (cloudId: string) => Promise<unknown>) =>
      createWechatGroupProof({ opened, openCloudId }).check('79_abc', 'wechat:anna', now);
    const fail = (errCode: number) => ask(() => Promise.reject(Object.assign(new Error('getOpenData:fail'), { errCode })));
    expect(await ask(async () => good.group)).toMatchObject({ groupId: 'tGarden' });
    expect(await ask(async () => ({ cloudID: '79_abc', errCode: -601_006 }))).toBe('expired');
    expect(await ask(async () => undefined)).toBe('invalid');
    expect([await fail(-601_005), await fail(-601_006), await fail(-601_007)]).toEqual(['invalid', 'expired', 'invalid']);
    await expect(fail(-501_001)).rejects.toMatchObject({ code: 'wechat_unavailable' });
  });

  it("keeps WeChat's own words: too old is expired, somebody else's is invalid", async () => {
    expect(await check(withGroup({ cloudID: '79_abc', errCode: -601006 }))).toBe('expired');
    expect(await check({ ...good, openedKeys: [], group: { cloudID: '79_abc', errCode: -601006 } })).toBe('expired');
    expect(await check(withGroup({ cloudID: '79_abc', errCode: -601007 }))).toBe('invalid');
  });
});

// Group-only means group-only: which proofs of being in a group are believed, of the playground's chat and of WeChat.
import { describe, expect, it } from 'vitest';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createPlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createWechatGroupProof, type OpenedGroup } from '#server/adapters/group-proof-wechat/wechat-group-proof';
import { PROOF_LIFE_MS } from '#server/ports/group-proof';

const now = Date.UTC(2026, 2, 1, 12);

describe("the playground's proof", () => {
  const chat = createPlaygroundGroupProof('proof secret', cryptoDice);
  const proof = chat.issue('garden', 'demo:anna', now);

  it('names the group and always has the same digest, until the last millisecond of five minutes', async () => {
    const first = await chat.check(proof, 'demo:anna', now);
    expect(first).toMatchObject({ groupId: 'garden', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await chat.check(proof, 'demo:anna', now + PROOF_LIFE_MS - 1)).toEqual(first);
    expect(await chat.check(proof, 'demo:anna', now + PROOF_LIFE_MS)).toBe('expired');
  });

  it('is worth nothing in the hands of another person', async () => {
    expect(await chat.check(proof, 'demo:bert', now)).toBe('invalid');
  });

  it('cannot be forged, altered or respelled', async () => {
    const stranger = createPlaygroundGroupProof('another secret', cryptoDice).issue('garden', 'demo:anna', now);
    const spellings = [stranger, proof.replace('garden', 'orchard'), `${proof}=`, ` ${proof}`, proof.slice(0, -1), '', '{}'];
    for (const spelling of spellings) expect(await chat.check(spelling, 'demo:anna', now)).toBe('invalid');
  });

  it('differs each time it is issued, so that each is used once', () => {
    expect(chat.issue('garden', 'demo:anna', now)).not.toBe(proof);
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
    createWechatGroupProof(() => opened).check(proof, person, at);
  const withGroup = (group: unknown) => ({ ...good, group });

  it('is believed for five minutes when WeChat opened it for this caller', async () => {
    const first = await check(good);
    expect(first).toMatchObject({ groupId: 'tGarden', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await check(good, now + PROOF_LIFE_MS)).toEqual(first);
    expect(await check(good, now + PROOF_LIFE_MS + 1)).toBe('expired');
  });

  it('is not believed when the phone wrote the opened fields itself', async () => {
    expect(await check({ ...good, openedKeys: [] })).toBe('invalid');
    expect(await check({ ...good, openedKeys: ['other'] })).toBe('invalid');
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

  it("keeps WeChat's own words: too old is expired, somebody else's is invalid", async () => {
    expect(await check(withGroup({ cloudID: '79_abc', errCode: -601006 }))).toBe('expired');
    expect(await check(withGroup({ cloudID: '79_abc', errCode: -601007 }))).toBe('invalid');
  });
});

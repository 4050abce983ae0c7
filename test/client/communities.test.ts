// Coming in by a card, with or without a proof of the group, and looking at one community among several.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createCommunities } from '#app/features/community/communities';
import { campaignPath, readEntry } from '#app/features/community/entry';
import { countedIds, good, no, scriptTransport } from '../support/scripted-transport';

const entry = { communityId: 'c1', campaignId: 'p1', inviteToken: 'inv1' };
const entered = good({ memberId: 'm1', role: 'visitor', joinedAt: null, invited: true, inviteRefusal: null });

function communitiesOf(script: Parameters<typeof scriptTransport>[0], remembered: string | null = null) {
  const transport = scriptTransport(script);
  const memory = new Map(remembered === null ? [] : [['community', remembered]]);
  let looks = 0;
  const communities = createCommunities(
    createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    { recall: (name) => memory.get(name) ?? null, remember: (name, value) => void memory.set(name, value ?? '') },
    countedIds(),
    () => {
      looks += 1;
    },
  );
  return { communities, transport, memory, looks: () => looks };
}

test('a tapped card brings its proof, its campaign and its invite', async () => {
  const { communities, transport } = communitiesOf({ 'community.enter': [entered] });
  expect(await communities.enter(entry, 'proof-1')).toEqual({ ok: true, proofNo: null, inviteRefusal: null });
  expect(transport.sent[0]?.input).toEqual({ communityId: 'c1', campaignId: 'p1', inviteToken: 'inv1', proof: 'proof-1' });
  expect(communities.current()).toBe('c1');
});

test('a proof that does not count keeps nobody out, and its reason is told', async () => {
  const { communities, transport } = communitiesOf({ 'community.enter': [no('group_proof_expired', { seconds: 300 }), entered] });
  expect(await communities.enter(entry, 'proof-1')).toMatchObject({ ok: true, proofNo: { code: 'group_proof_expired' } });
  expect(transport.sent[1]?.input).toEqual({ communityId: 'c1', campaignId: 'p1', inviteToken: 'inv1' });
  expect(transport.sent[1]?.requestId).not.toBe(transport.sent[0]?.requestId);
});

test('whoever may found a community is told so by the server alone', async () => {
  const { communities } = communitiesOf({ 'community.mine': [good({ communities: [], mayFound: true })] });
  expect(communities.store.getState().mayFound).toBe(false);
  await communities.load();
  expect(communities.store.getState().mayFound).toBe(true);
});

test('a community that is not there is a refusal, and nothing is looked at', async () => {
  const { communities } = communitiesOf({ 'community.enter': [no('not_found', { what: 'community' })] });
  expect(await communities.enter(entry, null)).toMatchObject({ ok: false, code: 'not_found' });
  expect(communities.store.getState().communityId).toBeNull();
});

test('the community of last time is looked at again, and another one when that is gone', async () => {
  const mine = good({
    communities: [
      { community: { communityId: 'c1' }, role: 'member' },
      { community: { communityId: 'c2' }, role: 'owner' },
    ],
  });
  const again = communitiesOf({ 'community.mine': [mine] }, 'c2');
  await again.communities.load();
  expect(again.communities.current()).toBe('c2');
  const gone = communitiesOf({ 'community.mine': [mine] }, 'c9');
  await gone.communities.load();
  expect(gone.communities.current()).toBe('c1');
});

test('a visitor who has joined nothing yet looks on where they were, and a community that is gone is forgotten', async () => {
  const none = good({ communities: [] });
  const visitor = communitiesOf({ 'community.mine': [none], 'community.home': [good({})] }, 'c1');
  await visitor.communities.load();
  expect(visitor.communities.current()).toBe('c1');
  const gone = communitiesOf({ 'community.mine': [none], 'community.home': [no('not_found', { what: 'community' })] }, 'c1');
  await gone.communities.load();
  expect(gone.communities.store.getState().communityId).toBeNull();
  expect(gone.memory.get('community')).toBe('');
});

test('looking elsewhere is remembered and forgets what was on show, looking at the same does neither', () => {
  const { communities, memory, looks } = communitiesOf({});
  communities.look('c1');
  communities.look('c1');
  expect(looks()).toBe(1);
  expect(memory.get('community')).toBe('c1');
});

test('an entry is read from a query, from a mini-code and from nothing', () => {
  expect(readEntry({ c: 'c1', id: 'p1', t: 'inv1', $taroTimestamp: '1' })).toEqual(entry);
  expect(readEntry({ scene: encodeURIComponent('c1.inv1') })).toEqual({ communityId: 'c1', campaignId: null, inviteToken: 'inv1' });
  expect(readEntry({ scene: '%E0%A4%A' })).toBeNull();
  expect(readEntry({})).toBeNull();
  expect(campaignPath('c1', 'p1')).toBe('/packages/member/campaign/index?c=c1&id=p1');
});

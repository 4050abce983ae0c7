// Who may do what, generated from the contract: every action by everybody, on things that are theirs, another community's, or nobody's.
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, contract, type Who } from '#core/contract';
import { openShop, type Resident, type Shop, shanghai } from '../support/town';

type Rank = 'visitor' | 'member' | 'clerk' | 'owner' | 'stranger' | 'other owner';

const denialFor: Readonly<Record<Exclude<Who, 'anyone' | 'person'>, Readonly<Record<Rank, string | null>>>> = {
  member: { visitor: 'join_required', stranger: 'join_required', 'other owner': 'join_required', member: null, clerk: null, owner: null },
  clerk: {
    visitor: 'join_required',
    stranger: 'join_required',
    'other owner': 'join_required',
    member: 'clerk_only',
    clerk: null,
    owner: null,
  },
  owner: {
    visitor: 'join_required',
    stranger: 'join_required',
    'other owner': 'join_required',
    member: 'owner_only',
    clerk: 'owner_only',
    owner: null,
  },
};
const denials = ['join_required', 'clerk_only', 'owner_only'];
const ranks: readonly Rank[] = ['visitor', 'stranger', 'other owner', 'member', 'clerk', 'owner'];
const inside = (Object.keys(contract) as ActionName[]).filter((action) => action !== 'community.create' && action !== 'community.mine');

let shop: Shop;
let staff: Readonly<Record<'member' | 'clerk' | 'owner', Resident>>;
let known: Readonly<Record<string, string>>;

beforeAll(async () => {
  shop = await openShop();
  const { communityId, owner } = shop;
  const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { perMemberMax: 20 } });
  const member = await shop.member('member');
  staff = { member, clerk: await shop.clerk('clerk'), owner };
  const { ticket } = await member.get('coupon.claim', { communityId, campaignId });
  known = { communityId, campaignId, couponId: ticket.couponId, memberId: member.memberIdIn(communityId) };
});

/** People from outside, new for every action since one of the actions is joining; and the other owner's community. */
async function outsiders(action: ActionName) {
  const [visitor, stranger, other] = ['visitor', 'stranger', 'other'].map((kind) => shop.town.person(`${kind} ${action}`));
  if (!visitor || !stranger || !other) throw new Error('three people');
  await visitor.get('community.enter', { communityId: shop.communityId });
  const { communityId } = await other.get('community.create', {
    name: '茶馆',
    theme: '好茶',
    promise: '每天一杯好茶',
    organiser: '茶馆',
    contact: '010-5555 0102',
    ...shanghai,
  });
  return { people: { visitor, stranger, 'other owner': other }, otherCommunity: communityId };
}

const aDraft = {
  type: 'coupon_drop',
  title: '标题',
  summary: '',
  startsOn: '2026-03-02',
  endsOn: '2026-03-31',
  groupId: null,
  parameters: {},
};

/** An input of the right shape; ids come from `ids`. */
function inputFor(action: ActionName, ids: Readonly<Record<string, string>>, person: Resident): never {
  const own: Partial<Record<ActionName, Record<string, unknown>>> = {
    'community.describe': { name: '茶馆', theme: '好茶', promise: '每天一杯好茶', organiser: '幸福里果蔬店', contact: '010-5555 0102' },
    'community.bindGroup': { proof: person.proof(), label: '群' },
    'community.appoint': { memberId: ids['memberId'], role: 'member' },
    'membership.showName': { nickname: '名字' },
    'membership.showAvatar': { picture: null },
    'membership.saveTag': { name: '老客' },
    'membership.removeTag': { tagId: 'nothing' },
    'points.setPolicy': { validMonths: 12, pendingDays: 0 },
    'points.memberStatement': { memberId: ids['memberId'] },
    'points.reverse': {
      memberId: ids['memberId'],
      grant: { actorId: ids['memberId'], requestId: 'r', index: 0 },
      reason: '算错了',
    },
    'membership.saveSegment': { name: '老客', conditions: [{ kind: 'seen_within', amount: 7 }] },
    'membership.removeSegment': { segmentId: 'nothing' },
    'membership.story': { memberId: ids['memberId'], part: 'who' },
    'membership.countSegment': { conditions: [{ kind: 'seen_within', amount: 7 }] },
    'membership.tag': { memberId: ids['memberId'], tags: [] },
    'invite.reverse': {
      inviterId: ids['memberId'],
      inviteeId: ids['memberId'],
      reason: 'same_person',
      evidence: '同一台手机',
    },
    'moderation.decide': { memberId: ids['memberId'], shown: 'nickname', since: 0, refusal: null },
    'moderation.judge': { memberId: ids['memberId'], slot: 'answer', since: 0, refusal: null },
    'content.answer': { chosen: [1] },
    'content.post': { text: '你好' },
    'points.orders': { state: 'ordered' },
    'points.handOver': { memberId: ids['memberId'], n: 1 },
    'points.cancelOrder': { memberId: ids['memberId'], n: 1, reason: '没有货了' },
    'trial.apply': { text: '豆浆' },
    'trial.report': { text: '外脆里软,下次还来买', stars: 5 },
    'content.remove': { slot: 'answer' },
    'content.accept': { slot: 'q1', helperId: ids['memberId'] },
    'content.report': { memberId: ids['memberId'], slot: 'answer', reason: 'other' },
    'campaign.save': { draft: aDraft },
    'campaign.improve': { draft: aDraft },
    'campaign.list': { state: 'draft' },
    'campaign.warnAt': { percent: 10 },
    'campaign.reach': { seen: [], opened: [] },
    'checkin.makeUp': { on: '2026-03-01' },
    'redemption.code': { couponId: ids['couponId'] },
    'redemption.scan': { code: '1234567890' },
    'redemption.preview': { scanToken: 'none', orderFen: 1 },
    'redemption.confirm': { scanToken: 'none', orderFen: 1 },
    'redemption.undo': { couponId: ids['couponId'], reason: '按错了' },
    'leaderboard.board': { kind: 'checkin', period: 'week' },
    'leaderboard.last': { kind: 'checkin', period: 'week' },
    'leaderboard.hide': { hidden: false },
    'promise.settle': { memberId: ids['memberId'], about: ids['memberId'] },
    'promise.report': { memberId: ids['memberId'], kind: 'coupon', n: 1, words: '没有货了' },
    'promise.holders': { part: 'coupons' },
    'promise.complain': { reason: 'not_honoured', text: '' },
    'promise.complaints': { state: 'open' },
    'promise.answer': { memberId: ids['memberId'], n: 1, text: '抱歉', settled: false },
    'reminder.accept': { accepted: [{ kind: 'coupon_expiring', couponId: ids['couponId'] }] },
    'reminder.stop': { kind: 'coupon_expiring' },
  };
  const { entries } = contract[action].input as unknown as { entries: Record<string, unknown> };
  const named = Object.hasOwn(entries, 'campaignId') && action !== 'campaign.save' ? { campaignId: ids['campaignId'] } : {};
  return { communityId: ids['communityId'], ...named, ...own[action] } as never;
}

describe.each(inside)('%s', (action) => {
  const { who } = contract[action];
  let people: Readonly<Record<Rank, Resident>>;
  let otherCommunity: string;
  beforeAll(async () => {
    const outside = await outsiders(action);
    people = { ...staff, ...outside.people };
    // Whoever leaves for good is not there for the actions after this one.
    if (action === 'membership.erase') people = { ...people, member: await shop.member('leaves'), clerk: await shop.clerk('leaves too') };
    otherCommunity = outside.otherCommunity;
  });

  test.each(ranks)(`(for ${who}) asked for by a %s`, async (rank) => {
    const person = people[rank];
    const expected = who === 'anyone' || who === 'person' ? null : denialFor[who][rank];
    const before = shop.town.written();
    const code = await person.code(action, inputFor(action, known, person));
    if (expected === null) expect(denials).not.toContain(code);
    else {
      expect(code).toBe(expected);
      expect(shop.town.written()).toBe(before);
    }
  });

  test('in a community that does not exist is refused, whoever asks, and writes nothing', async () => {
    const before = shop.town.written();
    for (const rank of ranks) {
      const code = await people[rank].code(action, inputFor(action, { ...known, communityId: 'nowhere' }, people[rank]));
      expect(code).toBe(who === 'anyone' || who === 'person' ? 'not_found' : 'join_required');
    }
    expect(shop.town.written()).toBe(before);
  });

  test("with another community's ids finds nothing there and changes nothing here", async () => {
    const other = people['other owner'];
    const before = JSON.stringify([...(await contentOf())]);
    const reply = await other.call(action, inputFor(action, { ...known, communityId: otherCommunity }, other));
    if (!reply.ok)
      expect(['not_found', 'code_unknown', 'scan_expired', 'already_joined', 'nothing_waiting', 'owner_stays']).toContain(reply.code);
    expect(JSON.stringify(reply)).not.toContain(known['communityId']);
    expect(JSON.stringify([...(await contentOf())])).toBe(before);
  });
});

/** The documents of the shop that an intruder would want to change. */
async function contentOf() {
  const { communityId, campaignId, couponId, memberId } = known;
  const ids = ['community', `campaign/${campaignId}`, `stock/${campaignId}`, `member/${memberId}`].map((path) => `${communityId}/${path}`);
  const documents = await shop.town.store.read([...ids, couponId ?? '']);
  expect(documents.size).toBe(5);
  return documents;
}

// Two shops in one town that know nothing of each other, each with everything that can be pointed at by an id.
import type { KnownValues } from './any-input';
import { createRecordingMessenger } from './recording-messenger';
import { createTown, type DraftChoices, openShop, type Resident, type Shop, type Town } from './town';
import { type Content, createWholeStore } from './whole-store';

/** Who somebody is in a shop: of the community, come but not joined, dismissed as a clerk, or gone with everything erased. */
export type ShopRole = 'owner' | 'co_owner' | 'clerk' | 'member' | 'visitor' | 'dismissed' | 'left';

/** A shop with its people, and what exists in it by the names of fields. */
export interface FullShop extends Shop {
  readonly people: Readonly<Record<ShopRole, Resident>>;
  /** A text that stands in everything that somebody of this shop has written. */
  readonly mark: string;
  readonly known: KnownValues;
  readonly campaigns: Readonly<Record<string, string>>;
}

/** The town. */
export interface TwoShops {
  readonly town: Town;
  readonly here: FullShop;
  readonly there: FullShop;
  /** Somebody who has never opened either. */
  readonly stranger: Resident;
  content(): Promise<Content>;
}

const drafts: readonly DraftChoices[] = [
  { type: 'checkin_plan', parameters: { pointsPerDay: 50 } },
  { type: 'coupon_drop', parameters: { stock: 500, perMemberMax: 20 } },
  { type: 'points_exchange', parameters: { item: '美式咖啡一杯', pricePoints: 10, stock: 50, perMemberMax: 20 } },
  { type: 'invite_reward' },
  { type: 'poll' },
  { type: 'quiz' },
  { type: 'question' },
  { type: 'topic' },
  { type: 'trial', parameters: { item: '核桃包' } },
  { type: 'season_prize' },
  { type: 'notice' },
  { type: 'welcome_gift' },
];

async function openCampaigns(shop: Shop, mark: string): Promise<Record<string, string>> {
  const campaigns: Record<string, string> = {};
  const common = { title: `${mark}活动`, endsOn: '2026-05-31' };
  for (const draft of drafts) campaigns[draft.type] = await shop.publish({ ...draft, ...common });
  campaigns['draft'] = await shop.save({ type: 'coupon_drop', ...common });
  campaigns['ended'] = await shop.publish({ type: 'coupon_drop', ...common });
  await shop.owner.get('campaign.end', { communityId: shop.communityId, campaignId: campaigns['ended'] ?? '' });
  return campaigns;
}

async function gatherPeople(shop: Shop, key: string): Promise<FullShop['people']> {
  const { communityId, town } = shop;
  const visitor = town.person(`${key} visitor`);
  await visitor.get('community.enter', { communityId });
  const [dismissed, left] = [await shop.clerk(`${key} dismissed`), await shop.member(`${key} left`)];
  const coOwner = await shop.member(`${key} co-owner`);
  await shop.appoint(coOwner, 'co_owner');
  await shop.appoint(dismissed, 'member');
  await left.get('membership.erase', { communityId });
  return {
    owner: shop.owner,
    co_owner: coOwner,
    clerk: await shop.clerk(`${key} clerk`),
    member: await shop.member(`${key} member`),
    visitor,
    dismissed,
    left,
  };
}

/** What the members do: something of every kind, so that there is an id of every kind. */
async function liveADay(shop: Shop, { member, clerk, dismissed }: FullShop['people'], campaigns: Record<string, string>, mark: string) {
  const { communityId, owner, town } = shop;
  const at = (type: string) => ({ communityId, campaignId: campaigns[type] ?? '' });
  await member.get('membership.showName', { communityId, nickname: `${mark}安娜` });
  await member.get('checkin.checkIn', at('checkin_plan'));
  const tickets: string[] = [];
  for (let n = 0; n < 4; n += 1) tickets.push((await member.get('coupon.claim', at('coupon_drop'))).ticket.couponId);
  const [used = '', couponId = ''] = tickets;
  const codeOf = async (coupon: string) => (await member.get('redemption.code', { communityId, couponId: coupon })).code;
  const first = await clerk.get('redemption.scan', { communityId, code: (await codeOf(used)).token });
  await clerk.get('redemption.confirm', { communityId, scanToken: first.scanToken, orderFen: 5_000 });
  const code = await codeOf(couponId);
  const { scanToken } = await clerk.get('redemption.scan', { communityId, code: code.token });
  await member.get('points.exchange', at('points_exchange'));
  const { token } = await member.get('invite.create', at('invite_reward'));
  const friend = town.person(`${mark} friend`);
  await friend.get('community.enter', { ...at('invite_reward'), inviteToken: token });
  await friend.get('community.join', { communityId });
  await friend.get('checkin.checkIn', at('checkin_plan'));
  const asked = await member.get('content.post', { ...at('question'), text: `${mark}怎么存放?` });
  const memberId = member.memberIdIn(communityId);
  const question = { memberId, slot: asked.slot };
  const answered = await clerk.get('content.post', { ...at('question'), question, text: `${mark}放阴凉处` });
  const topic = await dismissed.get('content.post', { ...at('topic'), text: `${mark}豆浆` });
  await member.get('content.report', { ...at('topic'), memberId: dismissed.memberIdIn(communityId), slot: topic.slot, reason: 'other' });
  await member.get('trial.apply', { ...at('trial'), text: `${mark}油条` });
  await member.get('promise.complain', { ...at('coupon_drop'), couponId, reason: 'differs', text: `${mark}不一样` });
  const { tagId } = await owner.get('membership.saveTag', { communityId, name: `${mark}客` });
  await owner.get('membership.tag', { communityId, memberId, tags: [tagId] });
  const conditions = [{ kind: 'has_tag', tagId } as const];
  const { segmentId } = await owner.get('membership.saveSegment', { communityId, name: `${mark}群`, conditions });
  const statement = await member.get('points.statement', { communityId });
  return {
    couponId: [couponId, ...tickets],
    code: [code.digits, code.token],
    scanToken: [scanToken, first.scanToken],
    inviteToken: [token],
    memberId: [memberId, friend.memberIdIn(communityId)],
    inviterId: [memberId],
    inviteeId: [friend.memberIdIn(communityId)],
    helperId: [clerk.memberIdIn(communityId)],
    question: [question],
    slot: [asked.slot, answered.slot, topic.slot, 'answer', 'apply', 'report'],
    tagId: [tagId],
    tags: [[tagId], []],
    segmentId: [segmentId],
    grant: statement.lines.flatMap((line) => (line.grant === null ? [] : [line.grant])),
  };
}

/** Opens a shop whose people have keys that begin with `key`, and in which everything written bears `mark`. */
async function openFullShop(town: Town, key: string, mark: string): Promise<FullShop> {
  const texts = { name: `${mark}果蔬`, theme: `${mark}水果`, promise: `${mark}每天打卡`, organiser: `${mark}果蔬店` };
  const ownerKey = `${key} owner`;
  const group = { proof: town.person(ownerKey).proof(), label: `${mark}群` };
  const shop = await openShop(town, { ...texts, group }, ownerKey);
  const { communityId, owner } = shop;
  const people = await gatherPeople(shop, key);
  const campaigns = await openCampaigns(shop, mark);
  const made = await liveADay(shop, people, campaigns, mark);
  const { groups } = await owner.get('community.groups', { communityId });
  const { draft } = await owner.get('campaign.preview', { communityId, campaignId: campaigns['draft'] ?? '' });
  const memberIds = [...made.memberId, ...Object.values(people).map((person) => person.memberIdIn(communityId))];
  const campaignIds = [campaigns['coupon_drop'] ?? '', ...Object.values(campaigns)];
  const known = {
    ...made,
    communityId: [communityId],
    campaignId: campaignIds,
    memberId: memberIds,
    groupId: groups.map(({ groupId }) => groupId),
    draft: [draft],
    n: [1, 2],
    about: [memberIds[0], '1'],
    seen: [campaignIds.slice(0, 3)],
    opened: [campaignIds.slice(0, 1)],
    on: ['2026-03-02', '2026-03-01'],
    month: ['2026-03'],
  };
  return { ...shop, people, campaigns, known, mark };
}

/** Opens both. */
export async function openTwoShops(): Promise<TwoShops> {
  const whole = createWholeStore();
  const town = createTown({ store: whole.store, messenger: createRecordingMessenger() });
  const here = await openFullShop(town, 'here', '亳');
  const there = await openFullShop(town, 'there', '鄠');
  return { town, here, there, stranger: town.person('stranger'), content: whole.content };
}

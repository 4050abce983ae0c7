// What the owner of a simulated community does: publishes campaigns of every type, pauses, ends and improves them, and makes good.
import type { InputOf, ValueOf } from '#core/contract';
import { givenRoles } from '#core/rules/community/roles';
import { policyRuleIds } from '#core/rules/policy/rule-ids';
import { addDays, type Day } from '#core/values/day';
import { type DraftChoices, draftFrom } from '../support/town';
import type { Chance } from './chance';
import { CO_OWNER, type Offer, OWNER, type Stage } from './stage';

type Draft = InputOf<'campaign.improve'>['draft'];
type Parameters = Readonly<Record<string, number | string | readonly Readonly<Record<string, number | string>>[]>>;

/** Numbers small enough to be used up, and every way in which a type can be set. */
const choices: Readonly<Record<Offer['type'], (chance: Chance, endsOn: Day) => Parameters>> = {
  checkin_plan: (chance) => ({
    pointsPerDay: 5 + chance.below(20),
    pointsBudget: chance.oneIn(2) ? 50_000 : 30 + chance.below(200),
    milestones: [{ days: 2 + chance.below(2), points: 20 }],
    ...(chance.oneIn(3)
      ? {}
      : {
          more: 1,
          makeUp: chance.pick(['monthly', 'both', 'earned']),
          cardEveryDays: 2,
          grace: 1,
          rest: chance.pick(['none', 'weekend']),
        }),
  }),
  coupon_drop: (chance) => ({ stock: 3 + chance.below(12), perMemberMax: 1 + chance.below(3), rush: chance.below(2) }),
  group_price: (chance) => ({ item: '红富士', evidence: '三月第一周挂牌价', stock: 2 + chance.below(10), quantityMax: 2 }),
  invite_reward: (chance) => ({ pairs: 2 + chance.below(6), inviterMax: 1 + chance.below(4), inviterDayMax: 1 }),
  welcome_gift: (chance) => ({ gifts: 2 + chance.below(10), gives: chance.pick(['points', 'coupon']) }),
  points_exchange: (chance) => ({
    pricePoints: 5 + chance.below(30),
    stock: 2 + chance.below(6),
    perMemberMax: 1 + chance.below(2),
    gives: chance.pick(['goods', 'goods', 'coupon']),
  }),
  season_prize: () => ({}),
  quiz: (chance) => ({ pointsBudget: 2 + chance.below(20) }),
  poll: () => ({}),
  notice: () => ({}),
  topic: () => ({}),
  question: () => ({}),
  trial: (chance, endsOn) => ({
    item: '核桃包',
    places: 1 + chance.below(3),
    selection: chance.pick(['first_come', 'criteria']),
    useUntilOn: addDays(endsOn, 5),
    reportUntilOn: addDays(endsOn, 9),
  }),
};

const types = Object.keys(choices) as readonly Offer['type'][];

/** What can be raised of a running campaign. */
const raised = ['stock', 'pointsBudget', 'pairs', 'gifts', 'places'] as const;

/** Drafts as each type begins, on the day of the question. */
export type Starts = ValueOf<'campaign.types'>['types'];

/** Saves a draft and publishes it; what is refused stays a draft. */
export async function publish(stage: Stage, starts: Starts, type: Offer['type'], days: number, by = OWNER): Promise<void> {
  const { communityId, chance, post, offers, today } = stage;
  const start = starts.find(({ code }) => code === type)?.start;
  if (start === undefined) throw new Error(`no type ${type}`);
  const [startsOn, endsOn] = [today(), addDays(today(), days)];
  const groupId = chance.oneIn(6) ? 'fruit-group' : null;
  const parameters = choices[type](chance, endsOn);
  const draft = draftFrom(start, { type, startsOn, endsOn, groupId, parameters } as DraftChoices);
  const saved = await post.send(by, 'campaign.save', { communityId, draft });
  if (saved === null) return;
  const { campaignId } = saved;
  const published = await post.send(by, 'campaign.publish', { communityId, campaignId, confirmed: [...policyRuleIds] });
  if (published !== null) offers.push({ campaignId, type, endsOn, parameters: draft.parameters });
}

/** Raises what can be raised of a running campaign, or only gives it another name. */
async function improve({ communityId, chance, post, look }: Stage, offer: Offer, by: string): Promise<void> {
  const { campaignId } = offer;
  const before = await look(by, 'campaign.preview', { communityId, campaignId });
  if (before === null) return;
  const more = raised.flatMap((name) => {
    const value = before.draft.parameters[name];
    return typeof value === 'number' ? [[name, value + 1 + chance.below(4)] as const] : [];
  });
  const parameters = { ...before.draft.parameters, ...Object.fromEntries(more) };
  const draft = { ...before.draft, title: `活动${1 + chance.below(9)}`, parameters } as Draft;
  const input = { communityId, campaignId, draft, confirmed: [...policyRuleIds] };
  if ((await post.send(by, 'campaign.improve', input)) !== null) offer.parameters = parameters;
}

async function undo({ communityId, chance, post, look }: Stage, by: string): Promise<void> {
  const recent = await look(by, 'redemption.recent', { communityId });
  const [line] = recent === null ? [] : chance.shuffled(recent.lines.slice(0, 3));
  if (line !== undefined) await post.send(by, 'redemption.undo', { communityId, couponId: line.couponId, reason: '按错了' });
}

async function makeGood({ communityId, chance, post, look }: Stage, by: string): Promise<void> {
  const open = await look(by, 'promise.open', { communityId });
  for (const { campaignId, memberId, about, owed } of open?.promises ?? []) {
    const words = owed.kind === 'words' || chance.oneIn(4) ? { words: '当面说清楚了' } : {};
    if (chance.oneIn(2)) await post.send(by, 'promise.settle', { communityId, campaignId, memberId, about, ...words });
  }
}

/** Takes back an invite that was fraud, or a grant of points. */
async function takeBack({ communityId, chance, post, look, offers, members, memberIdOf }: Stage, by: string): Promise<void> {
  const invites = offers.find(({ type }) => type === 'invite_reward');
  if (invites !== undefined && chance.oneIn(2)) {
    const { campaignId } = invites;
    const page = await look(by, 'invite.review', { communityId, campaignId });
    const paid = page?.invites.find(({ state }) => state === 'rewarded');
    if (paid === undefined) return;
    const evidence = '同一部手机注册';
    const key = { communityId, campaignId, inviterId: paid.inviter.memberId, inviteeId: paid.friend.memberId };
    await post.send(by, 'invite.reverse', { ...key, reason: 'same_person', evidence });
    return;
  }
  const memberId = memberIdOf(chance.pick(members));
  const statement = await look(by, 'points.memberStatement', { communityId, memberId });
  const given = statement?.lines.find(({ grant, reversed }) => grant !== null && !reversed);
  if (!given?.grant) return;
  await post.send(by, 'points.reverse', { communityId, memberId, grant: given.grant, reason: '发错了' });
}

async function judge({ communityId, chance, post, look }: Stage, by: string): Promise<void> {
  const queue = await look(by, 'moderation.texts', { communityId });
  for (const { campaignId, person, slot, since } of queue?.waiting ?? []) {
    const refusal = chance.oneIn(2) ? 'other' : null;
    await post.send(by, 'moderation.judge', { communityId, campaignId, memberId: person.memberId, slot, since, refusal });
  }
  const complaints = await look(by, 'promise.complaints', { communityId, state: 'open' });
  for (const { campaignId, memberId, n } of complaints?.complaints ?? []) {
    const settled = chance.oneIn(2);
    await post.send(by, 'promise.answer', { communityId, campaignId, memberId, n, text: '抱歉,已经补上了', settled });
  }
}

/** Says yes or no to who waits, and now and then how people come in from now on. */
async function meetNewcomers({ communityId, chance, post, look }: Stage, by: string): Promise<void> {
  const waiting = await look(by, 'community.applicants', { communityId });
  for (const { person, askedAt } of waiting?.applicants ?? []) {
    const refusal = chance.oneIn(3) ? { reason: 'full' as const, text: '' } : null;
    await post.send(by, 'community.admit', { communityId, memberId: person.memberId, askedAt, refusal });
  }
  if (!chance.oneIn(2)) return;
  const questions = chance.oneIn(2) ? ['住在哪个小区？'] : [];
  await post.send(by, 'community.setJoining', { communityId, approval: chance.oneIn(2), questions });
}

/** Puts a member out, or the co-owner, whom the owner alone can; lets somebody back in, and answers those who appeal. */
async function guardTheDoor(stage: Stage, by: string): Promise<void> {
  const { communityId, chance, post, look, members, memberIdOf } = stage;
  const here = { communityId };
  const waiting = await look(by, 'risk.queue', { ...here, part: 'waiting' });
  for (const { person, state, appealed } of waiting?.reviews ?? []) {
    if (state !== 'blocked' || !appealed) continue;
    await post.send(by, 'risk.answer', { ...here, memberId: person.memberId, text: '看过了', lifted: chance.oneIn(2) });
  }
  await meetNewcomers(stage, by);
  const out = await look(by, 'community.members', { ...here, among: { blocked: true } });
  for (const { person } of out?.members ?? []) {
    if (chance.oneIn(2)) await post.send(by, 'community.unblock', { ...here, memberId: person.memberId });
  }
  if (!chance.oneIn(2)) return;
  const memberId = memberIdOf(chance.oneIn(6) ? CO_OWNER : chance.pick(members));
  await post.send(by, 'community.block', { ...here, memberId, reason: 'rules', text: '' });
}

/** The owner takes the desk from the co-owner or gives it back, now and then with two taps at once; a co-owner cannot. */
async function appoint({ communityId, chance, post, memberIdOf }: Stage, by: string): Promise<void> {
  const memberId = memberIdOf(CO_OWNER);
  const roles = [chance.pick(givenRoles), 'co_owner' as const].slice(chance.below(2));
  await Promise.all(roles.map((role) => post.send(by, 'community.appoint', { communityId, memberId, role })));
}

/** A while at the owner's desk, at which the owner sits or the co-owner, who may have been dismissed. */
export async function manage(stage: Stage, starts: Starts): Promise<void> {
  const { communityId, chance, post, offers, today } = stage;
  const by = chance.oneIn(3) ? CO_OWNER : OWNER;
  if (chance.oneIn(8)) await appoint(stage, by);
  for (const type of ['checkin_plan', 'coupon_drop', 'points_exchange'] as const) {
    const isThere = offers.some((offer) => offer.type === type && offer.endsOn >= today());
    if (!isThere) await publish(stage, starts, type, 4 + chance.below(6), by);
  }
  if (!chance.oneIn(4)) await publish(stage, starts, chance.pick(types), 2 + chance.below(10), by);
  const offer = chance.pick(offers);
  const key = { communityId, campaignId: offer.campaignId };
  if (chance.oneIn(10)) await post.send(by, 'campaign.pause', key);
  if (chance.oneIn(3)) await post.send(by, 'campaign.resume', key);
  if (chance.oneIn(16)) await post.send(by, 'campaign.end', key);
  if (chance.oneIn(3)) await improve(stage, offer, by);
  if (chance.oneIn(2)) await undo(stage, by);
  if (chance.oneIn(2)) await makeGood(stage, by);
  if (chance.oneIn(3)) await takeBack(stage, by);
  if (chance.oneIn(3)) await judge(stage, by);
  if (chance.oneIn(3)) await guardTheDoor(stage, by);
}

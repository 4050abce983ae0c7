// The towns in which pictures are taken: always on the same day, with the same people, campaigns and coupons.
import { addDays } from '#core/values/day';
import type { Instant } from '#core/values/instant';
import { openRings } from '../stage/open-rings';
import { openShop, type Shop } from '../stage/open-shop';
import { STILL_AT, type Stage, startStage, type Voice } from '../stage/start-stage';
import { liveTwoWeeks } from './busy-weeks';

/** A town, with the ids of what pictures are taken of by short names. */
export interface Town {
  readonly stage: Stage;
  /** Its address in the browser: the server's own has a port that is free by chance, and posters show addresses. */
  readonly origin: string;
  /** Where its clock stands. */
  readonly now: Instant;
  readonly ids: Readonly<Record<string, string>>;
}

const originOf = (name: string) => `http://${name}.localhost`;

/** What a browser must be told to find the towns at their addresses. */
export function wayTo(towns: readonly Town[]): string {
  const rules = towns.map(({ origin, stage }) => `MAP ${new URL(origin).host} ${new URL(stage.origin).host}`);
  return `--host-resolver-rules=${rules.join(', ')}`;
}

/** What the shop has on offer. */
async function publishAll(shop: Shop): Promise<Record<string, string>> {
  const { groupId } = shop;
  const coupon = { amountOffFen: 500, thresholdFen: 3_000 };
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const drop = await shop.publish('coupon_drop', '周末水果券', { groupId, parameters: { ...coupon, perMemberMax: 2, stock: 30 } });
  const gone = await shop.publish('coupon_drop', '头茬草莓券', { parameters: { ...coupon, stock: 1 } });
  const price = await shop.publish('group_price', '本群草莓价', {
    groupId,
    parameters: { item: '丹东草莓一盒', evidence: '丹东草莓，本店 3 月 1 日至 7 日每盒 15 元' },
  });
  const invite = await shop.publish('invite_reward', '请邻居来', { parameters: coupon });
  const welcome = await shop.publish('welcome_gift', '第一次来就有礼');
  const exchange = await shop.publish('points_exchange', '积分换咖啡', { parameters: { item: '美式咖啡一杯', pricePoints: 20, stock: 5 } });
  const prizes = await shop.publish('season_prize', '本周打卡榜有奖', { endsOn: addDays(shop.today, 11), parameters: { period: 'week' } });
  const quiz = await shop.publish('quiz', '果蔬小常识', {
    parameters: {
      questions: [
        { question: '买回来的草莓，什么时候洗？', optionA: '放进冰箱以前', optionB: '吃以前', optionC: '', optionD: '', right: 2 },
      ],
    },
  });
  const poll = await shop.publish('poll', '下周进哪样水果', {
    parameters: { options: [{ option: '蒙自石榴' }, { option: '攀枝花枇杷' }] },
  });
  const topic = await shop.publish('topic', '今天的早餐', { parameters: { prompt: '今天的早餐，你吃了什么？' } });
  const question = await shop.publish('question', '买菜做菜问问看', { parameters: { about: '买菜、存菜、做菜，有什么想问的？' } });
  const notice = await shop.publish('notice', '清明三天的营业时间', {
    parameters: {
      paragraphs: [{ text: '各位邻居：清明三天照常开门，早上七点到下午五点。' }, { text: '青团每天上午十点出锅，卖完为止。' }],
    },
  });
  const trial = await shop.publish('trial', '新到酸奶请您先尝', { parameters: { item: '原味酸奶一杯', question: '你平时早餐吃什么？' } });
  return { plan, drop, gone, price, invite, welcome, exchange, prizes, quiz, poll, topic, question, notice, trial };
}

/** Four mornings of check-ins; on the last of them the member has not come yet. */
async function passMornings(shop: Shop, stage: Stage, plan: string, people: Readonly<Record<string, Voice>>): Promise<void> {
  const { communityId } = shop;
  const mornings = [['member', 'neighbour', 'clerk'], ['member', 'neighbour'], ['member', 'neighbour', 'clerk'], ['neighbour']];
  for (const [index, names] of mornings.entries()) {
    if (index > 0) await stage.playground('clock', { to: 'next_day' });
    for (const name of names) await people[name]?.get('checkin.checkIn', { communityId, campaignId: plan });
  }
}

/** What the members have done with what is on offer. */
async function takeThings(
  shop: Shop,
  offers: Readonly<Record<string, string>>,
  people: Readonly<Record<'member' | 'neighbour' | 'clerk', Voice>>,
) {
  const { communityId } = shop;
  const { member, neighbour, clerk } = people;
  const all = Object.values(offers);
  for (const persona of ['member', 'neighbour', 'clerk']) {
    const voice = await shop.enter(persona);
    // Seen and opened by everybody from the beginning: a picture that is taken is no visit that another one shows.
    await voice.get('campaign.reach', { communityId, seen: all, opened: all });
  }
  const at = (name: string) => ({ communityId, campaignId: offers[name] ?? '' });
  const { couponId } = (await member.get('coupon.claim', at('drop'))).ticket;
  const used = (await member.get('coupon.claim', at('drop'))).ticket.couponId;
  const { code } = await member.get('redemption.code', { communityId, couponId: used });
  const { scanToken } = await clerk.get('redemption.scan', { communityId, code: code.token });
  await clerk.get('redemption.confirm', { communityId, scanToken, orderFen: 8_000 });
  await neighbour.get('coupon.claim', at('gone'));
  await neighbour.get('points.exchange', at('exchange'));
  await neighbour.get('content.answer', { ...at('quiz'), chosen: [1] });
  await neighbour.get('content.answer', { ...at('poll'), chosen: [2] });
  await clerk.get('content.answer', { ...at('poll'), chosen: [1] });
  await neighbour.get('content.post', { ...at('topic'), text: '小米粥配拌黄瓜。' });
  await neighbour.get('content.post', { ...at('question'), text: '荠菜怎么存？' });
  await clerk.get('content.post', { ...at('topic'), text: '全网最好吃的豆浆' });
  await member.get('promise.complain', {
    communityId,
    campaignId: offers.drop ?? '',
    couponId,
    reason: 'not_honoured',
    text: '店员说没有这张券',
  });
  return { coupon: couponId, ticket: couponId.replaceAll('/', '-'), used };
}

/** A shop in its first week, with everything that it can offer and people in every situation. */
async function openTheShop(): Promise<Town> {
  const stage = await startStage({ still: true });
  const shop = await openShop(stage);
  const { communityId, owner } = shop;
  const offers = await publishAll(shop);
  await owner.get('membership.showName', { communityId, nickname: '周姐' });
  const people = {
    member: await shop.join('member', '小林'),
    neighbour: await shop.join('neighbour', '梅姨'),
    clerk: await shop.join('clerk', '小陈'),
  };
  await shop.appoint('clerk');
  const early = await shop.publish('invite_reward', '老朋友带新朋友', { parameters: { amountOffFen: 500, thresholdFen: 3_000 } });
  const { token } = await people.member.get('invite.create', { communityId, campaignId: early });
  const friend = await stage.voice('newcomer');
  await friend.get('community.enter', { communityId, campaignId: early, inviteToken: token });
  await friend.get('community.join', { communityId });
  await friend.get('membership.showName', { communityId, nickname: '团购代理' });
  await people.member.get('invite.create', { communityId, campaignId: offers.invite ?? '' });
  await owner.get('campaign.end', { communityId, campaignId: early });
  await passMornings(shop, stage, offers.plan ?? '', people);
  const coupons = await takeThings(shop, offers, people);
  const { types } = await owner.get('campaign.types', { communityId });
  const start = types.find(({ code }) => code === 'coupon_drop')?.start;
  if (start === undefined) throw new Error('there are no coupons');
  const day = await stage.today();
  const parameters = { ...start.parameters, useFromOn: day, useUntilOn: addDays(day, 20) };
  const draft = { ...start, startsOn: day, endsOn: addDays(day, 13), parameters };
  const { campaignId: ready } = await owner.get('campaign.save', { communityId, draft: { ...draft, title: '下周的青菜券' } });
  const { campaignId: risky } = await owner.get('campaign.save', {
    communityId,
    draft: { ...draft, title: '周末啤酒券', summary: '啤酒秒杀' },
  });
  const { tagId } = await owner.get('membership.saveTag', { communityId, name: '老客' });
  const idOf = async (voice: Voice) => (await voice.get('community.home', { communityId })).me.memberId;
  const [member, neighbour] = [await idOf(people.member), await idOf(people.neighbour)];
  await owner.get('membership.tag', { communityId, memberId: member, tags: [tagId] });
  return {
    stage,
    origin: originOf('shop'),
    now: await stage.now(),
    ids: { community: communityId, ...offers, early, ...coupons, ready, risky, member, neighbour },
  };
}

/** A community on its first morning: one plan, nobody but its owner, and people outside who may look. */
async function openAFreshOne(): Promise<Town> {
  const stage = await startStage({ still: true });
  const shop = await openShop(stage);
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const drop = await shop.publish('coupon_drop', '周末水果券', { groupId: shop.groupId });
  await shop.join('clerk', '小陈');
  const outsider = await stage.voice('friend');
  await outsider.get('community.enter', { communityId: shop.communityId });
  await outsider.get('community.join', { communityId: shop.communityId });
  return { stage, origin: originOf('fresh'), now: await stage.now(), ids: { community: shop.communityId, plan, drop } };
}

/** A shop in which two rings have been noticed: of one the owner knows nothing yet, of the other's inviter there is an appeal. */
async function openTheRings(): Promise<Town> {
  const stage = await startStage({ still: true });
  const rings = await openRings(stage);
  const { shop, member, neighbour, ids } = rings;
  const here = { communityId: shop.communityId };
  const { review } = await shop.owner.get('risk.review', { ...here, memberId: ids.neighbour });
  const restriction = { boards: true, invites: true, days: 15, text: '六个账号十分钟内到齐，再没来过' } as const;
  await shop.owner.get('risk.decide', { ...here, memberId: ids.neighbour, noticedAt: review.noticedAt, restriction });
  await neighbour.get('risk.appeal', { ...here, text: '都是广场舞的姐妹，跳完舞一起来的' });
  await member.get('community.enter', here);
  return { stage, origin: originOf('ring'), now: await stage.now(), ids: { community: shop.communityId, ...ids } };
}

/** A community in its third week, with so many people that its results tell shares. */
async function openABusyOne(): Promise<Town> {
  const stage = await startStage({ still: true });
  const shop = await openShop(stage);
  const { groupId } = shop;
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const drop = await shop.publish('coupon_drop', '周末水果券', {
    groupId,
    parameters: { amountOffFen: 500, thresholdFen: 3_000, stock: 60 },
  });
  const milk = await shop.publish('coupon_drop', '早餐奶券', { parameters: { amountOffFen: 200, thresholdFen: 1_000, stock: 60 } });
  const invite = await shop.publish('invite_reward', '请邻居来', { parameters: { amountOffFen: 500, thresholdFen: 3_000 } });
  await shop.join('clerk', '小陈');
  await shop.appoint('clerk');
  const offers = { plan, drop, milk, invite };
  await stage.between((store) => liveTwoWeeks(store, { communityId: shop.communityId, startAt: STILL_AT, ...offers }));
  return { stage, origin: originOf('busy'), now: await stage.now(), ids: { community: shop.communityId, ...offers } };
}

/** A community that wants to know who comes: one waits, one was turned down, and one was put out. */
async function openTheDoor(): Promise<Town> {
  const stage = await startStage({ still: true });
  const shop = await openShop(stage);
  const { communityId, owner } = shop;
  const here = { communityId };
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const out = await shop.join('neighbour', '梅姨');
  const question = '住在哪个小区？';
  await owner.get('community.setJoining', { ...here, approval: true, questions: [question, '怎么称呼？'] });
  const answersOf = (text: string, name: string) => [
    { question, text },
    { question: '怎么称呼？', text: name },
  ];
  const ids: Record<string, string> = { community: communityId, plan };
  for (const [persona, text, name] of [
    ['clerk', '不方便说', '路人'],
    ['member', '幸福里三号楼二单元', '小林'],
  ] as const) {
    const voice = await shop.enter(persona);
    await voice.get('community.join', { ...here, answers: answersOf(text, name) });
    ids[persona] = (await voice.get('community.home', here)).me.memberId;
  }
  const { applicants } = await owner.get('community.applicants', here);
  const askedAt = applicants.find(({ person }) => person.memberId === ids.clerk)?.askedAt ?? 0;
  const refusal = { reason: 'answers', text: '请写上楼号再来' } as const;
  await owner.get('community.admit', { ...here, memberId: ids.clerk ?? '', askedAt, refusal });
  ids.out = (await out.get('community.home', here)).me.memberId;
  await owner.get('community.block', { ...here, memberId: ids.out, reason: 'advertising', text: '连发三天外链' });
  return { stage, origin: originOf('door'), now: await stage.now(), ids };
}

/** Every town by its name. */
export const openTown = { shop: openTheShop, fresh: openAFreshOne, ring: openTheRings, busy: openABusyOne, door: openTheDoor } as const;

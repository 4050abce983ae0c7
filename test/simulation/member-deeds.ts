// What the members and the clerks of a simulated community do when they open it.
import { addDays } from '#core/values/day';
import { MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { CLERKS, type Offer, OWNER, type Stage } from './stage';

type Deed = (stage: Stage, personKey: string) => Promise<unknown>;

/** A campaign of one of these types, mostly one that is not over; null where the owner has published none yet. */
export function offerOf({ offers, chance, today }: Stage, ...types: readonly Offer['type'][]): Offer | null {
  const fitting = offers.filter(({ type }) => types.includes(type));
  const running = fitting.filter(({ endsOn }) => endsOn >= today());
  const chosen = running.length === 0 || chance.oneIn(8) ? fitting : running;
  return chosen.length === 0 ? null : chance.pick(chosen);
}

/** Arrives by the group's card, by a friend's, or by itself; and joins more often than not. */
export async function arrive({ communityId, chance, post, look, tokens, person }: Stage, personKey: string): Promise<void> {
  const invite = tokens.length > 0 && chance.oneIn(2) ? { inviteToken: chance.pick(tokens) } : {};
  const proof = chance.oneIn(3) ? {} : { proof: person(personKey).proof() };
  await post.send(personKey, 'community.enter', { communityId, ...invite, ...proof });
  const home = await look(personKey, 'community.home', { communityId });
  if (home?.me.wish?.state === 'waiting' && chance.oneIn(3)) await post.send(personKey, 'community.withdraw', { communityId });
  const answers = (home?.community.joining?.questions ?? []).map((question) => ({ question, text: '三号楼' }));
  if (!chance.oneIn(5)) await post.send(personKey, 'community.join', { communityId, answers });
}

const checkIn: Deed = async (stage, personKey) => {
  const { communityId, post, chance, today } = stage;
  const plan = offerOf(stage, 'checkin_plan');
  if (plan === null) return;
  const on = chance.oneIn(8) ? { on: addDays(today(), -1) } : {};
  await post.send(personKey, 'checkin.checkIn', { communityId, campaignId: plan.campaignId, ...on });
};

const makeUp: Deed = async (stage, personKey) => {
  const { communityId, post, chance, today } = stage;
  const plan = offerOf(stage, 'checkin_plan');
  if (plan === null) return;
  const on = addDays(today(), -1 - chance.below(3));
  await post.send(personKey, 'checkin.makeUp', { communityId, campaignId: plan.campaignId, on });
};

const claim: Deed = async (stage, personKey) => {
  const { communityId, post, chance } = stage;
  const drop = offerOf(stage, 'coupon_drop', 'coupon_drop', 'group_price');
  if (drop === null) return;
  const quantity = drop.type === 'group_price' && chance.oneIn(2) ? { quantity: 1 + chance.below(3) } : {};
  const input = { communityId, campaignId: drop.campaignId, ...quantity };
  // Two taps that are two wishes, at once: a limit has to hold between them.
  await Promise.all(Array.from({ length: chance.oneIn(4) ? 2 : 1 }, () => post.send(personKey, 'coupon.claim', input)));
};

const exchange: Deed = async (stage, personKey) => {
  const goods = offerOf(stage, 'points_exchange');
  if (goods === null) return;
  await stage.post.send(personKey, 'points.exchange', { communityId: stage.communityId, campaignId: goods.campaignId });
};

/** Shows a coupon at the counter: one clerk or both scan it, or one without a network keeps a note of it. */
const redeem: Deed = async (stage, personKey) => {
  const { communityId, chance, look, notes, now } = stage;
  const wallet = await look(personKey, 'coupon.wallet', { communityId });
  const usable = wallet?.tickets.filter(({ state }) => state === 'usable') ?? [];
  if (usable.length === 0) return;
  const { couponId } = chance.pick(usable);
  const shown = await look(personKey, 'redemption.code', { communityId, couponId });
  if (shown === null) return;
  if (chance.oneIn(5)) {
    notes.push({ couponId, code: shown.code.token, scannedAt: now() });
    return;
  }
  await Promise.all((chance.oneIn(3) ? CLERKS : [chance.pick(CLERKS)]).map((clerk) => confirm(stage, clerk, couponId, shown.code.digits)));
};

async function confirm(stage: Stage, clerk: string, couponId: string, code: string, scannedAt?: number): Promise<void> {
  const { communityId, chance, post, look } = stage;
  const late = scannedAt === undefined ? {} : { scannedAt };
  const scanned = await look(clerk, 'redemption.scan', { communityId, code, ...late });
  if (scanned === null) return;
  const orderFen = 100 + chance.below(9_000);
  await post.send(clerk, 'redemption.confirm', { communityId, scanToken: scanned.scanToken, orderFen }, couponId);
}

/** Clerks settle what they noted, hand over what was ordered, and say what cannot be given. */
export async function serve(stage: Stage): Promise<void> {
  const { communityId, chance, post, notes, look } = stage;
  const clerk = chance.pick(CLERKS);
  const due = notes.splice(0, chance.below(notes.length + 1));
  await Promise.all(due.map(({ couponId, code, scannedAt }) => confirm(stage, chance.pick(CLERKS), couponId, code, scannedAt)));
  const open = await look(clerk, 'points.orders', { communityId, state: 'ordered' });
  for (const { campaignId, holder, n } of open?.orders ?? []) {
    const key = { communityId, campaignId, memberId: holder.memberId, n };
    if (chance.oneIn(2)) await post.send(clerk, 'points.handOver', key);
    else if (chance.oneIn(3)) await post.send(OWNER, 'points.cancelOrder', { ...key, reason: '没有货了' });
    else if (chance.oneIn(4)) await post.send(clerk, 'promise.report', { ...key, kind: 'exchange', words: '卖完了' });
  }
}

const inviteFriend: Deed = async (stage, personKey) => {
  const { communityId, post, tokens } = stage;
  const invites = offerOf(stage, 'invite_reward');
  if (invites === null) return;
  const card = await post.send(personKey, 'invite.create', { communityId, campaignId: invites.campaignId });
  if (card !== null) tokens.push(card.token);
};

const answer: Deed = async (stage, personKey) => {
  const { communityId, post, chance } = stage;
  const asked = offerOf(stage, 'quiz', 'poll');
  if (asked === null) return;
  await post.send(personKey, 'content.answer', { communityId, campaignId: asked.campaignId, chosen: [1 + chance.below(2)] });
};

const readNotice: Deed = async (stage, personKey) => {
  const notice = offerOf(stage, 'notice');
  if (notice !== null) await stage.post.send(personKey, 'content.read', { communityId: stage.communityId, campaignId: notice.campaignId });
};

/** Writes something, or does something about what another has written. */
const talk: Deed = async (stage, personKey) => {
  const { communityId, chance, post, look } = stage;
  const place = offerOf(stage, 'topic', 'question');
  if (place === null) return;
  const here = { communityId, campaignId: place.campaignId };
  const thread = await look(personKey, 'content.thread', here);
  const [first] = thread === null ? [] : chance.shuffled([...thread.posts, ...thread.mine]);
  const text = chance.pick(['豆浆', '怎么存放?', '放阴凉处', '很好吃']);
  if (first === undefined || chance.oneIn(3)) return post.send(personKey, 'content.post', { ...here, text });
  const key = { ...here, memberId: first.person.memberId, slot: first.slot };
  if (first.mine && chance.oneIn(3)) return post.send(personKey, 'content.remove', { ...here, slot: first.slot });
  if (chance.oneIn(4)) return post.send(personKey, 'content.report', { ...key, reason: 'other' });
  if (place.type !== 'question') return;
  if (!first.mine) {
    const question = { memberId: first.person.memberId, slot: first.slot };
    return post.send(personKey, 'content.post', { ...here, question, text });
  }
  const answers = await look(personKey, 'content.thread', { ...here, question: { memberId: first.person.memberId, slot: first.slot } });
  const [helper] = answers?.posts ?? [];
  if (helper === undefined) return;
  return post.send(personKey, 'content.accept', { ...here, slot: first.slot, helperId: helper.person.memberId });
};

const tryOut: Deed = async (stage, personKey) => {
  const { communityId, chance, post } = stage;
  const trial = offerOf(stage, 'trial');
  if (trial === null) return;
  const here = { communityId, campaignId: trial.campaignId };
  if (chance.oneIn(2)) return post.send(personKey, 'trial.apply', { ...here, text: '豆浆和馒头' });
  if (chance.oneIn(2)) return post.send(personKey, 'trial.read', here);
  return post.send(personKey, 'trial.report', {
    ...here,
    text: '用了一周,很喜欢,早餐每天都用它,家里人也喜欢。',
    stars: 1 + chance.below(5),
  });
};

/** Agrees to be reminded, or will hear no more of it. */
const agree: Deed = async (stage, personKey) => {
  const { communityId, chance, post } = stage;
  if (chance.oneIn(8)) return post.send(personKey, 'reminder.stop', { communityId, kind: 'checkin_open' });
  const plan = offerOf(stage, 'checkin_plan');
  if (plan === null) return;
  return post.send(personKey, 'reminder.accept', { communityId, accepted: [{ kind: 'checkin_open', campaignId: plan.campaignId }] });
};

const complain: Deed = async (stage, personKey) => {
  const { communityId, chance, post, offers } = stage;
  const { campaignId } = chance.pick(offers);
  await post.send(personKey, 'promise.complain', { communityId, campaignId, reason: 'other', text: '和说的不一样' });
};

const show: Deed = async ({ communityId, chance, post }, personKey) => {
  if (chance.oneIn(2)) return post.send(personKey, 'leaderboard.hide', { communityId, hidden: chance.oneIn(2) });
  return post.send(personKey, 'membership.showName', { communityId, nickname: chance.oneIn(2) ? '小名' : null });
};

const lookAround: Deed = async ({ communityId, chance, post, offers, person }, personKey) => {
  const seen = chance.shuffled(offers.map(({ campaignId }) => campaignId)).slice(0, 5);
  if (chance.oneIn(2)) return post.send(personKey, 'campaign.reach', { communityId, seen, opened: seen.slice(0, 1) });
  return post.send(personKey, 'community.enter', { communityId, proof: person(personKey).proof() });
};

const leave: Deed = async ({ communityId, chance, post }, personKey) => {
  if (chance.oneIn(2)) await post.send(personKey, 'membership.erase', { communityId });
};

/** What somebody does on a visit, each as often as it stands here. */
const deeds: readonly Deed[] = [
  ...Array.from({ length: 8 }, () => checkIn),
  ...Array.from({ length: 4 }, () => claim),
  ...Array.from({ length: 4 }, () => redeem),
  ...[makeUp, makeUp, exchange, exchange, inviteFriend, inviteFriend, answer, readNotice, talk, talk, tryOut, tryOut],
  ...[agree, complain, show, lookAround, leave],
];

/** Somebody opens the community and does a thing or two, most of them checking in first. */
export async function visit(stage: Stage, personKey: string): Promise<void> {
  const { chance, goTo, now } = stage;
  if (!chance.oneIn(3)) await checkIn(stage, personKey);
  for (let left = 1 + chance.below(3); left > 0; left -= 1) {
    await chance.pick(deeds)(stage, personKey);
    goTo(now() + chance.below(MINUTE_MS) + SECOND_MS);
  }
}

/** What somebody does who was put out: uses what they have, appeals, and mostly tries what they may not. */
export async function visitFromOutside(stage: Stage, personKey: string): Promise<void> {
  const { communityId, chance, post } = stage;
  if (chance.oneIn(2)) await redeem(stage, personKey);
  if (chance.oneIn(2)) await post.send(personKey, 'risk.appeal', { communityId, text: chance.oneIn(2) ? '不是我发的' : '' });
  if (chance.oneIn(2)) await checkIn(stage, personKey);
  if (chance.oneIn(3)) await post.send(personKey, 'community.join', { communityId });
}

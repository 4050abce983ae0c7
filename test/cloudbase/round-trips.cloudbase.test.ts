// What each action asks of CloudBase, in requests: every action of the contract through the real application, counted on the stand-in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, contract, type InputOf, type ValueOf } from '#core/contract';
import { HOUR_MS, MINUTE_MS } from '#core/values/instant';
import { askedOf, openStore, startStandIn } from '../store/cloudbase-case';
import { openCounter } from '../support/counter';
import { aJpeg, base64Of } from '../support/jpeg';
import { createLoadedChecker } from '../support/loaded-checker';
import { createRecordingMessenger } from '../support/recording-messenger';
import { createTown, FIRST_DAY, type Resident } from '../support/town';
import { countDoor } from './count-door';
import { countGifts } from './count-gifts';
import { countReviews } from './count-reviews';
import { ordinary, situations } from './ordinary-requests';

const cloudBase = await startStandIn();

/** What was asked, by action, or by action and situation. */
const asked = new Map<string, readonly string[]>();

/** Calls an action that must succeed and writes down what it asked. */
async function count<A extends ActionName>(person: Resident, action: A, input: InputOf<A>, situation = ''): Promise<ValueOf<A>> {
  cloudBase.clearLog();
  const value = await person.get(action, input);
  asked.set(situation === '' ? action : `${action}, ${situation}`, askedOf(cloudBase));
  return value;
}

const actions = Object.keys(contract) as ActionName[];

beforeAll(async () => {
  const checker = createLoadedChecker();
  checker.texts.set('老板', 'review');
  const counter = await openCounter({}, createTown({ store: openStore(), contentCheck: checker, messenger: createRecordingMessenger() }));
  const { town, owner, anna, cashier, communityId, member, publish, save, scan, coupon, campaignId: drop } = counter;
  const here = { communityId };

  await founding();
  const plan = await planning();
  await comingBack();
  await inviting();
  await countGifts(count, counter, plan);
  await atTheCounter();
  await showing();
  await promising();
  await talking();
  await countReviews(count, counter, plan);
  await countDoor(count, counter);
  await leaving();

  async function founding(): Promise<void> {
    const other = town.person('other owner');
    const founded = await count(other, 'community.create', {
      name: '河边茶馆',
      theme: '茶与点心',
      promise: '每天打卡,攒积分换一杯茶',
      organiser: '河边茶馆',
      contact: '010-5555 0102',
      zone: 'Asia/Shanghai',
      dayStartsMinutes: 0,
      group: { proof: other.proof('tea-group'), label: '茶客' },
    });
    await count(other, 'community.bindGroup', { communityId: founded.communityId, proof: other.proof('second-group'), label: '茶客二' });
    const about = { name: '河边茶馆', theme: '茶与点心', promise: '每天一杯好茶', organiser: '河边茶馆', contact: '010-5555 0103' };
    await count(other, 'community.describe', { communityId: founded.communityId, ...about });
    await count(other, 'community.groups', { communityId: founded.communityId });
    await count(other, 'community.mine', {});
  }

  async function planning(): Promise<string> {
    await count(owner, 'campaign.types', here);
    const { types } = await owner.get('campaign.types', here);
    const start = types.find(({ code }) => code === 'checkin_plan')?.start;
    const draft = { ...start, title: '三月打卡' } as InputOf<'campaign.save'>['draft'];
    const { campaignId } = await count(owner, 'campaign.save', { ...here, draft });
    await count(owner, 'campaign.preview', { ...here, campaignId });
    await count(owner, 'forecast.basis', { ...here, campaignId });
    await count(owner, 'campaign.publish', { ...here, campaignId });
    await count(owner, 'campaign.post', { ...here, campaignId });
    const { campaignId: second } = await owner.get('campaign.save', { ...here, draft });
    await count(owner, 'campaign.list', { ...here, state: 'draft' });
    await count(owner, 'campaign.discard', { ...here, campaignId: second });
    const paused = await publish({ type: 'coupon_drop' });
    const { draft: published } = await owner.get('campaign.preview', { ...here, campaignId: paused });
    const more = { ...published, parameters: { ...published.parameters, stock: 200 } };
    await count(owner, 'campaign.improve', { ...here, campaignId: paused, draft: more });
    await count(owner, 'campaign.warnAt', { ...here, campaignId: paused, percent: 10 });
    await count(anna, 'campaign.versions', { ...here, campaignId: paused });
    await count(owner, 'campaign.pause', { ...here, campaignId: paused });
    await count(owner, 'campaign.resume', { ...here, campaignId: paused });
    await count(owner, 'campaign.end', { ...here, campaignId: paused });
    return campaignId;
  }

  async function comingBack(): Promise<void> {
    const newcomer = town.person('newcomer');
    await count(newcomer, 'community.enter', { ...here, proof: newcomer.proof() }, 'a newcomer from the group');
    await count(newcomer, 'community.join', here);
    await count(newcomer, 'checkin.checkIn', { ...here, campaignId: plan }, 'the first ever');
    await anna.get('checkin.checkIn', { ...here, campaignId: plan });
    town.nextDay();
    await count(anna, 'community.enter', here);
    await count(anna, 'community.enter', here, 'again on the same day');
    await count(anna, 'community.home', here);
    await count(anna, 'campaign.reach', { ...here, seen: [drop, plan], opened: [plan] });
    await count(anna, 'campaign.open', { ...here, campaignId: plan });
    await count(anna, 'campaign.why', { ...here, campaignId: plan });
    await count(anna, 'campaign.glance', { ...here, campaignId: plan });
    await count(anna, 'checkin.checkIn', { ...here, campaignId: plan });
    const parameters = { more: 1, makeUp: 'monthly' };
    const forgiving = await publish({ type: 'checkin_plan', startsOn: FIRST_DAY, parameters });
    await count(anna, 'checkin.makeUp', { ...here, campaignId: forgiving, on: FIRST_DAY });
    await count(anna, 'checkin.calendar', { ...here, campaignId: plan });
    await count(anna, 'points.statement', here);
    await count(anna, 'leaderboard.board', { ...here, kind: 'checkin', period: 'week' });
    await count(anna, 'leaderboard.board', { ...here, kind: 'checkin', period: 'league' }, "one's own league");
    await count(newcomer, 'coupon.claim', { ...here, campaignId: drop });
    await count(await member('another newcomer'), 'coupon.claim', { ...here, campaignId: drop }, 'the first ever');
    const second = await publish({ type: 'coupon_drop' });
    await count(newcomer, 'coupon.claim', { ...here, campaignId: second }, 'the second of a day');
    const rush = await publish({ type: 'coupon_drop', parameters: { rush: 1 } });
    await count(anna, 'coupon.claim', { ...here, campaignId: rush }, 'a rush');
    await count(anna, 'coupon.wallet', here);
    await count(owner, 'analytics.today', here);
    await count(owner, 'analytics.days', here);
    await count(owner, 'analytics.needs', here);
  }

  async function inviting(): Promise<void> {
    const campaignId = await publish({ type: 'invite_reward' });
    const { token } = await count(anna, 'invite.create', { ...here, campaignId });
    await count(anna, 'invite.code', { ...here, campaignId });
    const [friend, other] = [town.person('friend'), town.person('other friend')];
    await count(friend, 'community.enter', { ...here, campaignId, inviteToken: token }, 'a friend by an invite');
    await other.get('community.enter', { ...here, campaignId, inviteToken: token });
    for (const one of [friend, other]) await one.get('community.join', here);
    await count(friend, 'checkin.checkIn', { ...here, campaignId: plan }, 'that pays an invite');
    await count(other, 'coupon.claim', { ...here, campaignId: drop }, 'that pays an invite');
    await count(anna, 'invite.list', here);
    await count(anna, 'audit.replay', here);
    await count(owner, 'invite.review', { ...here, campaignId });
    const friendId = friend.memberIdIn(communityId);
    await count(owner, 'membership.story', { ...here, memberId: friendId, part: 'deeds' });
    for (const part of ['who', 'coupons', 'given'] as const) {
      await count(owner, 'membership.story', { ...here, memberId: friendId, part }, part);
    }
    await count(owner, 'analytics.results', here);
    const between = { inviterId: anna.memberIdIn(communityId), inviteeId: friend.memberIdIn(communityId) };
    await count(owner, 'invite.reverse', { ...here, campaignId, ...between, reason: 'same_person', evidence: '同一台手机' });
  }

  async function atTheCounter(): Promise<void> {
    const { code } = await count(anna, 'redemption.code', coupon);
    await count(cashier, 'redemption.scan', { ...here, code: code.digits }, 'typed digits');
    await count(cashier, 'redemption.scan', { ...here, code: code.token });
    const scanToken = await scan();
    await count(cashier, 'redemption.preview', { ...here, scanToken, orderFen: 5_000 });
    await count(cashier, 'redemption.confirm', { ...here, scanToken, orderFen: 5_000 });
    await count(cashier, 'redemption.recent', here);
    await count(owner, 'redemption.shift', here);
    town.wait(MINUTE_MS);
    await count(owner, 'redemption.undo', { ...coupon, reason: '按错了' });
  }

  async function showing(): Promise<void> {
    await count(anna, 'membership.showName', { ...here, nickname: '小林' });
    await count(anna, 'membership.showAvatar', { ...here, picture: base64Of(aJpeg()) });
    await count(anna, 'leaderboard.hide', { ...here, hidden: true });
    await count(anna, 'reminder.wallet', here);
    await count(anna, 'reminder.accept', { ...here, accepted: [{ kind: 'checkin_open', campaignId: plan }] });
    await count(anna, 'reminder.stop', { ...here, kind: 'checkin_open' });
    const ben = await member('ben');
    await ben.get('membership.showName', { ...here, nickname: '老板娘' });
    const { waiting } = await count(owner, 'moderation.queue', here);
    const since = waiting[0]?.nickname?.since ?? 0;
    await count(owner, 'moderation.decide', { ...here, memberId: ben.memberIdIn(communityId), shown: 'nickname', since, refusal: null });
    await count(anna, 'membership.standing', here);
    await count(owner, 'points.policy', here);
    await count(owner, 'points.setPolicy', { ...here, validMonths: 24, pendingDays: 0 });
    const memberId = anna.memberIdIn(communityId);
    const { lines } = await count(owner, 'points.memberStatement', { ...here, memberId });
    const grant = lines[0]?.grant ?? { actorId: '', requestId: '', index: 0 };
    await count(owner, 'points.reverse', { ...here, memberId, grant, reason: '算错了' });
    const conditions = [{ kind: 'points_at_least', amount: 1 } as const];
    const { segmentId } = await count(owner, 'membership.saveSegment', { ...here, name: '有积分的', conditions });
    for (const view of ['membership.segments', 'membership.tags'] as const) await count(owner, view, here);
    await count(owner, 'membership.countSegment', { ...here, conditions });
    await count(owner, 'membership.removeSegment', { ...here, segmentId });
    const { tagId } = await count(owner, 'membership.saveTag', { ...here, name: '老客' });
    await count(owner, 'membership.tag', { ...here, memberId: ben.memberIdIn(communityId), tags: [tagId] });
    await count(owner, 'membership.removeTag', { ...here, tagId });
    await count(owner, 'community.appoint', { ...here, memberId: ben.memberIdIn(communityId), role: 'co_owner' }, 'a co-owner');
    const campaignId = await publish({ type: 'season_prize' });
    town.wait(9 * 24 * HOUR_MS);
    await town.runTimer();
    await count(anna, 'leaderboard.settlement', { ...here, campaignId });
    await count(anna, 'leaderboard.last', { ...here, kind: 'checkin', period: 'week' });
  }

  async function promising(): Promise<void> {
    const campaignId = await publish({ type: 'invite_reward' });
    const { token } = await anna.get('invite.create', { ...here, campaignId });
    const friend = town.person('late friend');
    await friend.get('community.enter', { ...here, campaignId, inviteToken: token });
    await friend.get('community.join', here);
    await owner.get('campaign.end', { ...here, campaignId });
    await town.runTimer();
    await count(owner, 'promise.open', here);
    const between = { campaignId, memberId: anna.memberIdIn(communityId), about: friend.memberIdIn(communityId) };
    await count(owner, 'promise.settle', { ...here, ...between });
    const memberId = anna.memberIdIn(communityId);
    await count(anna, 'promise.complain', { ...here, campaignId: drop, reason: 'differs', text: '说好的不一样' });
    await count(anna, 'promise.complaintsOfMine', here);
    await count(owner, 'promise.complaints', { ...here, state: 'open' });
    await count(owner, 'promise.answer', { ...here, campaignId: drop, memberId, n: 1, text: '今天补上', settled: true });
    await count(cashier, 'promise.report', { ...here, campaignId: drop, memberId, kind: 'prize', n: 1, words: '奖品没有到货' });
    await count(owner, 'promise.holders', { ...here, campaignId: drop, part: 'coupons' });
    await count(anna, 'promise.trust', here);
    await count(owner, 'promise.archive', here);
    await save({ type: 'coupon_drop' });
  }

  async function trying(): Promise<void> {
    const ben = town.person('ben');
    const trial = { ...here, campaignId: await publish({ type: 'trial', parameters: { item: '核桃包' } }) };
    await count(ben, 'trial.apply', { ...trial, text: '豆浆油条' });
    const { tickets } = await ben.get('coupon.wallet', here);
    const couponId = tickets.find(({ reason }) => reason === 'trial')?.couponId ?? '';
    const { code } = await ben.get('redemption.code', { ...here, couponId });
    const { scanToken } = await owner.get('redemption.scan', { ...here, code: code.token });
    await owner.get('redemption.confirm', { ...here, scanToken, orderFen: 1_000 });
    await count(ben, 'trial.report', { ...trial, text: '外脆里软,下次还来买', stars: 5 });
    await count(anna, 'trial.reports', trial);
    await count(anna, 'trial.read', trial);
    await count(owner, 'trial.results', trial);
    await count(owner, 'trial.applicants', trial);
  }

  async function talking(): Promise<void> {
    const ben = town.person('ben');
    const quiz = await publish({ type: 'quiz' });
    const poll = await publish({ type: 'poll' });
    const letter = await publish({ type: 'notice' });
    const talk = { ...here, campaignId: await publish({ type: 'question' }) };
    await count(ben, 'content.answer', { ...here, campaignId: quiz, chosen: [2] }, 'of a quiz');
    await count(ben, 'content.answer', { ...here, campaignId: poll, chosen: [1] });
    await count(ben, 'content.results', { ...here, campaignId: poll });
    await count(ben, 'content.read', { ...here, campaignId: letter });
    await count(ben, 'content.post', { ...talk, text: '怎么存放?' });
    const question = { memberId: ben.memberIdIn(communityId), slot: 'q1' };
    const { slot } = await anna.get('content.post', { ...talk, question, text: '切片冷冻' });
    await count(ben, 'content.thread', { ...talk, question });
    await count(ben, 'content.accept', { ...talk, slot: 'q1', helperId: anna.memberIdIn(communityId) });
    const text = { ...talk, memberId: anna.memberIdIn(communityId), slot };
    await count(ben, 'content.report', { ...text, reason: 'other' });
    const { waiting } = await count(owner, 'moderation.texts', here);
    await count(owner, 'moderation.judge', { ...text, since: waiting[0]?.since ?? 0, refusal: null });
    await count(ben, 'content.remove', { ...talk, slot: 'q1' });
    await trying();
  }

  async function leaving(): Promise<void> {
    await count(anna, 'membership.export', here);
    await count(anna, 'membership.erase', here);
  }
});

afterAll(async () => {
  const lines = [...asked].map(([what, requests]) => `${String(requests.length).padStart(4)}  ${what.padEnd(48)}${requests.join(' ')}`);
  process.stdout.write(
    `requests to CloudBase per action\n${lines.sort((one, other) => (one.slice(6) < other.slice(6) ? -1 : 1)).join('\n')}\n`,
  );
  await cloudBase.stop();
});

const requestsOf = (what: string): number => asked.get(what)?.length ?? Number.NaN;

describe('requests to CloudBase', () => {
  test('are counted for every action', () => {
    expect(actions.filter((action) => !asked.has(action))).toEqual([]);
  });

  test('are as many as is written down', () => {
    const counted = Object.fromEntries([...asked].map(([what, requests]) => [what, requests.length]));
    expect(counted).toEqual({ ...ordinary, ...situations });
  });

  test.each(actions.filter((action) => contract[action].kind === 'view'))('of the view %s are at most three', (action) => {
    expect(requestsOf(action)).toBeLessThanOrEqual(3);
  });

  test.each([
    ['checkin.checkIn', 6],
    ['coupon.claim', 8],
    ['coupon.claim, a rush', 8],
  ])('of %s are at most %d', (what, most) => {
    expect(requestsOf(what)).toBeLessThanOrEqual(most);
  });
});

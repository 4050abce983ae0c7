// A day of a community as forty people live it, with good requests, repeated ones, refused ones and hostile ones; the same for a seed.
import { dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { type Chance, createChance } from '../../simulation/chance';
import { communityInput } from '../node-host';
import { PROOF, type RecordedStep } from './recorded-step';

/** The day: a Monday in Shanghai. */
const FROM_ON = '2026-03-02';
const UNTIL_ON = '2026-03-31';
const GROUP = 'tGarden';
const PEOPLE = 40;

/** A reply, as far as the day goes on from it. */
interface Reply {
  readonly ok: boolean;
  readonly value?: Readonly<Record<string, unknown>>;
}

/** Plays one step; the day goes on with what it answers. */
export type Player = (step: RecordedStep) => Promise<Reply>;

interface Stage {
  readonly chance: Chance;
  ask(who: string | null, action: string, input: unknown, more?: { requestId?: unknown; groupId?: string }): Promise<Reply>;
  must(who: string, action: string, input: unknown, more?: { groupId?: string }): Promise<Readonly<Record<string, unknown>>>;
  timer(): Promise<void>;
  wait(ms: number): void;
}

function createStage(play: Player, seed: number): { readonly stage: Stage; readonly steps: RecordedStep[] } {
  const chance = createChance(seed);
  const steps: RecordedStep[] = [];
  let at: Instant = dayStartAt(FROM_ON, communityInput) + 8 * HOUR_MS;
  let requests = 0;
  async function record(step: RecordedStep): Promise<Reply> {
    steps.push(step);
    return play(step);
  }
  const stage: Stage = {
    chance,
    async ask(who, action, input, more = {}) {
      requests += 1;
      at += 20 * SECOND_MS + chance.below(60) * SECOND_MS;
      return record({ kind: 'request', at, who, action, input, requestId: `day-${String(requests).padStart(6, '0')}`, ...more });
    },
    async must(who, action, input, more) {
      const reply = await stage.ask(who, action, input, more);
      if (!reply.ok || reply.value === undefined) throw new Error(`${action} was answered with ${JSON.stringify(reply)}`);
      return reply.value;
    },
    async timer() {
      at += MINUTE_MS;
      await record({ kind: 'timer', at });
    },
    wait(ms) {
      at += ms;
    },
  };
  return { stage, steps };
}

interface Town {
  readonly communityId: string;
  readonly plan: string;
  readonly drop: string;
  readonly rush: string;
  readonly onlyGroup: string;
  readonly invites: string;
  readonly people: readonly string[];
  readonly tokens: string[];
  readonly coupons: { readonly who: string; readonly couponId: string }[];
}

async function publish(stage: Stage, communityId: string, draft: object): Promise<string> {
  const window = { summary: '', startsOn: FROM_ON, endsOn: UNTIL_ON, groupId: null };
  const { campaignId } = await stage.must('oOwner', 'campaign.save', { communityId, draft: { ...window, ...draft } });
  await stage.ask('oOwner', 'campaign.preview', { communityId, campaignId });
  await stage.must('oOwner', 'campaign.publish', { communityId, campaignId });
  await stage.ask('oOwner', 'campaign.post', { communityId, campaignId });
  return String(campaignId);
}

const amounts = {
  benefit: 'amount_off',
  validity: 'fixed',
  perMemberDayMax: 0,
  amountOffFen: 500,
  thresholdFen: 3_000,
  perMemberMax: 2,
  rush: 0,
  useFromOn: FROM_ON,
  useUntilOn: UNTIL_ON,
};
const coupons = (parameters: object) => ({
  type: 'coupon_drop',
  title: '满 30 减 5',
  parameters: { ...amounts, stock: 20, ...parameters },
});

/** The parameters that a type starts with, as its form is offered to the owner. */
async function startOf(stage: Stage, communityId: string, type: string): Promise<Readonly<Record<string, unknown>>> {
  const { types } = await stage.must('oOwner', 'campaign.types', { communityId });
  const offered = (types as { code: string; start: { parameters: Record<string, unknown> } }[]).find(({ code }) => code === type);
  return offered?.start.parameters ?? {};
}

async function openTown(stage: Stage): Promise<Town> {
  const group = { proof: PROOF, label: '果蔬一群' };
  const made = await stage.must('oOwner', 'community.create', { ...communityInput, group }, { groupId: GROUP });
  const communityId = String(made['communityId']);
  const plan = { type: 'checkin_plan', title: '三月早起', parameters: await startOf(stage, communityId, 'checkin_plan') };
  const invites = { type: 'invite_reward', title: '带朋友来', parameters: await startOf(stage, communityId, 'invite_reward') };
  return {
    communityId,
    plan: await publish(stage, communityId, plan),
    drop: await publish(stage, communityId, coupons({})),
    rush: await publish(stage, communityId, coupons({ rush: 1, stock: 12 })),
    onlyGroup: await publish(stage, communityId, { ...coupons({}), groupId: GROUP }),
    invites: await publish(stage, communityId, invites),
    people: Array.from({ length: PEOPLE }, (_, n) => `oPerson${String(n).padStart(2, '0')}`),
    tokens: [],
    coupons: [],
  };
}

async function arrive(stage: Stage, town: Town, who: string): Promise<void> {
  const { chance } = stage;
  const { communityId } = town;
  const invited = town.tokens.length > 0 && chance.oneIn(2) ? { inviteToken: chance.pick(town.tokens) } : {};
  const proved = chance.oneIn(3) ? {} : { proof: PROOF };
  const groupId = chance.oneIn(5) ? 'tOther' : GROUP;
  const opened = { campaignId: chance.pick([town.plan, town.drop, town.onlyGroup]) };
  await stage.ask(who, 'community.enter', { communityId, ...opened, ...invited, ...proved }, 'proof' in proved ? { groupId } : {});
  await stage.ask(who, 'community.home', { communityId });
  if (!chance.oneIn(8)) await stage.ask(who, 'community.join', { communityId });
}

async function claim(stage: Stage, town: Town, who: string): Promise<void> {
  const { communityId } = town;
  const campaignId = stage.chance.pick([town.drop, town.rush, town.rush, town.onlyGroup]);
  const reply = await stage.ask(who, 'coupon.claim', { communityId, campaignId });
  const ticket = reply.value?.['ticket'] as { couponId: string } | undefined;
  if (ticket !== undefined) town.coupons.push({ who, couponId: ticket.couponId });
}

async function redeem(stage: Stage, town: Town): Promise<void> {
  if (town.coupons.length === 0) return;
  const { chance } = stage;
  const { communityId } = town;
  const { who, couponId } = chance.pick(town.coupons);
  const code = await stage.ask(who, 'redemption.code', { communityId, couponId });
  const shown = (code.value?.['code'] ?? { digits: '0000000000', token: 'none' }) as { digits: string; token: string };
  const scan = await stage.ask('oClerk', 'redemption.scan', { communityId, code: chance.oneIn(2) ? shown.digits : shown.token });
  const scanToken = String(scan.value?.['scanToken'] ?? 'none');
  const orderFen = chance.oneIn(4) ? 1_000 : 3_000 + chance.below(9_000);
  await stage.ask('oClerk', 'redemption.preview', { communityId, scanToken, orderFen });
  await stage.ask('oClerk', 'redemption.confirm', { communityId, scanToken, orderFen });
  if (chance.oneIn(3)) await stage.ask('oOwner', 'redemption.undo', { communityId, couponId, reason: '多扫了一次' });
}

async function invite(stage: Stage, town: Town, who: string): Promise<void> {
  const { communityId, invites: campaignId } = town;
  const reply = await stage.ask(who, 'invite.create', { communityId, campaignId });
  if (typeof reply.value?.['token'] === 'string') town.tokens.push(reply.value['token']);
  await stage.ask(who, 'invite.list', { communityId });
}

const sights = [
  'community.home',
  'coupon.wallet',
  'points.statement',
  'invite.list',
  'reminder.wallet',
  'community.groups',
  'analytics.today',
];

async function look(stage: Stage, town: Town, who: string): Promise<void> {
  const { chance } = stage;
  const { communityId } = town;
  const campaignId = chance.pick([town.plan, town.drop, town.rush, town.invites, 'nothing']);
  const kind = chance.pick(['checkin', 'invite']);
  const period = chance.pick(['week', 'month', 'all']);
  await chance.pick([
    () => stage.ask(who, chance.pick(sights), { communityId }),
    () => stage.ask(who, 'leaderboard.board', { communityId, kind, period }),
    () => stage.ask(who, 'campaign.open', { communityId, campaignId }),
    () => stage.ask(null, 'campaign.glance', { communityId, campaignId }),
    () => stage.ask(who, 'checkin.calendar', { communityId, campaignId: town.plan }),
    () => stage.ask(who, 'campaign.reach', { communityId, seen: [campaignId, town.plan], opened: [campaignId] }),
    () => stage.ask(who, 'community.mine', {}),
  ])();
}

/** What no honest phone sends, and what an owner may do that nobody else may. */
async function misbehave(stage: Stage, town: Town, who: string): Promise<void> {
  const { chance } = stage;
  const { communityId } = town;
  await chance.pick([
    () => stage.ask(who, 'coupon.claim', { communityId, campaignId: { $ne: null } }),
    () => stage.ask(who, 'coupon.claim', { communityId, campaignId: town.drop }, { requestId: 'short' }),
    () => stage.ask(who, 'coupon.steal', { communityId }),
    () => stage.ask(who, 'community.home', { communityId: 'nowhere' }),
    () => stage.ask(null, 'community.home', { communityId }),
    () => stage.ask(who, 'campaign.end', { communityId, campaignId: town.plan }),
    () => stage.ask(who, 'membership.showName', { communityId, nickname: 'x'.repeat(40) }),
    () => stage.ask(who, 'coupon.wallet', { communityId, cursor: 'made up' }),
    () => stage.ask(who, 'community.enter', { communityId, proof: 'made up' }),
  ])();
}

async function something(stage: Stage, town: Town, who: string): Promise<void> {
  const { chance } = stage;
  const { communityId } = town;
  const again = `again-${who}-${chance.below(3)}`;
  await chance.pick([
    () => stage.ask(who, 'checkin.checkIn', { communityId, campaignId: town.plan }),
    () => stage.ask(who, 'checkin.checkIn', { communityId, campaignId: town.plan }, { requestId: again }),
    () => claim(stage, town, who),
    () => claim(stage, town, who),
    () => redeem(stage, town),
    () => invite(stage, town, who),
    () => look(stage, town, who),
    () => look(stage, town, who),
    () => stage.ask(who, 'leaderboard.hide', { communityId, hidden: chance.oneIn(2) }),
    () => stage.ask(who, 'membership.showName', { communityId, nickname: chance.oneIn(3) ? null : `小${who.slice(-2)}` }),
    () => misbehave(stage, town, who),
  ])();
}

/** The owner appoints a co-owner, who works at the desk, cannot appoint another, is put out and let back in, and is dismissed. */
async function shareTheDesk(stage: Stage, { communityId, drop }: Town, clerkId: string): Promise<void> {
  await stage.ask('oCoOwner', 'community.enter', { communityId, proof: PROOF }, { groupId: GROUP });
  const { memberId } = await stage.must('oCoOwner', 'community.join', { communityId });
  await stage.must('oOwner', 'community.appoint', { communityId, memberId, role: 'co_owner' });
  await stage.ask('oCoOwner', 'campaign.pause', { communityId, campaignId: drop });
  await stage.ask('oCoOwner', 'campaign.resume', { communityId, campaignId: drop });
  await stage.ask('oCoOwner', 'community.appoint', { communityId, memberId: clerkId, role: 'co_owner' });
  await stage.ask('oCoOwner', 'promise.archive', { communityId });
  await stage.must('oOwner', 'community.block', { communityId, memberId, reason: 'rules', text: '' });
  await stage.ask('oCoOwner', 'analytics.today', { communityId });
  await stage.must('oOwner', 'community.unblock', { communityId, memberId });
  await stage.must('oOwner', 'community.appoint', { communityId, memberId, role: 'co_owner' });
  await stage.must('oOwner', 'community.appoint', { communityId, memberId, role: 'member' });
  await stage.ask('oCoOwner', 'analytics.today', { communityId });
}

async function live(stage: Stage): Promise<void> {
  const town = await openTown(stage);
  const { communityId } = town;
  const { chance } = stage;
  await stage.ask('oClerk', 'community.enter', { communityId, proof: PROOF }, { groupId: GROUP });
  const { memberId } = await stage.must('oClerk', 'community.join', { communityId });
  await stage.must('oOwner', 'community.appoint', { communityId, memberId, role: 'clerk' });
  await shareTheDesk(stage, town, String(memberId));
  for (const who of town.people) {
    await arrive(stage, town, who);
    if (chance.oneIn(3)) await something(stage, town, who);
  }
  for (let turn = 0; turn < 600; turn += 1) {
    await something(stage, town, chance.pick(town.people));
    if (turn % 60 === 59) await stage.timer();
  }
  await stage.ask('oOwner', 'campaign.pause', { communityId, campaignId: town.drop });
  for (const who of town.people.slice(0, 5)) await claim(stage, town, who);
  await stage.ask('oOwner', 'campaign.resume', { communityId, campaignId: town.drop });
  await stage.ask('oOwner', 'campaign.end', { communityId, campaignId: town.invites });
  await stage.ask('oOwner', 'campaign.end', { communityId, campaignId: town.rush });
  await stage.timer();
  for (const who of town.people.slice(5, 10)) await stage.ask(who, 'checkin.checkIn', { communityId, campaignId: town.plan });
  await stage.ask('oOwner', 'promise.open', { communityId });
  for (const who of town.people.slice(10, 13)) await stage.ask(who, 'membership.erase', { communityId });
  for (const view of [
    'analytics.today',
    'analytics.days',
    'analytics.needs',
    'analytics.results',
    'community.members',
    'redemption.recent',
    'redemption.shift',
    'moderation.queue',
  ]) {
    await stage.ask('oOwner', view, { communityId });
  }
  stage.wait(9 * HOUR_MS);
  await stage.timer();
  for (const who of town.people) await stage.ask(who, 'checkin.checkIn', { communityId, campaignId: town.plan });
  for (const view of ['analytics.today', 'analytics.days']) await stage.ask('oOwner', view, { communityId });
}

/** Lives the day on one host, and gives what happened, to be played to another. */
export async function liveADay(play: Player, seed: number): Promise<readonly RecordedStep[]> {
  const { stage, steps } = createStage(play, seed);
  await live(stage);
  return steps;
}

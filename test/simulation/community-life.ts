// A seeded life of one community: forty people, forty days, with requests that come twice, late, out of order and all at once.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { SendOutcome } from '#core/rules/reminder/send';
import { addDays, type Calendar, dayOf, dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import type { Messenger } from '#server/ports/messenger';
import { testTemplates } from '../support/recording-messenger';
import { createTown, FIRST_DAY, openShop, type Resident, type Shop } from '../support/town';
import { type Chance, createChance } from './chance';
import { breakPromises, runTimers } from './timer-life';

const DAYS = 40;
const PEOPLE = 40;

/** A request that succeeded, counted once however often it was sent. */
export interface Success<A extends ActionName = ActionName> {
  readonly person: Resident;
  readonly action: A;
  readonly input: InputOf<A>;
  readonly value: ValueOf<A>;
  readonly at: Instant;
}

/** What is left of a life. */
export interface Life {
  readonly shop: Shop;
  readonly calendar: Calendar;
  readonly people: readonly Resident[];
  readonly plan: { readonly campaignId: string; readonly budget: number };
  readonly drops: readonly { readonly campaignId: string; readonly stock: number; readonly perMemberMax: number }[];
  readonly invites: { readonly campaignId: string; readonly pairs: number; readonly inviterMax: number };
  readonly successes: readonly Success[];
  /** Every reminder that was handed to the messenger, and what it answered. */
  readonly messages: readonly {
    readonly personKey: string;
    readonly kind: ReminderKind;
    readonly outcome: SendOutcome;
    readonly at: Instant;
  }[];
  /** Refusals and denials by code: a life in which nothing is refused proves little. */
  readonly refused: ReadonlyMap<string, number>;
}

const calendars: readonly Calendar[] = [
  { zone: 'Asia/Shanghai', dayStartsMinutes: 0 },
  { zone: 'Asia/Shanghai', dayStartsMinutes: 240 },
  { zone: 'America/New_York', dayStartsMinutes: 0 },
  { zone: 'Pacific/Chatham', dayStartsMinutes: 90 },
];

/** Actions whose success always leaves a journal document: a copy that comes late must get the very same answer. */
const alwaysKept: ReadonlySet<ActionName> = new Set<ActionName>([
  'checkin.checkIn',
  'coupon.claim',
  'redemption.confirm',
  'redemption.undo',
  'community.join',
  'membership.showName',
  'promise.settle',
]);

/** Sends requests the way bad networks do, and keeps what succeeded. */
function createPost(chance: Chance, now: () => Instant) {
  const successes: Success[] = [];
  const refused = new Map<string, number>();
  const late: (() => Promise<void>)[] = [];
  let requests = 0;

  async function send<A extends ActionName>(person: Resident, action: A, input: InputOf<A>): Promise<ValueOf<A> | null> {
    requests += 1;
    const requestId = `life-${String(requests).padStart(6, '0')}`;
    let first: { readonly value: ValueOf<A>; readonly text: string } | null = null;
    const deliver = async () => {
      const reply = await person.call(action, input, requestId);
      const text = JSON.stringify(reply);
      if (!reply.ok) {
        refused.set(reply.code, (refused.get(reply.code) ?? 0) + 1);
        return;
      }
      if (first === null) {
        first = { value: reply.value, text };
        successes.push({ person, action, input, value: reply.value, at: now() });
      } else if (alwaysKept.has(action) && first.text !== text) {
        throw new Error(`${action} was answered with ${first.text} and, for the same request, with ${text}`);
      }
    };
    const copies = chance.oneIn(4) ? 2 + chance.below(4) : 1;
    await Promise.all(Array.from({ length: copies }, deliver));
    const answered: { readonly value: ValueOf<A> } | null = first;
    if (chance.oneIn(6) && (answered === null || alwaysKept.has(action))) {
      late.push(async () => {
        await deliver();
        if (answered !== null && first?.text === undefined) throw new Error(`${action} lost its answer`);
      });
    }
    return answered === null ? null : (answered as { readonly value: ValueOf<A> }).value;
  }

  async function deliverLate(): Promise<void> {
    const due = late.splice(0, chance.below(late.length + 1));
    await Promise.all(chance.shuffled(due).map((again) => again()));
  }
  return { send, deliverLate, successes, refused };
}

type Post = ReturnType<typeof createPost>;

/** Where a life is lived, and what has come about in it. */
export interface Stage {
  readonly shop: Shop;
  readonly calendar: Calendar;
  readonly chance: Chance;
  readonly post: Post;
  readonly clerks: readonly Resident[];
  readonly plan: string;
  readonly invites: string;
  readonly drops: { campaignId: string; stock: number; perMemberMax: number }[];
  readonly tokens: string[];
  readonly joined: Set<string>;
}

async function arrive({ shop, chance, post, tokens, joined, invites, plan, drops }: Stage, person: Resident): Promise<void> {
  const { communityId } = shop;
  const invite = tokens.length > 0 && chance.oneIn(2) ? { inviteToken: chance.pick(tokens), campaignId: invites } : {};
  const proof = chance.oneIn(2) ? { proof: person.proof() } : {};
  await post.send(person, 'community.enter', { communityId, ...invite, ...proof });
  if (chance.oneIn(3)) return;
  if ((await post.send(person, 'community.join', { communityId })) === null) return;
  joined.add(person.personKey);
  if (!chance.oneIn(4)) return;
  // Whoever taps both at once has one first own action.
  const { campaignId } = chance.pick(drops);
  await Promise.all([
    post.send(person, 'checkin.checkIn', { communityId, campaignId: plan }),
    post.send(person, 'coupon.claim', { communityId, campaignId }),
  ]);
}

async function redeem({ shop, chance, post, clerks }: Stage, person: Resident): Promise<void> {
  const { communityId } = shop;
  const { tickets } = await person.get('coupon.wallet', { communityId });
  const ticket = tickets.find((one) => one.state === 'usable');
  if (ticket === undefined) return;
  const shown = await person.call('redemption.code', { communityId, couponId: ticket.couponId });
  if (!shown.ok) return;
  const counters = chance.oneIn(3) ? clerks : clerks.slice(0, 1);
  await Promise.all(
    counters.map(async (clerk) => {
      const scanned = await clerk.call('redemption.scan', { communityId, code: shown.value.code.digits });
      if (!scanned.ok) return;
      const input = { communityId, scanToken: scanned.value.scanToken, orderFen: 2_900 + chance.below(5_000) };
      await post.send(clerk, 'redemption.confirm', input);
    }),
  );
}

/** Agrees to be reminded of the check-in, or of a coupon; or will hear no more of it. */
async function agree({ shop, chance, post, plan }: Stage, person: Resident): Promise<void> {
  const { communityId } = shop;
  if (chance.oneIn(12)) await post.send(person, 'reminder.stop', { communityId, kind: 'checkin_open' });
  const [ticket] = (await person.get('coupon.wallet', { communityId })).tickets;
  const about = { kind: 'checkin_open', campaignId: plan } as const;
  const accepted =
    ticket !== undefined && chance.oneIn(2) ? [{ kind: 'coupon_expiring', couponId: ticket.couponId } as const, about] : [about];
  await post.send(person, 'reminder.accept', { communityId, accepted });
}

async function visit(stage: Stage, person: Resident): Promise<void> {
  const { shop, chance, post, plan, invites, drops, tokens } = stage;
  const { communityId } = shop;
  if (chance.oneIn(2)) await post.send(person, 'community.enter', { communityId, proof: person.proof(), campaignId: plan });
  const tap = { communityId, campaignId: plan };
  if (!chance.oneIn(7)) await post.send(person, 'checkin.checkIn', tap);
  if (chance.oneIn(9)) await Promise.all([post.send(person, 'checkin.checkIn', tap), post.send(person, 'checkin.checkIn', tap)]);
  if (chance.oneIn(3)) await post.send(person, 'coupon.claim', { communityId, campaignId: chance.pick(drops).campaignId });
  if (chance.oneIn(5)) await redeem(stage, person);
  if (chance.oneIn(3)) await agree(stage, person);
  if (chance.oneIn(25)) await post.send(person, 'leaderboard.hide', { communityId, hidden: chance.oneIn(2) });
  if (chance.oneIn(30)) await post.send(person, 'membership.showName', { communityId, nickname: chance.oneIn(2) ? '小名' : null });
  if (chance.oneIn(6)) {
    const seen = drops.map((drop) => drop.campaignId).slice(0, 20);
    await post.send(person, 'campaign.reach', { communityId, seen, opened: seen.slice(0, 1) });
  }
  if (!chance.oneIn(5)) return;
  const card = await post.send(person, 'invite.create', { communityId, campaignId: invites });
  if (card !== null) tokens.push(card.token);
}

async function openDrop({ shop, chance, drops, calendar }: Stage): Promise<void> {
  const stock = 3 + chance.below(20);
  const perMemberMax = 1 + chance.below(3);
  const startsOn = dayOf(shop.town.now(), calendar);
  const window = { startsOn, endsOn: addDays(startsOn, 3 + chance.below(30)) };
  const groupId = chance.oneIn(2) ? 'fruit-group' : null;
  const rush = chance.oneIn(2) ? 1 : 0;
  drops.push({
    campaignId: await shop.publish({ type: 'coupon_drop', ...window, groupId, parameters: { stock, perMemberMax, rush } }),
    stock,
    perMemberMax,
  });
}

async function manage(stage: Stage): Promise<void> {
  const { shop, chance, post, drops, plan } = stage;
  const { owner, communityId } = shop;
  if (chance.oneIn(3)) await openDrop(stage);
  const { campaignId } = chance.pick(drops);
  if (chance.oneIn(6)) await post.send(owner, 'campaign.pause', { communityId, campaignId });
  if (chance.oneIn(4)) await post.send(owner, 'campaign.resume', { communityId, campaignId });
  if (chance.oneIn(40)) await post.send(owner, 'campaign.end', { communityId, campaignId });
  await breakPromises(stage);
  if (chance.oneIn(12)) {
    await post.send(owner, 'campaign.pause', { communityId, campaignId: plan });
    await post.send(owner, 'campaign.resume', { communityId, campaignId: plan });
  }
  const { lines } = await owner.get('redemption.recent', { communityId });
  const newest = lines[0];
  if (newest !== undefined && chance.oneIn(3)) {
    await post.send(owner, 'redemption.undo', { communityId, couponId: newest.couponId, reason: '按错了' });
  }
}

async function spendDay(stage: Stage, people: readonly Resident[]): Promise<void> {
  const { shop, chance, post, joined } = stage;
  const tasks = people
    .filter(() => chance.oneIn(2))
    .map((person) => () => (joined.has(person.personKey) ? visit(stage, person) : arrive(stage, person)));
  const queue = chance.shuffled([...tasks, () => manage(stage), () => post.deliverLate()]);
  while (queue.length > 0) {
    await Promise.all(queue.splice(0, 1 + chance.below(12)).map((task) => task()));
    shop.town.wait(chance.below(12 * MINUTE_MS) + SECOND_MS);
  }
}

/** Lives the life of a seed. */
export async function liveCommunity(seed: number, days = DAYS): Promise<Life> {
  const chance = createChance(seed);
  const calendar = chance.pick(calendars);
  const messages: { personKey: string; kind: ReminderKind; outcome: SendOutcome; at: Instant }[] = [];
  const messenger: Messenger = {
    templates: () => testTemplates,
    async send({ personKey, kind }) {
      const outcome = chance.pick(['sent', 'sent', 'sent', 'sent', 'later', 'no_credit', 'bad_data'] as const);
      messages.push({ personKey, kind, outcome, at: town.now() });
      return outcome;
    },
  };
  const town = createTown({ messenger });
  const shop = await openShop(town, calendar);
  const endsOn = addDays(FIRST_DAY, days + 10);
  const budget = chance.oneIn(2) ? 50_000 : 1_000 + chance.below(3_000);
  const plan = await shop.publish({ type: 'checkin_plan', startsOn: FIRST_DAY, endsOn, parameters: { pointsBudget: budget } });
  const pairs = 3 + chance.below(12);
  const inviterMax = 1 + chance.below(5);
  const limits = { pairs, inviterMax, inviterDayMax: Math.min(inviterMax, 2) };
  const invites = await shop.publish({ type: 'invite_reward', startsOn: FIRST_DAY, endsOn, parameters: limits });
  await shop.publish({ type: 'welcome_gift', startsOn: FIRST_DAY, endsOn, parameters: { gifts: 5 + chance.below(40) } });
  const post = createPost(chance, town.now);
  const clerks = [await shop.clerk('clerk-1'), await shop.clerk('clerk-2')];
  const stage: Stage = { shop, calendar, chance, post, clerks, plan, invites, drops: [], tokens: [], joined: new Set() };
  await openDrop(stage);
  const people = Array.from({ length: PEOPLE }, (_, index) => town.person(`person-${index}`));
  for (let day = 0; day < days; day += 1) {
    const begins = dayStartAt(addDays(FIRST_DAY, day), calendar) + chance.below(23) * HOUR_MS;
    town.goTo(Math.max(town.now(), begins));
    // Not everybody knows the community from the first day on.
    await spendDay(stage, people.slice(0, 12 + day));
    await runTimers(stage, addDays(FIRST_DAY, day));
  }
  await post.deliverLate();
  town.goTo(Math.max(town.now(), dayStartAt(addDays(FIRST_DAY, days), calendar) + HOUR_MS));
  // Whatever died or was left out is found again by runs that come to their end.
  for (let run = 0; run < 3; run += 1) await town.runTimer();
  return {
    shop,
    calendar,
    people: [...people, ...clerks, shop.owner],
    plan: { campaignId: plan, budget },
    drops: stage.drops,
    invites: { campaignId: invites, pairs, inviterMax },
    successes: post.successes,
    messages,
    refused: post.refused,
  };
}

/** The successes of one action, in the order in which their answers came. */
export function successesOf<A extends ActionName>(life: Life, action: A): Success<A>[] {
  return life.successes.filter((success) => success.action === action) as unknown as Success<A>[];
}

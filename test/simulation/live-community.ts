// A seeded life of one community through the real application: days of visits, the counter, the owner's desk and the timer, with faults.
import { dueAtOf } from '#core/rules/reminder/timing';
import { addDays, dayStartAt, monthOf } from '#core/values/day';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import type { JobParts } from '#server/app/run-jobs';
import { arrive, serve, visit, visitFromOutside } from './member-deeds';
import { manage, publish, type Starts } from './owner-deeds';
import { CLERKS, CO_OWNER, type LifePlan, OWNER, openStage, type Stage } from './stage';

/** A life that has been lived; everything is calm again, and nothing is under way. */
export interface Life {
  readonly stage: Stage;
  /** How often the timer ran, the clock jumped, and each fault happened. */
  readonly happened: ReadonlyMap<string, number>;
}

/** In one life of so many what is earned can be spent only days later. */
const WAITING = { oneIn: 2, days: 3 } as const;
/** How often the clock jumps while people are at it: once in so many moments. */
const JUMPS_ONE_IN = { midnight: 25, week: 120, month: 250 } as const;
/** The runs after the last day: whatever died or was left out is found again. */
const LAST_RUNS = 3;

async function found(stage: Stage): Promise<Starts> {
  const { post, person, calendar, chance } = stage;
  const group = { proof: person(OWNER).proof(), label: '幸福里果蔬群' };
  const words = { name: '幸福里果蔬', theme: '新鲜水果', promise: '每天打卡,攒积分换水果' };
  const input = { ...words, organiser: '幸福里果蔬店', contact: '010-5555 0101', ...calendar, group };
  while ((await post.send(OWNER, 'community.create', input)) === null);
  const { communityId } = stage;
  if (stage.plan.seed % WAITING.oneIn === WAITING.oneIn - 1) {
    while ((await post.send(OWNER, 'points.setPolicy', { communityId, validMonths: 12, pendingDays: WAITING.days })) === null);
  }
  for (const helper of [...CLERKS, CO_OWNER]) {
    const role = helper === CO_OWNER ? 'co_owner' : 'clerk';
    await post.send(helper, 'community.enter', { communityId, proof: person(helper).proof() });
    await post.send(helper, 'community.join', { communityId });
    await post.send(OWNER, 'community.appoint', { communityId, memberId: stage.memberIdOf(helper), role });
  }
  const view = await stage.look(OWNER, 'campaign.types', { communityId });
  if (view === null) throw new Error('the owner may not see the types of campaigns');
  const days = stage.plan.days + 4;
  for (const type of ['checkin_plan', 'coupon_drop', 'invite_reward', 'points_exchange'] as const) {
    while (!stage.offers.some((offer) => offer.type === type)) await publish(stage, view.types, type, days);
  }
  if (chance.oneIn(2)) await publish(stage, view.types, 'season_prize', days + 7);
  if (chance.oneIn(2)) await publish(stage, view.types, 'welcome_gift', days);
  return view.types;
}

/** The clock jumps to the seconds around the next midnight, over a week, or into the next month. */
function jump({ plan, chance, calendar, now, today, goTo }: Stage, count: (what: string) => void): void {
  if (!plan.faults.has('jump')) return;
  if (chance.oneIn(JUMPS_ONE_IN.midnight)) {
    count('jump over midnight');
    goTo(dayStartAt(addDays(today(), 1), calendar) - SECOND_MS + chance.below(3 * SECOND_MS));
  }
  if (chance.oneIn(JUMPS_ONE_IN.week)) {
    count('jump over a week');
    goTo(now() + 7 * DAY_MS);
  }
  if (chance.oneIn(JUMPS_ONE_IN.month)) {
    count('jump into the next month');
    goTo(dayStartAt(addDays(`${monthOf(today())}-01`, 32), calendar));
  }
}

/** Lets the timer run in the morning or the evening: once; or by its fault several times at once, late, over a store that dies, or never. */
async function runTimers(stage: Stage, count: (what: string) => void): Promise<void> {
  const { plan, chance, calendar, today, goTo } = stage;
  const bad = plan.faults.has('timer');
  goTo(dueAtOf(chance.oneIn(3) ? 'coupon_expiring' : 'checkin_open', today(), calendar) + (bad ? chance.below(80 * MINUTE_MS) : 0));
  if (bad && chance.oneIn(6)) return count('timer left out');
  const runs = bad ? 1 + chance.below(3) : 1;
  if (runs > 1) count('timer several times at once');
  await Promise.all(Array.from({ length: runs }, () => runOnce(stage)));
  count('timer run');
}

function runOnce({ town, store, messenger, bugs }: Stage): Promise<unknown> {
  // That the store failed it is no fault of the timer; anything else is.
  const line: JobParts['log']['line'] = (level, event, _fields, error) => {
    if (level === 'error') bugs.push(`${event}: ${error instanceof Error ? error.stack : String(error)}`);
  };
  return town().runTimer({ store, messenger, log: { line } });
}

async function spendDay(stage: Stage, starts: Starts, here: readonly string[], count: (what: string) => void): Promise<void> {
  const { chance, post, look, communityId, goTo, now, plan } = stage;
  const visits = here
    .filter(() => !chance.oneIn(3))
    .map((personKey) => async () => {
      const home = await look(personKey, 'community.home', { communityId });
      if (home?.me.block !== undefined) await visitFromOutside(stage, personKey);
      else if (home === null || home.me.joinedAt === null) await arrive(stage, personKey);
      else await visit(stage, personKey);
    });
  const desk = [() => manage(stage, starts), () => serve(stage), () => post.deliverLate(), () => serve(stage)];
  const queue = chance.shuffled([...visits, ...desk]);
  while (queue.length > 0) {
    const moment = queue.splice(0, 1 + chance.below(6)).map((task) => task());
    jump(stage, count);
    await Promise.all(moment);
    goTo(now() + chance.below(20 * MINUTE_MS) + SECOND_MS);
    if (plan.faults.has('crash') && chance.oneIn(12)) await stage.restart();
  }
}

/** Lives the life of a plan. */
export async function liveCommunity(plan: LifePlan): Promise<Life> {
  const stage = await openStage(plan);
  const { chance, calendar, members, store, post, goTo, today } = stage;
  const happened = new Map<string, number>();
  const count = (what: string) => void happened.set(what, (happened.get(what) ?? 0) + 1);
  const starts = await found(stage);
  for (let day = 0; day < plan.days; day += 1) {
    // Not everybody knows the community from the first day on.
    await spendDay(stage, starts, members.slice(0, 3 + Math.ceil(((day + 1) * members.length) / plan.days)), count);
    await runTimers(stage, count);
    goTo(dayStartAt(addDays(today(), 1), calendar) + chance.below(20) * HOUR_MS);
  }
  store.calm();
  await post.settle();
  goTo(dayStartAt(addDays(today(), 1), calendar) + HOUR_MS);
  for (let run = 0; run < LAST_RUNS; run += 1) await runOnce(stage);
  for (const counts of [store.happened, post.happened]) for (const [what, times] of counts) happened.set(what, times);
  return { stage, happened };
}

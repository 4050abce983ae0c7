// Members who check in: some nearly every day, some hardly ever, newcomers from the day on which they join.
import type { TypeDecision } from '#core/rules/campaign/define-type';
import { withPaid } from '#core/rules/checkin/milestones';
import { checkinPlanOf } from '#core/rules/checkin/plan';
import { isRestDay } from '#core/rules/checkin/record';
import { beta, failuresBefore } from '#core/rules/forecast/chance';
import { type Acting, newcomersOf, type SceneDay } from '#core/rules/forecast/scene';
import { logOdds, shareOf } from '#core/rules/forecast/shares';
import type { CheckinRecord } from '#core/tables';

/** A member's record that is marked where it stands, with the number of its last day. */
export type KeptRecord = { -readonly [K in keyof CheckinRecord]: CheckinRecord[K] } & { months: Record<string, number>; lastDay: number };

/** A record without any day. */
export function freshRecord(): KeptRecord {
  return {
    streakDays: 0,
    bestStreakDays: 0,
    totalDays: 0,
    lastOn: '',
    months: {},
    madeUp: {},
    restWeekdays: 0,
    paid: {},
    rewardedDays: 0,
    graduatedOn: null,
    cards: 0,
    monthly: null,
    lastDay: Number.NEGATIVE_INFINITY,
  };
}

/** Marks a day that is later than all before: what `markDay` answers, without making it anew for each of millions. */
export function markInPlace(record: KeptRecord, { on, month, bit }: SceneDay, day: number, restDays: readonly boolean[] = []): void {
  let before = day - 1;
  while (before > record.lastDay && restDays[before] === true) before -= 1;
  record.streakDays = record.lastDay === before ? record.streakDays + 1 : 1;
  if (record.streakDays > record.bestStreakDays) record.bestStreakDays = record.streakDays;
  record.totalDays += 1;
  record.rewardedDays += 1;
  record.lastOn = on;
  record.lastDay = day;
  record.months[month] = (record.months[month] ?? 0) | bit;
}

/** Who waits for which day: a list for each day, all in three arrays. */
function createWaitingRoom(people: number, days: number) {
  const nextOf = new Int32Array(people).fill(-1);
  const firstOf = new Int32Array(days).fill(-1);
  const waiting = new Int32Array(days);
  return {
    wait(person: number, day: number) {
      if (day >= days) return;
      nextOf[person] = firstOf[day] as number;
      firstOf[day] = person;
      waiting[day] = (waiting[day] as number) + 1;
    },
    countOn: (day: number) => waiting[day] as number,
    firstOn: (day: number) => firstOf[day] as number,
    after: (person: number) => nextOf[person] as number,
  };
}

/** What a check-in was given is kept in the record, as far as the next one asks for it. */
function keepGiven(record: KeptRecord, decision: TypeDecision): void {
  if (decision.kind !== 'give') return;
  for (const grant of decision.grants) {
    if (grant.kind !== 'points') continue;
    if (grant.milestone !== undefined) record.paid = withPaid(record, grant.milestone).paid;
    if (grant.reason === 'graduation') record.graduatedOn = record.lastOn;
  }
}

/** Everybody's next check-in waits on its day; days on which nobody comes cost nothing. Nobody uses a make-up card. */
export const actCheckIn: Acting<'check_in'> = (scene) => {
  const { behaviour, chance, days, facts, levels } = scene;
  const mean = shareOf(logOdds(behaviour.checksIn.mean) + behaviour.checksIn.spread * levels.acts);
  const newcomers = newcomersOf(scene as never);
  const people = behaviour.members + newcomers.total;
  const habits = new Float64Array(people);
  const records: KeptRecord[] = new Array<KeptRecord>(people);
  const room = createWaitingRoom(people, days.length);
  const stays = behaviour.staysDays ?? Number.POSITIVE_INFINITY;
  // Who is new on the first day has been so for half of that time, taken together.
  const leavesOn = new Float64Array(people).fill(Math.ceil(stays / 2));
  const wait = (person: number, day: number) => {
    if (day < (leavesOn[person] as number)) room.wait(person, day);
  };
  const { restWeekdays } = checkinPlanOf(facts.draft);
  const restDays = days.map(({ on }) => isRestDay(restWeekdays, on));
  for (let person = 0; person < people; person += 1) habits[person] = beta(chance, mean, behaviour.checksInAlikeness);
  for (let person = 0; person < behaviour.members; person += 1) wait(person, failuresBefore(chance, habits[person] as number));
  let arrived = behaviour.members;
  for (let day = 0; day < days.length; day += 1) {
    for (let joined = newcomers.byDay[day] as number; joined > 0; joined -= 1, arrived += 1) {
      const isAtOnce = chance.fraction() < behaviour.startsAtOnce.mean;
      leavesOn[arrived] = day + stays;
      wait(arrived, isAtOnce ? day : day + 1 + failuresBefore(chance, habits[arrived] as number));
    }
    facts.on = (days[day] as SceneDay).on;
    const of = room.countOn(day);
    let who = room.firstOn(day);
    for (let nth = 0; who >= 0; nth += 1) {
      const next = room.after(who);
      const record = records[who] ?? freshRecord();
      records[who] = record;
      record.restWeekdays = restWeekdays;
      markInPlace(record, days[day] as SceneDay, day, restDays);
      facts.record = record;
      keepGiven(record, scene.ask(day, nth, of));
      wait(who, day + 1 + failuresBefore(chance, habits[who] as number));
      who = next;
    }
  }
};

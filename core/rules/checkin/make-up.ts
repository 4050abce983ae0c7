// Making up a missed day: one card for one day, for the streak alone, as far back as the plan says.
import { refuse } from '#core/refusals';
import { gateRefusal } from '#core/rules/campaign/gate';
import { type CheckinPlan, checkinPlanOf, type MakeUpRules } from '#core/rules/checkin/plan';
import { type CardSource, isMarked, isRestDay, makeUpDay } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CampaignDocument, CheckinRecord, CommunityDocument, MemberDocument } from '#core/tables';
import { addDays, type Day, dayOf, lastDayOf, monthOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** The cards somebody has: this month's own, and those that were earned. */
export interface CardsLeft {
  readonly monthly: number;
  readonly earned: number;
}

/** The cards somebody has on a day. */
export function cardsOn(rules: MakeUpRules, record: CheckinRecord | undefined, today: Day): CardsLeft {
  const used = record?.monthly?.month === monthOf(today) ? record.monthly.used : 0;
  return { monthly: Math.max(0, rules.monthly - used), earned: record?.cards ?? 0 };
}

/** How many own check-ins there are to the next earned card; null where none is earned, or no more can be held. */
export function checkInsToCard(rules: MakeUpRules, record: CheckinRecord | undefined): number | null {
  if (rules.everyDays === null || (record?.cards ?? 0) >= rules.heldMax) return null;
  return rules.everyDays - ((record?.rewardedDays ?? 0) % rules.everyDays);
}

/** Whether the check-in that a record ends with earns a card. */
export function earnsCard(plan: CheckinPlan, record: CheckinRecord): boolean {
  const rules = plan.makeUp;
  if (rules === null || rules.everyDays === null || record.cards >= rules.heldMax) return false;
  return record.rewardedDays % rules.everyDays === 0;
}

/** Since when somebody takes part: from the plan's first day, or from the day on which they joined. */
function sinceOn(plan: CheckinPlan, joinedOn: Day): Day {
  return joinedOn > plan.startsOn ? joinedOn : plan.startsOn;
}

/** Whether a day was missed by a member who joined on `joinedOn`: over, theirs, and neither marked nor a rest day. */
function isMissing(plan: CheckinPlan, record: CheckinRecord | undefined, on: Day, facts: { today: Day; joinedOn: Day }): boolean {
  if (on >= facts.today || on > plan.endsOn || on < sinceOn(plan, facts.joinedOn)) return false;
  return !isMarked(record, on) && !isRestDay(plan.restWeekdays, on);
}

/** The missed days that a card still reaches, the latest first. */
export function daysInReach(plan: CheckinPlan, record: CheckinRecord | undefined, facts: { today: Day; joinedOn: Day }): Day[] {
  const days: Day[] = [];
  for (let back = 1; back <= (plan.makeUp?.reachDays ?? 0); back += 1) {
    const on = addDays(facts.today, -back);
    if (isMissing(plan, record, on, facts)) days.push(on);
  }
  return days;
}

/** What making up a day is decided on. */
export interface MakeUpFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly member: MemberDocument;
  /** The business day to make up. */
  readonly on: Day;
  readonly at: Instant;
}

/** What making up a day answers. */
export interface MakeUpValue {
  readonly on: Day;
  readonly streakDays: number;
  readonly source: CardSource;
  readonly cardsLeft: number;
}

/** The first day of the month after a day's. */
function nextMonthOn(today: Day): Day {
  return addDays(lastDayOf(monthOf(today)), 1);
}

/** Decides on making up a day. Refusals in order: the gate's, that nothing is missing there, that it lies too far back, that there is no card. */
export function decideMakeUp(facts: MakeUpFacts): Decision<MakeUpValue> {
  const { community, campaign, member, on, at } = facts;
  const calendar = calendarOf(community);
  const today = dayOf(at, calendar);
  const closed = gateRefusal({ campaign, community, member, at }, 'checkIn');
  if (closed !== null) return refused(closed);
  const plan = checkinPlanOf(campaign);
  const record = member.checkins[campaign.campaignId];
  const joinedOn = dayOf(member.joinedAt ?? at, calendar);
  if (!isMissing(plan, record, on, { today, joinedOn })) return refused(refuse('day_not_missing', { on }));
  const rules = plan.makeUp;
  if (rules === null) return refused(refuse('no_make_up_card', { held: 0, missingCheckIns: null, nextMonthOn: null }));
  const reachOn = addDays(today, -rules.reachDays);
  if (on < reachOn) return refused(refuse('make_up_too_late', { reachOn, reachDays: rules.reachDays }));
  const cards = cardsOn(rules, record, today);
  if (cards.monthly + cards.earned === 0) {
    const missingCheckIns = checkInsToCard(rules, record);
    return refused(refuse('no_make_up_card', { held: 0, missingCheckIns, nextMonthOn: rules.monthly > 0 ? nextMonthOn(today) : null }));
  }
  // A month's own card lapses sooner, so it goes first.
  const source = cards.monthly > 0 ? 'monthly' : 'earned';
  const after = makeUpDay(record, on, { source, month: monthOf(today) }, plan.restWeekdays);
  const rest = plan.restWeekdays === 0 ? {} : { restWeekdays: plan.restWeekdays };
  return done({ on, streakDays: after.streakDays, source, cardsLeft: cards.monthly + cards.earned - 1 }, [
    { kind: 'made_up', campaignId: campaign.campaignId, on, source, ...rest },
  ]);
}

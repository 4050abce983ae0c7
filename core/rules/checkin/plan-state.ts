// Where somebody stands in a plan today: the rest day, the grace, the cards, the milestones, what today opened, and the graduation.
import type { ValueOf } from '#core/contract';
import { type GraceFacts, graceOffer } from '#core/rules/checkin/grace';
import { cardsOn, checkInsToCard, daysInReach } from '#core/rules/checkin/make-up';
import { milestoneStates } from '#core/rules/checkin/milestones';
import { type CheckinPlan, checkinPlanOf, planDayOf, restDaysOf } from '#core/rules/checkin/plan';
import { isCheckedIn, isRestDay } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import type { CampaignDocument, CheckinRecord, CommunityDocument, MemberDocument } from '#core/tables';
import { addDays, type Day, dayOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** The state as it travels. */
export type PlanState = ValueOf<'checkin.calendar'>['plan'];

/** A content unit with the business day that opened it. */
export type OpenUnit = ValueOf<'checkin.calendar'>['units'][number];

/** What the state is made of. */
export interface PlanFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly member: MemberDocument | null;
  readonly at: Instant;
}

function makeUpState(plan: CheckinPlan, record: CheckinRecord | undefined, facts: { today: Day; joinedOn: Day }): PlanState['makeUp'] {
  if (plan.makeUp === null) return null;
  const { reachDays, heldMax } = plan.makeUp;
  const { monthly, earned } = cardsOn(plan.makeUp, record, facts.today);
  return {
    monthly,
    earned,
    heldMax,
    reachDays,
    checkInsToCard: checkInsToCard(plan.makeUp, record),
    days: daysInReach(plan, record, facts),
  };
}

/** Every content unit that own check-ins have opened so far, the latest first. Others are nobody's to see. */
export function openUnits(plan: CheckinPlan, record: CheckinRecord | undefined): OpenUnit[] {
  return plan.units
    .map(({ day, title, text }) => ({ day, title, text, on: addDays(plan.startsOn, day - 1) }))
    .filter(({ on }) => isCheckedIn(record, on))
    .reverse();
}

/** Where somebody stands today; what is offered is for members only. */
export function planStateOf({ community, campaign, member, at }: PlanFacts): PlanState {
  const calendar = calendarOf(community);
  const today = dayOf(at, calendar);
  const plan = checkinPlanOf(campaign);
  const record = member?.checkins[campaign.campaignId];
  const joinedAt = member?.joinedAt ?? null;
  const joinedOn = dayOf(joinedAt ?? at, calendar);
  const grace: GraceFacts = { plan, record, calendar, joinedOn, at };
  const isOpen = campaign.state === 'live' && today <= plan.endsOn && joinedAt !== null;
  const checkedInToday = isCheckedIn(record, today);
  const unitToday = plan.units.find(({ day }) => day === planDayOf(plan, today));
  const { graduation } = plan;
  return {
    ...(plan.restWeekdays === 0 ? {} : { restDays: restDaysOf(plan) }),
    restToday: !checkedInToday && isRestDay(plan.restWeekdays, today),
    grace: isOpen ? graceOffer(grace) : null,
    makeUp: isOpen ? makeUpState(plan, record, { today, joinedOn }) : null,
    milestones: milestoneStates(plan, record, today),
    unit: checkedInToday && unitToday !== undefined ? { day: unitToday.day, title: unitToday.title, text: unitToday.text } : null,
    unitWaits: !checkedInToday && unitToday !== undefined,
    graduation:
      graduation === null
        ? null
        : { days: graduation.days, points: graduation.points, done: record?.totalDays ?? 0, graduatedOn: record?.graduatedOn ?? null },
  };
}

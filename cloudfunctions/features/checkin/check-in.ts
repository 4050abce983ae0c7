// Checking in, and reading the calendar.
import { refuse } from '#core/refusals';
import { openAtFirstIn } from '#core/rules/campaign/first-action';
import { answersTo } from '#core/rules/campaign/types/index';
import { type CheckInValue, decideCheckIn } from '#core/rules/checkin/check-in';
import { decideMakeUp, type MakeUpValue } from '#core/rules/checkin/make-up';
import { checkinPlanOf, cycleOf } from '#core/rules/checkin/plan';
import { openUnits, planStateOf } from '#core/rules/checkin/plan-state';
import { dayState, madeUpDays, streakOn } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, refused } from '#core/rules/decision';
import type { CampaignDocument } from '#core/tables';
import { dayOf, daysOfMonth, monthOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

function isOpenPlan(campaign: CampaignDocument | null | undefined): campaign is CampaignDocument {
  return campaign !== null && campaign !== undefined && campaign.state !== 'draft' && answersTo(campaign.type, 'check_in');
}

/** Checks in for today, in the community's business days, or within the grace for the day before. */
export const checkIn = change<'checkin.checkIn'>()({
  documents: (input) => [makeId(input.communityId, 'campaign', input.campaignId), makeId(input.communityId, 'stock', input.campaignId)],
  decide(input, workspace, context): Decision<CheckInValue> {
    const campaign = workspace.find('campaign', input.campaignId);
    if (!isOpenPlan(campaign)) return refused(refuse('not_found', { what: 'campaign' }));
    const member = workspace.get('member', context.caller.memberId);
    return decideCheckIn({
      community: workspace.get('community'),
      campaign,
      stock: workspace.get('stock', input.campaignId),
      member,
      openAtFirst: () => openAtFirstIn(workspace, member),
      at: context.now,
      ...(input.on === undefined ? {} : { on: input.on }),
      numberOf: context.codes.couponNumber,
    });
  },
  reply: (value) => ({
    ...value,
    milestones: value.milestones.map((milestone) => ({ ...milestone })),
    next: value.next && { ...value.next },
    welcome: value.welcome && { ...value.welcome },
  }),
});

/** Makes up a missed day with a card. */
export const makeUp = change<'checkin.makeUp'>()({
  documents: (input) => [makeId(input.communityId, 'campaign', input.campaignId)],
  decide(input, workspace, context): Decision<MakeUpValue> {
    const campaign = workspace.find('campaign', input.campaignId);
    if (!isOpenPlan(campaign)) return refused(refuse('not_found', { what: 'campaign' }));
    const member = workspace.get('member', context.caller.memberId);
    return decideMakeUp({ community: workspace.get('community'), campaign, member, on: input.on, at: context.now });
  },
  reply: (value) => value,
});

/** A month of a plan as it was: checked, missed, open. */
export const calendar: ViewHandler<'checkin.calendar'> = async (input, context) => {
  const [campaign] = await context.load('campaign', [[input.campaignId]]);
  if (!isOpenPlan(campaign)) return { refusal: refuse('not_found', { what: 'campaign' }) };
  const { today, member, community } = context;
  const month = input.month ?? monthOf(today);
  const record = member?.checkins[input.campaignId];
  const joinedOn = dayOf(member?.joinedAt ?? context.now, calendarOf(community));
  const plan = checkinPlanOf(campaign);
  const facts = { today, joinedOn, startsOn: campaign.startsOn, endsOn: campaign.endsOn, restWeekdays: plan.restWeekdays };
  const state = planStateOf({ community, campaign, member, at: context.now });
  return {
    value: {
      campaignId: campaign.campaignId,
      title: campaign.title,
      month,
      today,
      startsOn: campaign.startsOn,
      endsOn: campaign.endsOn,
      days: daysOfMonth(month).map((on) => ({ on, state: dayState(on, record, facts) })),
      streakDays: streakOn(record, today),
      bestStreakDays: record?.bestStreakDays ?? 0,
      totalDays: record?.totalDays ?? 0,
      madeUpDays: madeUpDays(record),
      cycle: plan.cycle === 'none' ? null : cycleOf(plan, today),
      plan: state,
      units: openUnits(plan, record),
      milestones: state.milestones,
    },
  };
};

// The shift: what a clerk has redeemed on a business day, by campaign; the owner sees every clerk.
import { runsTheDesk } from '#core/rules/community/roles';
import { sumOfShifts } from '#core/rules/redemption/shift';
import type { CampaignDocument, ShiftCount, ShiftDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { ViewHandler } from '#server/app/request-context';
import { personIn } from '#server/features/redemption/coupon-of';

/** The most redeemed first; what came to the same in the order of its ids. */
function byCount<Counted extends ShiftCount>(counted: readonly (readonly [id: string, count: Counted])[]): [string, Counted][] {
  return [...counted]
    .sort(([id, one], [other, two]) => two.count - one.count || two.undone - one.undone || (id < other ? -1 : 1))
    .map(([id, count]) => [id, count]);
}

/** A day's shift: the day's document, then names and titles in one question. */
export const shift: ViewHandler<'redemption.shift'> = async (input, context) => {
  const { communityId, caller, today, member } = context;
  const on = input.on ?? today;
  const [found] = await context.load('shift', [[on]]);
  const { clerks = {} } = (found ?? {}) as Partial<ShiftDocument>;
  const shown = Object.entries(clerks).filter(([clerkId]) => runsTheDesk(member?.role) || clerkId === caller.memberId);
  const campaignKey = (campaignId: string) => makeId(communityId, 'campaign', campaignId);
  const campaignIds = [...new Set(shown.flatMap(([, campaigns]) => Object.keys(campaigns)))];
  const clerkIds = shown.map(([clerkId]) => clerkId);
  const { people, documents } = await context.peopleWith(clerkIds, campaignIds.map(campaignKey));
  const titleOf = (campaignId: string) => (documents.get(campaignKey(campaignId)) as CampaignDocument | undefined)?.title ?? '';
  const summed = shown.map(([clerkId, campaigns]) => [clerkId, { ...sumOfShifts(Object.values(campaigns)), campaigns }] as const);
  return {
    value: {
      on,
      today,
      clerks: byCount(summed).map(([clerkId, { campaigns, ...sum }]) => ({
        clerk: personIn(people, clerkId),
        ...sum,
        campaigns: byCount(Object.entries(campaigns)).map(([campaignId, count]) => ({ campaignId, title: titleOf(campaignId), ...count })),
      })),
    },
  };
};

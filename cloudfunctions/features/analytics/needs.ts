// Who needs the owner's look now, counted by two short lists: who came last long ago, and who joined just now.
import { calendarOf } from '#core/rules/community/calendar';
import { type Among, isAmong } from '#core/rules/membership/attention';
import { ASLEEP_DAYS, asleep, NEW_DAYS, newcomers } from '#core/rules/membership/needing-a-look';
import type { MemberDocument } from '#core/tables';
import { addDays, dayStartAt } from '#core/values/day';
import type { ViewHandler } from '#server/app/request-context';
import type { Page } from '#server/ports/store';

/** How many people each list goes through: of those who sleep, the ones who came last. */
const LOOK = 200;

/** Members with a tier who have not come for long, and newcomers who have done nothing of their own. */
export const needs: ViewHandler<'analytics.needs'> = async (_input, { community, communityId, store, tally, today }) => {
  const newSince = dayStartAt(addDays(today, 1 - NEW_DAYS), calendarOf(community));
  const [sleeping, joined] = await Promise.all([
    store.list('member.byLastSeen', communityId, { prefix: [], until: addDays(today, -ASLEEP_DAYS), order: 'descending' }, LOOK),
    store.list('member.byJoined', communityId, { prefix: [], from: newSince, order: 'descending' }, LOOK),
  ]);
  const count = ({ documents, cursor }: Page, among: Among) => ({
    people: (documents as unknown as readonly MemberDocument[]).filter((member) => isAmong(member, among, community, today)).length,
    more: cursor !== null,
  });
  return {
    value: {
      applicants: tally.wishesWaiting ?? 0,
      reviews: tally.reviewsWaiting ?? 0,
      asleep: count(sleeping, { conditions: asleep }),
      unwelcomed: count(joined, { role: 'member', started: false, conditions: newcomers }),
    },
  };
};

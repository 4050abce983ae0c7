// The finished days in numbers, and what waits for the owner: promises to be made good, names and pictures to be looked at.
import type { DailyDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';

/** Two weeks: each weekday beside the same one a week ago. */
const DAYS = 14;

/** How many people who wait are counted; nobody needs to know whether it is more. */
const WAITING_MAX = 50;

/** The last finished days, the oldest first. */
export const days: ViewHandler<'analytics.days'> = async (_input, context) => {
  const { communityId, store, tally } = context;
  const [page, queue] = await Promise.all([
    store.list('daily.byOn', communityId, { prefix: [], order: 'descending' }, DAYS),
    store.list('profile.byWaiting', communityId, { prefix: [], order: 'ascending' }, WAITING_MAX),
  ]);
  const counted = (page.documents as unknown as readonly DailyDocument[]).map(
    ({ on, members, entered, joined, checkedIn, claimed, redeemed }) => ({ on, members, entered, joined, checkedIn, claimed, redeemed }),
  );
  return {
    value: { days: counted.reverse(), promises: tally.promises, complaints: tally.complaintsOpen ?? 0, waiting: queue.documents.length },
  };
};

// The finished days in numbers, and how many promises wait to be made good.
import type { DailyDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';

/** Two weeks: each weekday beside the same one a week ago. */
const DAYS = 14;

/** The last finished days, the oldest first. */
export const days: ViewHandler<'analytics.days'> = async (_input, context) => {
  const { communityId, store, tally } = context;
  const page = await store.list('daily.byOn', communityId, { prefix: [], order: 'descending' }, DAYS);
  const counted = (page.documents as unknown as readonly DailyDocument[]).map(
    ({ on, members, entered, joined, checkedIn, claimed, redeemed }) => ({ on, members, entered, joined, checkedIn, claimed, redeemed }),
  );
  return { value: { days: counted.reverse(), promises: tally.promises } };
};

// The finished days in numbers, and how many promises wait to be made good.
import { openPromisesBoardId } from '#core/rules/leaderboard/boards';
import type { DailyDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';

/** Two weeks: each weekday beside the same one a week ago. */
const DAYS = 14;

/** The last finished days, the oldest first. */
export const days: ViewHandler<'analytics.days'> = async (_input, context) => {
  const { communityId, store } = context;
  const [page, counts] = await Promise.all([
    store.list('daily.byOn', communityId, { prefix: [], order: 'descending' }, DAYS),
    context.counts([openPromisesBoardId(communityId)]),
  ]);
  const counted = (page.documents as unknown as readonly DailyDocument[]).map(
    ({ on, members, entered, joined, checkedIn, claimed, redeemed }) => ({ on, members, entered, joined, checkedIn, claimed, redeemed }),
  );
  return { value: { days: counted.reverse(), promises: counts.get(openPromisesBoardId(communityId)) ?? 0 } };
};

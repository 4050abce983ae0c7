// Keeps what was counted of every finished day.
import { type DayCounts, daysToCount, decideDayCount } from '#core/rules/analytics/day-count';
import { type DayCount, dayBoardId, funnelBoardId, USED } from '#core/rules/leaderboard/boards';
import type { CampaignCounts, DailyDocument, TallyDocument } from '#core/tables';
import { addDays, type Day, dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';

const counted: readonly DayCount[] = ['entered', 'joined', 'checkedIn', 'claimed', 'redeemed'];

interface FinishedDay extends JobItem {
  readonly on: Day;
  readonly createdOn: Day;
  readonly counts: DayCounts & { readonly campaigns?: Readonly<Record<string, CampaignCounts>> };
  /** Known of the day that ended last: those who are members now, less those who have joined since. */
  readonly membersAtEnd: number | null;
}

export const countDays = defineJob<FinishedDay, unknown>({
  name: 'day',
  looksFor: 'days that are over and have not been counted yet',
  async find({ store, communityId, community, calendar, finishedOn, today }) {
    const createdOn = dayOf(community.createdAt, calendar);
    const latest = await store.list('daily.byOn', communityId, { prefix: [], order: 'descending' }, 1);
    const [last] = latest.documents as unknown as readonly DailyDocument[];
    const days = daysToCount(createdOn, last?.on ?? null, finishedOn, ITEMS_MAX);
    if (days.length === 0) return [];
    const boardsOf = (on: Day) => counted.map((what) => dayBoardId(communityId, on, what));
    const joinedToday = dayBoardId(communityId, today, 'joined');
    const tallyId = makeId(communityId, 'tally');
    const shown = [...new Set([...community.openCampaigns, ...community.recentCampaigns])];
    const ofCampaign = (campaignId: string, what: string) => funnelBoardId(communityId, campaignId, what);
    const campaignBoards = shown.flatMap((campaignId) => [ofCampaign(campaignId, 'claimed'), ofCampaign(campaignId, USED)]);
    const [totals, tallies] = await Promise.all([
      store.count([...days.flatMap(boardsOf), joinedToday, ...campaignBoards]),
      store.read([tallyId]),
    ]);
    const count = (on: Day, what: DayCount) => totals.get(dayBoardId(communityId, on, what)) ?? 0;
    // Added up until now: that is the end of the day that ended last, and of no other.
    const campaigns: Record<string, CampaignCounts> = {};
    for (const campaignId of shown) {
      const claimed = totals.get(ofCampaign(campaignId, 'claimed')) ?? 0;
      const used = totals.get(ofCampaign(campaignId, USED)) ?? 0;
      if (claimed > 0) campaigns[campaignId] = { claimed, used };
    }
    const further = Object.keys(campaigns).length === 0 ? {} : { campaigns };
    const membersNow = (tallies.get(tallyId) as TallyDocument | undefined)?.members ?? 0;
    return days.map((on) => ({
      key: jobKey('day', on),
      on,
      createdOn,
      counts: {
        entered: count(on, 'entered'),
        joined: count(on, 'joined'),
        checkedIn: count(on, 'checkedIn'),
        claimed: count(on, 'claimed'),
        redeemed: count(on, 'redeemed'),
        ...(addDays(on, 1) === today ? further : {}),
      },
      membersAtEnd: addDays(on, 1) === today ? Math.max(0, membersNow - count(today, 'joined')) : null,
    }));
  },
  documents: ({ on }, { communityId }) => [makeId(communityId, 'daily', addDays(on, -1))],
  decide: ({ on, createdOn, counts, membersAtEnd }, workspace) =>
    decideDayCount(on, counts, { before: workspace.find('daily', addDays(on, -1)), createdOn, membersAtEnd }),
});

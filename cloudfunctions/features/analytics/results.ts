// What came of the campaigns, counted over everybody who was ever here: page by page, and the phone adds the pages up.
import { countResults } from '#core/rules/analytics/results';
import { calendarOf } from '#core/rules/community/calendar';
import { maskedPerson } from '#core/rules/membership/member';
import type { MemberDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';

/** How many people one look goes through. */
const LOOK = 200;

/** So many of the sharers of one page are named; those who brought fewer go on under their mask. */
const NAMED_MAX = 20;

/** The results of one page of people, by the campaigns of the owner's console. */
export const results: ViewHandler<'analytics.results'> = async ({ cursor }, context) => {
  const { community, communityId, store, today } = context;
  const page = await store.list('member.byFirstSeen', communityId, { prefix: [], order: 'ascending' }, LOOK, cursor);
  const members = page.documents as unknown as readonly MemberDocument[];
  const campaignIds = [...new Set([...community.recentCampaigns, ...community.openCampaigns])];
  const counted = countResults(members, { campaignIds, today, calendar: calendarOf(community) });
  const most = [...counted.sharers].sort((one, other) => other.came - one.came).slice(0, NAMED_MAX);
  const people = most.length === 0 ? new Map() : await context.people(most.map(({ memberId }) => memberId));
  return {
    value: {
      people: counted.people,
      campaigns: counted.campaigns.map((row) => ({ ...row })),
      cohorts: counted.cohorts.map((row) => ({ ...row, active: [...row.active] })),
      groups: counted.groups.map((row) => ({
        ...row,
        label: community.groups.find(({ groupId }) => groupId === row.groupId)?.label ?? null,
      })),
      sharers: counted.sharers.map((row) => ({ ...row, person: people.get(row.memberId) ?? maskedPerson(row.memberId) })),
      lookedAt: members.length,
      cursor: page.cursor,
    },
  };
};

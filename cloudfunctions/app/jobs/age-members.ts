// Takes off points whose last day is over, and notes the tiers that are kept no longer.
import { decideAge } from '#core/rules/membership/age';
import type { MemberDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface DueMember extends JobItem {
  readonly memberId: string;
}

export const ageMembers = defineJob<DueMember, unknown>({
  name: 'age',
  looksFor: 'points whose last day is over, and tiers whose grace is',
  async find({ store, communityId, finishedOn }) {
    const range = { prefix: [], until: finishedOn, order: 'ascending' } as const;
    const { documents } = await store.list('member.byDue', communityId, range, ITEMS_MAX);
    const members = documents as unknown as readonly MemberDocument[];
    // Named after the day as well: the same member is due again some other day.
    return members.map(({ memberId, dueOn }) => ({ key: jobKey('age', memberId, dueOn ?? '', finishedOn), memberId }));
  },
  documents: ({ memberId }, { communityId }) => [makeId(communityId, 'member', memberId)],
  decide: ({ memberId }, workspace, { finishedOn }) => decideAge(workspace.find('member', memberId), finishedOn),
});

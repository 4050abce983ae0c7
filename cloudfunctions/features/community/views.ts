// Reading a community: my communities, the home page, its groups, its members.
import { streakOn } from '#core/rules/checkin/record';
import { communityOnWire } from '#core/rules/community/on-wire';
import { memberBoardId } from '#core/rules/leaderboard/boards';
import { tagOf } from '#core/rules/membership/member';
import type { CampaignDocument, CommunityDocument, IdentityDocument, MemberDocument } from '#core/tables';
import { communityOf, makeId } from '#core/values/ids';
import type { PersonViewHandler, ViewHandler } from '#server/app/request-context';

const COMMUNITIES_MAX = 50;
const CAMPAIGNS_MAX = 50;
const MEMBERS_PAGE = 50;

/** The communities that a person has joined, newest last. */
export const mine: PersonViewHandler<'community.mine'> = async (_input, context) => {
  const page = await context.store.list('identity.byPerson', null, { prefix: [context.personKey], order: 'ascending' }, COMMUNITIES_MAX);
  const identities = page.documents as unknown as readonly IdentityDocument[];
  const communities = await Promise.all(
    identities.map(async ({ id, memberId }) => {
      const communityId = communityOf(id);
      const keys = [makeId(communityId, 'community'), makeId(communityId, 'member', memberId)] as const;
      const [documents, top] = await Promise.all([context.store.read(keys), context.store.top(memberBoardId(communityId), 1)]);
      const community = documents.get(keys[0]) as CommunityDocument | undefined;
      const member = documents.get(keys[1]) as MemberDocument | undefined;
      return community && member ? [{ community: communityOnWire(community, top.total), role: member.role }] : [];
    }),
  );
  return { value: { communities: communities.flat() } };
};

/** The home page: the community, me, and every campaign that is live or paused and not over, the newest of each first. */
export const home: ViewHandler<'community.home'> = async (_input, context) => {
  // A campaign whose last day has passed stays live until its owner ends it: those are left out by the index, not after it.
  const states = await Promise.all(
    ['live', 'paused'].map(async (state) => {
      const range = { prefix: [state], from: context.today, order: 'ascending' } as const;
      const page = await context.store.list('campaign.byState', context.communityId, range, CAMPAIGNS_MAX);
      return (page.documents as unknown as readonly CampaignDocument[]).toSorted((a, b) => b.createdAt - a.createdAt);
    }),
  );
  const current = states.flat();
  const [me, community, cards] = await Promise.all([context.me(), context.communityCard(), context.cards(current)]);
  const { today, now } = context;
  return { value: { community, me, today, now, campaigns: cards } };
};

/** The groups that the owner has bound. */
export const groups: ViewHandler<'community.groups'> = async (_input, context) => {
  return { value: { groups: context.community.groups.map(({ groupId, label, boundAt }) => ({ groupId, label, boundAt })) } };
};

/** The members, newest first. */
export const members: ViewHandler<'community.members'> = async (input, context) => {
  const range = { prefix: [], order: 'descending' } as const;
  const page = await context.store.list('member.byJoined', context.communityId, range, MEMBERS_PAGE, input.cursor);
  const documents = page.documents as unknown as readonly MemberDocument[];
  const people = await context.people(documents.map((member) => member.memberId));
  const rows = documents.map((member) => ({
    person: people.get(member.memberId) ?? { memberId: member.memberId, name: null, tag: tagOf(member.memberId) },
    role: member.role,
    joinedAt: member.joinedAt,
    points: member.points,
    streakDays: Math.max(0, ...Object.values(member.checkins).map((record) => streakOn(record, context.today))),
  }));
  return { value: { members: rows, cursor: page.cursor } };
};

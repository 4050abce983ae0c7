// Reading a community: my communities, the home page, its groups, its members.
import { streakOn } from '#core/rules/checkin/record';
import { blockOnWire, communityOnWire } from '#core/rules/community/on-wire';
import { type Among, isAmong, isCalled } from '#core/rules/membership/attention';
import { fadingOn } from '#core/rules/membership/fading';
import { maskedPerson } from '#core/rules/membership/member';
import { tagsOf } from '#core/rules/membership/tags';
import { tierOf } from '#core/rules/membership/tier';
import type { CommunityDocument, IdentityDocument, MemberDocument, ReviewDocument, TallyDocument } from '#core/tables';
import { communityOf, makeId } from '#core/values/ids';
import type { CampaignWithStock, PersonViewHandler, ViewContext, ViewHandler } from '#server/app/request-context';

const COMMUNITIES_MAX = 50;
const MEMBERS_PAGE = 50;
/** How many members are gone through at a time where some are looked for. */
const MEMBERS_LOOK = 200;

/** The communities that a person has joined, newest last: the list of them, then everything else in one read. */
export const mine: PersonViewHandler<'community.mine'> = async (_input, context) => {
  const page = await context.store.list('identity.byPerson', null, { prefix: [context.personKey], order: 'ascending' }, COMMUNITIES_MAX);
  const keys = (page.documents as unknown as readonly IdentityDocument[]).map(({ id, memberId }) => {
    const communityId = communityOf(id);
    return {
      community: makeId(communityId, 'community'),
      member: makeId(communityId, 'member', memberId),
      tally: makeId(communityId, 'tally'),
    };
  });
  const documents = await context.store.read(keys.flatMap((key) => Object.values(key)));
  const communities = keys.flatMap((key) => {
    const community = documents.get(key.community) as CommunityDocument | undefined;
    const member = documents.get(key.member) as MemberDocument | undefined;
    const tally = documents.get(key.tally) as TallyDocument | undefined;
    return community && member
      ? [{ community: communityOnWire(community, tally?.members ?? 0, context.userContent), role: member.role }]
      : [];
  });
  return { value: { communities, mayFound: await context.mayFound(communities.map(({ role }) => role)) } };
};

/** The home page: the community, me, and every campaign that is live or paused and not over, live ones first, the newest of each first. */
export const home: ViewHandler<'community.home'> = async (_input, context) => {
  const { today, now, community, member } = context;
  const open = await context.campaigns(community.openCampaigns);
  const current = open.filter((one): one is CampaignWithStock => one !== null && one.campaign.endsOn >= today);
  const inOrder = (['live', 'paused'] as const).flatMap((state) => current.filter(({ campaign }) => campaign.state === state));
  const fading = member?.joinedAt == null ? [] : fadingOn(member, today).map((one) => ({ ...one }));
  return { value: { community: context.communityCard(), me: context.me(), fading, today, now, campaigns: context.cards(inOrder) } };
};

/** The groups that the owner has bound. */
export const groups: ViewHandler<'community.groups'> = async (_input, context) => {
  return { value: { groups: context.community.groups.map(({ groupId, label, boundAt }) => ({ groupId, label, boundAt })) } };
};

/** One look over those who are there, or over those who are put out, the newest of each first. */
async function lookOver(context: ViewContext, isBlocked: boolean, limit: number, cursor: string | undefined) {
  const range = { prefix: [], order: 'descending' } as const;
  if (!isBlocked) {
    const page = await context.store.list('member.byJoined', context.communityId, range, limit, cursor);
    return { documents: page.documents as unknown as readonly MemberDocument[], cursor: page.cursor };
  }
  const page = await context.store.list('review.byBlocked', context.communityId, range, limit, cursor);
  const reviews = page.documents as unknown as readonly ReviewDocument[];
  const found = await context.load(
    'member',
    reviews.map(({ memberId }) => [memberId]),
  );
  return { documents: found.filter((member) => member !== null), cursor: page.cursor };
}

/** The members, newest first: a page of all, or those of one look who are looked for. */
export const members: ViewHandler<'community.members'> = async ({ cursor, among }, context) => {
  const { community, today, tally } = context;
  const isBlocked = among?.blocked === true;
  const limit = among === undefined || isBlocked ? MEMBERS_PAGE : MEMBERS_LOOK;
  const page = await lookOver(context, isBlocked, limit, cursor);
  const wanted = page.documents.filter((member) => isAmong(member, (among ?? {}) as Among, community, today));
  const people = wanted.length === 0 ? new Map() : await context.people(wanted.map((member) => member.memberId));
  const rows = wanted.map((member) => ({
    person: people.get(member.memberId) ?? maskedPerson(member.memberId),
    role: member.role,
    tier: tierOf(member, today),
    tags: member.tags.filter((tagId) => tagsOf(community).some((tag) => tag.tagId === tagId)),
    joinedAt: member.joinedAt,
    points: member.points,
    streakDays: Math.max(0, ...Object.values(member.checkins).map((record) => streakOn(record, today))),
    lastSeenOn: member.lastEnteredOn,
    ...blockOnWire(member),
  }));
  const words = among?.words;
  const called = words === undefined ? rows : rows.filter(({ person }) => isCalled(person, words));
  const total = isBlocked ? (tally.blocked ?? 0) : tally.members;
  return { value: { members: called, lookedAt: page.documents.length, total, cursor: page.cursor } };
};

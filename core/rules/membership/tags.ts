// Tags: the owner's own names for members, known by an id so that a name can be mended without touching who bears it.
import { refuse } from '#core/refusals';
import { type Decision, done, refused } from '#core/rules/decision';
import { type CheckedText, replacementRefusal } from '#core/rules/policy/content';
import type { CampaignDocument, CommunityDocument, MemberDocument } from '#core/tables';

/** A tag of a community. It has no colour: a colour would be read as praise or blame. */
export interface CommunityTag {
  readonly tagId: string;
  readonly name: string;
}

/** How many tags a community may have, and how many a member may bear. */
export const COMMUNITY_TAGS_MAX = 20;
export const MEMBER_TAGS_MAX = 10;

/** The tags of a community. */
export function tagsOf(community: Pick<CommunityDocument, 'tags'>): readonly CommunityTag[] {
  return community.tags ?? [];
}

/** Whether a member bears a tag. One that has been removed is borne by nobody, whatever a member's document still names. */
export function bearsTag(community: Pick<CommunityDocument, 'tags'>, member: Pick<MemberDocument, 'tags'>, tagId: string): boolean {
  return member.tags.includes(tagId) && tagsOf(community).some((tag) => tag.tagId === tagId);
}

/** The names of tags, in the community's order; those that are not there any more are left out. */
export function tagNames(community: Pick<CommunityDocument, 'tags'>, tagIds: readonly string[]): string[] {
  return tagsOf(community)
    .filter(({ tagId }) => tagIds.includes(tagId))
    .map(({ name }) => name);
}

/** Names a tag, new or old; a name that is there already is that tag. What it is called stands in terms, so it has to have passed. */
export function decideSaveTag(
  community: CommunityDocument,
  wish: { readonly tagId: string | null; readonly newId: string; readonly name: string },
  checked: readonly CheckedText[],
): Decision<{ tagId: string }> {
  const tags = tagsOf(community);
  if (wish.tagId !== null && !tags.some(({ tagId }) => tagId === wish.tagId)) return refused(refuse('not_found', { what: 'tag' }));
  const refusal = replacementRefusal(checked, () => true);
  if (refusal !== null) return refused(refusal);
  const same = tags.find(({ name }) => name === wish.name);
  if (same !== undefined) return done({ tagId: same.tagId }, []);
  if (wish.tagId === null && tags.length >= COMMUNITY_TAGS_MAX) return refused(refuse('too_many_tags', { max: COMMUNITY_TAGS_MAX }));
  const tagId = wish.tagId ?? wish.newId;
  return done({ tagId }, [{ kind: 'tag_named', tagId, name: wish.name }]);
}

/**
 * Removes a tag for good. What a campaign has told members stays true while it is open, so a tag that one is for stays until then;
 * a segment only looks, and finds nobody by it any more.
 */
export function decideRemoveTag(
  community: CommunityDocument,
  tagId: string,
  open: readonly Pick<CampaignDocument, 'audience' | 'title'>[],
): Decision<Record<never, never>> {
  if (!tagsOf(community).some((tag) => tag.tagId === tagId)) return refused(refuse('not_found', { what: 'tag' }));
  const titles = open.filter(({ audience }) => audience?.tags.includes(tagId) === true).map(({ title }) => title);
  if (titles.length > 0) return refused(refuse('tag_in_use', { titles }));
  return done({}, [{ kind: 'tag_removed', tagId }]);
}

/** Gives a member exactly these tags. */
export function decideTag(
  community: CommunityDocument,
  member: MemberDocument | null,
  tagIds: readonly string[],
): Decision<{ memberId: string; tags: string[] }> {
  if (member === null || member.joinedAt === null) return refused(refuse('not_found', { what: 'member' }));
  const known = tagsOf(community).map(({ tagId }) => tagId);
  if (tagIds.some((tagId) => !known.includes(tagId))) return refused(refuse('not_found', { what: 'tag' }));
  const { memberId } = member;
  const tags = known.filter((tagId) => tagIds.includes(tagId));
  const isSame = tags.length === member.tags.length && tags.every((tagId) => member.tags.includes(tagId));
  return done({ memberId, tags }, isSame ? [] : [{ kind: 'member_tagged', memberId, tags }]);
}

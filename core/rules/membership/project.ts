// How a member's own document follows from leaving for good. Profiles are no projection: the journal may not hold what people show.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { giveRole } from '#core/rules/community/project';
import { countIn } from '#core/rules/community/tally';
import { erasedMember } from '#core/rules/membership/erase';
import { tagsOf } from '#core/rules/membership/tags';
import { makeId } from '#core/values/ids';
import { points } from '#core/values/points';

type MembershipEvent = Extract<
  JournalEvent,
  {
    kind:
      | 'profile_changed'
      | 'moderated'
      | 'points_forfeited'
      | 'member_erased'
      | 'tag_named'
      | 'tag_removed'
      | 'member_tagged'
      | 'tier_changed'
      | 'segment_saved'
      | 'segment_removed';
  }
>;

function erase(workspace: Workspace, { actorId, at, on }: EventContext): void {
  const member = workspace.get('member', actorId);
  giveRole(workspace, actorId, 'visitor');
  for (const { board } of Object.values(member.scores)) workspace.score(board, actorId, null, at);
  if (member.joinedAt !== null) countIn(workspace, 'members', -1);
  const review = member.block === undefined ? null : workspace.find('review', actorId);
  if (review?.block !== undefined) workspace.put('review', { ...review, block: { ...review.block, text: '' } });
  const request = workspace.find('joinRequest', actorId);
  if (request !== null) workspace.remove(request.id);
  const reminder = workspace.find('reminder', actorId);
  if (reminder !== null) workspace.remove(reminder.id);
  workspace.put('member', erasedMember(member, at, on));
}

/** Applies an event of a membership. */
export function projectMembership(workspace: Workspace, event: MembershipEvent, context: EventContext): void {
  switch (event.kind) {
    case 'profile_changed':
    case 'moderated':
      return;
    case 'points_forfeited': {
      const member = workspace.get('member', event.memberId);
      return workspace.put('member', { ...member, lots: [], points: points(member.points - event.points) });
    }
    case 'member_erased':
      return erase(workspace, context);
    case 'tag_named': {
      const { tagId, name } = event;
      const community = workspace.get('community');
      const tags = tagsOf(community);
      const isThere = tags.some((tag) => tag.tagId === tagId);
      const named = isThere ? tags.map((tag) => (tag.tagId === tagId ? { tagId, name } : tag)) : [...tags, { tagId, name }];
      return workspace.put('community', { ...community, tags: named });
    }
    case 'tag_removed': {
      const community = workspace.get('community');
      return workspace.put('community', { ...community, tags: tagsOf(community).filter(({ tagId }) => tagId !== event.tagId) });
    }
    case 'segment_saved': {
      const { segmentId, name, conditions } = event;
      const before = workspace.find('segment', segmentId);
      const id = makeId(workspace.communityId, 'segment', segmentId);
      workspace.put('segment', { id, segmentId, name, conditions, createdAt: before?.createdAt ?? context.at });
      if (before !== null) return;
      const community = workspace.get('community');
      return workspace.put('community', { ...community, segments: [segmentId, ...(community.segments ?? [])] });
    }
    case 'segment_removed': {
      workspace.remove(makeId(workspace.communityId, 'segment', event.segmentId));
      const community = workspace.get('community');
      const segments = (community.segments ?? []).filter((segmentId) => segmentId !== event.segmentId);
      return workspace.put('community', { ...community, segments });
    }
    case 'member_tagged':
      return workspace.put('member', { ...workspace.get('member', event.memberId), tags: event.tags });
    case 'tier_changed':
      return workspace.put('member', { ...workspace.get('member', event.memberId), tier: { code: event.tier, sinceOn: event.on } });
  }
}

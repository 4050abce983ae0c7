// How a community and its members follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { askToJoin, leaveTheDoor, settleWish, turnDown } from '#core/rules/community/project-joining';
import { withRole } from '#core/rules/community/roles';
import { countIn } from '#core/rules/community/tally';
import { countForDay } from '#core/rules/leaderboard/project';
import { newMember } from '#core/rules/membership/member';
import { labelPath } from '#core/rules/policy/content';
import type { CommunityDocument, ContentNote, MemberDocument, Role, Source } from '#core/tables';
import { makeId } from '#core/values/ids';

type CommunityEvent = Extract<
  JournalEvent,
  {
    kind:
      | 'community_created'
      | 'community_described'
      | 'group_bound'
      | 'entered'
      | 'group_verified'
      | 'proofs_forgotten'
      | 'joined'
      | 'role_given'
      | 'joining_set'
      | 'let_in'
      | 'join_asked'
      | 'join_withdrawn'
      | 'join_refused';
  }
>;

function memberOrNew(workspace: Workspace, context: EventContext, source: Source): MemberDocument {
  return workspace.find('member', context.actorId) ?? newMember(workspace.communityId, context.actorId, source, context.at);
}

function noted(notes: readonly ContentNote[]): Pick<CommunityDocument, 'inReview'> {
  return notes.length === 0 ? {} : { inReview: notes };
}

function join(workspace: Workspace, context: EventContext, role: 'member' | 'owner', memberId: string = context.actorId): void {
  const isOwn = memberId === context.actorId;
  const { wish, ...member } = isOwn ? memberOrNew(workspace, context, { kind: 'direct' }) : workspace.get('member', memberId);
  if (wish?.state === 'waiting') settleWish(workspace, memberId);
  workspace.put('member', { ...member, role, joinedAt: context.at });
  countIn(workspace, 'members', 1);
  countForDay(workspace, context.on, 'joined', memberId, context.at);
}

/** Gives a member a role; the community counts its co-owners. */
export function giveRole(workspace: Workspace, memberId: string, role: Role): void {
  const member = workspace.get('member', memberId);
  workspace.put('member', { ...member, role });
  if (member.role === 'co_owner' || role === 'co_owner') {
    workspace.put('community', withRole(workspace.get('community'), memberId, role));
  }
}

/** Applies an event of a community or of somebody's arrival in it. */
export function projectCommunity(workspace: Workspace, event: CommunityEvent, context: EventContext): void {
  const { communityId } = workspace;
  switch (event.kind) {
    case 'community_created': {
      const { name, theme, promise, organiser, contact, zone, dayStartsMinutes } = event;
      const settings = { name, theme, promise, organiser, contact, zone, dayStartsMinutes };
      const id = makeId(communityId, 'community');
      workspace.put('community', {
        id,
        ...settings,
        ownerId: context.actorId,
        groups: [],
        openCampaigns: [],
        recentCampaigns: [],
        splitStocks: {},
        createdAt: context.at,
        ...noted(event.inReview ?? []),
      });
      return join(workspace, context, 'owner');
    }
    case 'community_described': {
      const { name, theme, promise, organiser, contact, licences } = event;
      const { inReview = [], licences: _before, ...settings } = workspace.get('community');
      const labels = inReview.filter(({ path }) => path.startsWith('groups.'));
      const texts = { name, theme, promise, organiser, contact, ...(licences === undefined ? {} : { licences }) };
      return workspace.put('community', { ...settings, ...texts, ...noted([...labels, ...(event.inReview ?? [])]) });
    }
    case 'group_bound': {
      const community = workspace.get('community');
      const groups = community.groups.filter((group) => group.groupId !== event.groupId);
      const { inReview = [], ...settings } = community;
      const others = inReview.filter(({ path }) => path !== labelPath(event.groupId));
      const notes = event.inReview === undefined ? others : [...others, { path: labelPath(event.groupId), word: event.inReview.word }];
      const bound = { groupId: event.groupId, label: event.label, boundAt: context.at };
      return workspace.put('community', { ...settings, groups: [...groups, bound], ...noted(notes) });
    }
    case 'entered':
      return workspace.put('member', memberOrNew(workspace, context, event.source));
    case 'group_verified': {
      const member = memberOrNew(workspace, context, { kind: 'direct' });
      workspace.put('proof', { id: makeId(communityId, 'proof', event.digest), memberId: context.actorId, usedAt: context.at });
      return workspace.put('member', { ...member, groups: { ...member.groups, [event.groupId]: context.at } });
    }
    case 'proofs_forgotten':
      for (const digest of event.digests) workspace.remove(makeId(communityId, 'proof', digest));
      return;
    case 'joined':
      return join(workspace, context, 'member');
    case 'let_in':
      return join(workspace, context, 'member', event.memberId);
    case 'joining_set': {
      const { joining: _before, ...settings } = workspace.get('community');
      const { approval, questions } = event;
      const isOpen = !approval && questions.length === 0;
      return workspace.put('community', { ...settings, ...(isOpen ? {} : { joining: { approval, questions } }) });
    }
    case 'join_asked':
      return askToJoin(workspace, memberOrNew(workspace, context, { kind: 'direct' }), event, context.at);
    case 'join_withdrawn':
      return leaveTheDoor(workspace, context.actorId);
    case 'join_refused':
      return turnDown(workspace, event, context.at);
    case 'role_given':
      return giveRole(workspace, event.memberId, event.role);
  }
}

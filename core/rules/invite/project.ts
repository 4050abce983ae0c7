// How the thread between two people, and the inviter's counts, follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { countOne } from '#core/rules/coupon/project';
import { scoreOneLess, scoreOnePoint } from '#core/rules/leaderboard/project';
import { withDeed, withoutDeed } from '#core/rules/membership/deeds';
import { makeId } from '#core/values/ids';

type InviteEvent = Extract<
  JournalEvent,
  { kind: 'invite_link_made' | 'invite_opened' | 'invite_joined' | 'invite_settled' | 'invite_reversed' }
>;

function open(workspace: Workspace, event: Extract<InviteEvent, { kind: 'invite_opened' }>, context: EventContext): void {
  const { campaignId, inviterId, inviteeId, refusal } = event;
  const id = makeId(workspace.communityId, 'invite', campaignId, inviterId, inviteeId);
  workspace.put('invite', {
    id,
    campaignId,
    inviterId,
    inviteeId,
    state: refusal === null ? 'opened' : 'refused',
    reason: refusal,
    openedAt: context.at,
    joinedAt: null,
    settledAt: refusal === null ? null : context.at,
    coupons: [],
  });
  if (refusal !== null) return;
  const invitee = workspace.get('member', inviteeId);
  workspace.put('member', { ...invitee, invitedBy: { campaignId, inviterId, openedAt: context.at } });
}

/** Applies an event of an invite. */
export function projectInvite(workspace: Workspace, event: InviteEvent, context: EventContext): void {
  const { campaignId } = event;
  switch (event.kind) {
    case 'invite_link_made': {
      const id = makeId(workspace.communityId, 'inviteLink', event.token);
      const link = { token: event.token, campaignId, inviterId: context.actorId, createdAt: context.at };
      return workspace.put('inviteLink', { id, ...link });
    }
    case 'invite_opened':
      return open(workspace, event, context);
    case 'invite_joined': {
      const invite = workspace.get('invite', campaignId, event.inviterId, event.inviteeId);
      return workspace.put('invite', { ...invite, state: 'joined', joinedAt: context.at });
    }
    case 'invite_settled': {
      const invite = workspace.get('invite', campaignId, event.inviterId, event.inviteeId);
      const state = event.refusal === null ? 'rewarded' : 'refused';
      workspace.put('invite', { ...invite, state, reason: event.refusal, settledAt: context.at, coupons: event.coupons ?? [] });
      if (event.refusal !== null) return;
      const inviter = workspace.get('member', event.inviterId);
      const invites = { ...inviter.invites, [campaignId]: countOne(inviter.invites[campaignId], context.on) };
      workspace.put('member', { ...withDeed(inviter, 'invited', context.on), invites });
      return scoreOnePoint(workspace, event.inviterId, 'invite', context.on, context.at);
    }
    case 'invite_reversed': {
      const invite = workspace.get('invite', campaignId, event.inviterId, event.inviteeId);
      const { reason, evidence, used = [] } = event;
      for (const { memberId, n } of used) {
        const coupon = workspace.get('coupon', campaignId, memberId, String(n));
        workspace.put('coupon', { ...coupon, voidOnceUndone: true });
      }
      workspace.put('invite', { ...invite, state: 'reversed', reversal: { at: context.at, reason, evidence } });
      workspace.put('member', withoutDeed(workspace.get('member', event.inviterId), 'invited', event.settledOn));
      return scoreOneLess(workspace, event.inviterId, 'invite', event.settledOn);
    }
  }
}

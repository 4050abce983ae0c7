// What follows for a member's tier from what happened: noted in the same action, so that the journal says when and through what.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { stepsTo } from '#core/rules/membership/tier';
import { tierRank } from '#core/rules/membership/tier-code';
import type { MemberDocument } from '#core/tables';
import type { Day } from '#core/values/day';

type TierChanged = Extract<JournalEvent, { kind: 'tier_changed' }>;

/** The members whose deeds an action counts; nobody else's tier can change by it. */
function doersOf(events: readonly JournalEvent[], actorId: string): readonly string[] {
  const ids = events.flatMap((event): string[] => {
    switch (event.kind) {
      case 'checked_in':
        return [actorId];
      case 'coupon_redeemed':
      case 'redemption_undone':
        return [event.memberId];
      case 'answer_accepted':
        return event.isCounted ? [event.helperId] : [];
      case 'invite_settled':
        return event.refusal === null ? [event.inviterId] : [];
      case 'promise_broken':
        return event.promise === 'invite' ? [event.memberId] : [];
      default:
        return [];
    }
  });
  return [...new Set(ids)];
}

/** The members whose points or tier an action touches. */
export function touchedBy(events: readonly JournalEvent[], actorId: string): readonly string[] {
  const moved = events.flatMap((event) =>
    event.kind.startsWith('points_') && 'memberId' in event ? [event.memberId] : event.kind === 'tier_changed' ? [event.memberId] : [],
  );
  return [...new Set([...doersOf(events, actorId), ...moved])];
}

/** The changes of a member's tier up to a day, one event for each step. */
export function tierEvents(member: MemberDocument, today: Day): readonly TierChanged[] {
  let from = member.tier.code;
  return stepsTo(member, today).map(({ code, sinceOn }) => {
    const event: TierChanged = { kind: 'tier_changed', memberId: member.memberId, tier: code, from, on: sinceOn ?? today };
    from = code;
    return event;
  });
}

function isFall({ tier, from }: TierChanged): boolean {
  return tierRank(tier) < tierRank(from);
}

/**
 * The falls that were due before an action. They come first: what is done today must not undo a fall of yesterday that nothing has
 * noted yet, so the outcome is the same however late the timer is.
 */
export function fallsBefore(workspace: Workspace, events: readonly JournalEvent[], actorId: string, today: Day): readonly TierChanged[] {
  return doersOf(events, actorId).flatMap((memberId) => {
    const member = workspace.find('member', memberId);
    return member === null ? [] : tierEvents(member, today).filter(isFall);
  });
}

/** The tiers that an action has made its doers reach. */
export function risesAfter(workspace: Workspace, events: readonly JournalEvent[], actorId: string, today: Day): readonly TierChanged[] {
  return doersOf(events, actorId).flatMap((memberId) => {
    const member = workspace.get('member', memberId);
    return member.joinedAt === null ? [] : tierEvents(member, today);
  });
}

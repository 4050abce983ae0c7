// What follows for a member's tier from what happened: noted in the same action, so that the journal says when and through what.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { fallsTo, type HeldTier, stepsTo } from '#core/rules/membership/tier';
import type { MemberDocument } from '#core/tables';
import type { Day } from '#core/values/day';

type TierChanged = Extract<JournalEvent, { kind: 'tier_changed' }>;

/** The member whose deeds an event counts; null where it counts nobody's. */
function doerOf(event: JournalEvent, actorId: string): string | null {
  switch (event.kind) {
    case 'checked_in':
      return actorId;
    case 'coupon_redeemed':
    case 'redemption_undone':
      return event.memberId;
    case 'answer_accepted':
      return event.isCounted ? event.helperId : null;
    case 'invite_settled':
      return event.refusal === null ? event.inviterId : null;
    case 'promise_broken':
      return event.promise === 'invite' ? event.memberId : null;
    default:
      return null;
  }
}

/** The members whose deeds an action counts; nobody else's tier can change by it. */
function doersOf(events: readonly JournalEvent[], actorId: string): readonly string[] {
  const doers: string[] = [];
  for (const event of events) {
    const doer = doerOf(event, actorId);
    if (doer !== null && !doers.includes(doer)) doers.push(doer);
  }
  return doers;
}

/** The members whose points or tier an action touches. */
export function touchedBy(events: readonly JournalEvent[], actorId: string): readonly string[] {
  const touched = new Set(doersOf(events, actorId));
  for (const event of events) {
    if (event.kind === 'tier_changed' || (event.kind.startsWith('points_') && 'memberId' in event)) touched.add(event.memberId);
  }
  return [...touched];
}

function eventsOf(member: MemberDocument, steps: readonly HeldTier[], today: Day): readonly TierChanged[] {
  let from = member.tier.code;
  return steps.map(({ code, sinceOn }) => {
    const event: TierChanged = { kind: 'tier_changed', memberId: member.memberId, tier: code, from, on: sinceOn ?? today };
    from = code;
    return event;
  });
}

/** The changes of a member's tier up to a day, one event for each step. */
export function tierEvents(member: MemberDocument, today: Day): readonly TierChanged[] {
  return eventsOf(member, stepsTo(member, today), today);
}

/**
 * The falls that were due before an action. They come first: what is done today must not undo a fall of yesterday that nothing has
 * noted yet, so the outcome is the same however late the timer is.
 */
export function fallsBefore(workspace: Workspace, events: readonly JournalEvent[], actorId: string, today: Day): readonly TierChanged[] {
  return doersOf(events, actorId).flatMap((memberId) => {
    const member = workspace.find('member', memberId);
    return member === null ? [] : eventsOf(member, fallsTo(member, today), today);
  });
}

/** The tiers that an action has made its doers reach. */
export function risesAfter(workspace: Workspace, events: readonly JournalEvent[], actorId: string, today: Day): readonly TierChanged[] {
  return doersOf(events, actorId).flatMap((memberId) => {
    const member = workspace.get('member', memberId);
    return member.joinedAt === null ? [] : tierEvents(member, today);
  });
}

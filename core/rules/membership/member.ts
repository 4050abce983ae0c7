// A member: how one begins, and how people are told apart who have not shown a name.
import type { ValueOf } from '#core/contract';
import { noDeeds } from '#core/rules/membership/deeds';
import type { MemberDocument, Source } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** A person on first sight: a visitor, with nothing. */
export function newMember(communityId: string, memberId: string, source: Source, at: Instant): MemberDocument {
  return {
    id: makeId(communityId, 'member', memberId),
    memberId,
    role: 'visitor',
    firstSeenAt: at,
    lastEnteredOn: null,
    joinedAt: null,
    source,
    groups: {},
    points: points(0),
    lots: [],
    reversals: [],
    dueOn: null,
    checkins: {},
    claims: {},
    invitedBy: null,
    firstActionAt: null,
    invites: {},
    entries: {},
    helped: 0,
    funnel: {},
    redemptions: {},
    tier: { code: 'customer', sinceOn: null },
    deeds: noDeeds,
    tags: [],
    hidden: false,
    scores: {},
    sequence: 0,
  };
}

/** A person of whom others see nothing but the tag. */
export function maskedPerson(memberId: string): ValueOf<'redemption.scan'>['holder'] {
  return { memberId, name: null, tag: tagOf(memberId), avatar: null };
}

/** Four characters that tell masked people apart without saying who they are. */
export function tagOf(memberId: string): string {
  return memberId.slice(-4).toUpperCase();
}

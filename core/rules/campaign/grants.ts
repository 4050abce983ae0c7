// From what a type grants to what happened: coupons get their numbers, points their entries' events.

import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Grant } from '#core/rules/campaign/define-type';
import type { Lot } from '#core/rules/points/lots';
import type { MemberDocument } from '#core/tables';
import { type Id, makeId } from '#core/values/ids';

/** Who receives grants, and how a coupon's six digits are found for its id. */
export interface Receivers {
  readonly communityId: string;
  readonly campaignId: string;
  /** The version of the campaign's rules under which it is given. */
  readonly version: number;
  readonly self: MemberDocument;
  readonly inviter?: MemberDocument;
  /** The part of a split stock that coupons are taken from. */
  readonly part?: number;
  /** Set where what gives it is the first own action of `self`. */
  readonly first?: true;
  /** What was paid for it, to be kept with goods. */
  readonly spent?: readonly Lot[];
  readonly numberOf: (couponId: Id) => string;
}

/** The events of a list of grants, in order. */
export function grantEvents(grants: readonly Grant[], receivers: Receivers): JournalEvent[] {
  const { campaignId } = receivers;
  const issued = new Map<string, number>();
  const events: JournalEvent[] = [];
  for (const grant of grants) {
    if (grant.kind === 'points') {
      const { points, reason } = grant;
      if (grant.milestone !== undefined) events.push({ kind: 'milestone_reached', campaignId, ...grant.milestone });
      events.push({ kind: 'points_granted', campaignId, memberId: receivers.self.memberId, version: receivers.version, points, reason });
      continue;
    }
    const member = grant.to === 'self' ? receivers.self : receivers.inviter;
    if (member === undefined) throw new Error('a grant to an inviter, but nobody invited');
    const { memberId } = member;
    const n = (member.claims[campaignId]?.total ?? 0) + (issued.get(memberId) ?? 0) + 1;
    issued.set(memberId, (issued.get(memberId) ?? 0) + 1);
    const table = grant.kind === 'goods' ? 'order' : 'coupon';
    const number = receivers.numberOf(makeId(receivers.communityId, table, campaignId, memberId, String(n)));
    if (grant.kind === 'goods') {
      events.push({ kind: 'goods_ordered', campaignId, memberId, n, number, item: grant.item, lots: receivers.spent ?? [] });
      continue;
    }
    events.push({
      kind: 'coupon_issued',
      campaignId,
      memberId,
      n,
      number,
      terms: grant.terms,
      reason: grant.reason,
      ...(receivers.part === undefined ? {} : { part: receivers.part }),
      ...(receivers.first === undefined ? {} : { first: receivers.first }),
    });
  }
  return events;
}

// Complaints: a member says that a promise was not kept, the owner answers or makes it good, and both see how it stands.

import { refuse } from '#core/refusals';
import { keepsPromises } from '#core/rules/community/block';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CampaignDocument, ComplaintDocument, ComplaintReason, CouponDocument, MakeGoodDocument, MemberDocument } from '#core/tables';
import type { Instant } from '#core/values/instant';

/** How often one member may complain about one campaign. */
const COMPLAINTS_MAX = 3;

/** Every reason, in the order in which a member is offered them. */
export const complaintReasons = ['not_honoured', 'refused_at_counter', 'differs', 'other'] as const satisfies readonly ComplaintReason[];

/** The slot of the text of a complaint among what its member has written. */
export function complaintSlot(n: number): string {
  return `complaint-${n}`;
}

/** What a complaint is decided on. */
export interface ComplainFacts {
  readonly campaign: CampaignDocument | null;
  readonly member: MemberDocument;
  /** The complaint that this member made last about this campaign. */
  readonly last: ComplaintDocument | null;
  /** The coupon that it is about; undefined for the campaign as a whole, null where it is not the member's. */
  readonly coupon: CouponDocument | null | undefined;
  readonly reason: ComplaintReason;
}

/** Files a complaint. Refusals in order: no such campaign or coupon, one is still open, enough of them. */
export function decideComplain({ campaign, member, last, coupon, reason }: ComplainFacts): Decision<{ readonly n: number }> {
  if (campaign === null || campaign.state === 'draft') return refused(refuse('not_found', { what: 'campaign' }));
  const { campaignId } = campaign;
  const { memberId } = member;
  if (coupon === null || (coupon !== undefined && (coupon.memberId !== memberId || coupon.campaignId !== campaignId))) {
    return refused(refuse('not_found', { what: 'coupon' }));
  }
  if (last !== null && last.state === 'open') return refused(refuse('complaint_open', { filedAt: last.filedAt }));
  const filed = member.complaints?.[campaignId] ?? 0;
  if (filed >= COMPLAINTS_MAX) return refused(refuse('too_many_complaints', { max: COMPLAINTS_MAX }));
  const n = filed + 1;
  return done({ n }, [{ kind: 'complaint_filed', campaignId, memberId, n, couponId: coupon?.id ?? null, reason }]);
}

/** Answers a complaint; `settled` says that it has been made good. What is settled stays as it is. */
export function decideAnswer(
  complaint: ComplaintDocument | null,
  text: string,
  settled: boolean,
): Decision<{ readonly state: ComplaintDocument['state'] }> {
  if (complaint === null) return refused(refuse('not_found', { what: 'complaint' }));
  const { campaignId, memberId, n, state, answer } = complaint;
  if (state === 'settled') return refused(refuse('already_settled', { settledAt: answer?.at ?? complaint.filedAt }));
  return done({ state: settled ? 'settled' : 'answered' }, [{ kind: 'complaint_answered', campaignId, memberId, n, text, settled }]);
}

/** What reporting a promise that cannot be kept is decided on. */
export interface ReportFacts {
  readonly campaign: CampaignDocument | null;
  readonly member: MemberDocument | null;
  readonly kind: 'coupon' | 'prize';
  readonly n: number;
  /** The coupon, of that kind. */
  readonly coupon: CouponDocument | null;
  readonly existing: MakeGoodDocument | null;
  readonly words: string;
  readonly at: Instant;
}

/** Records that something promised cannot be given: it stays open until it is settled. The coupon stays valid. Twice is once. */
export function decideReport(facts: ReportFacts): Decision<Record<never, never>> {
  const { campaign, member, kind, n, coupon, existing, words, at } = facts;
  if (campaign === null || campaign.state === 'draft') return refused(refuse('not_found', { what: 'campaign' }));
  if (member === null || !keepsPromises(member)) return refused(refuse('not_found', { what: 'member' }));
  if (kind === 'coupon' && (coupon === null || coupon.redemption !== null)) return refused(refuse('not_found', { what: 'coupon' }));
  if (existing !== null) return done({}, []);
  const { campaignId } = campaign;
  const key = { campaignId, memberId: member.memberId, about: `${kind}-${n}` };
  const title = coupon?.terms.title ?? campaign.title;
  const owed = { kind: 'words', words } as const;
  return done({}, [{ kind: 'promise_broken', ...key, promise: kind, reason: 'not_honoured', title, owed, brokenAt: at }]);
}

// Finds a coupon by an id that came from outside, and its holder; and says who redeemed it by a name that people know.
import type { Refusal } from '#core/refusals';
import { refuse } from '#core/refusals';
import { couponParts } from '#core/rules/coupon/coupon-parts';
import { maskedPerson } from '#core/rules/membership/member';
import type { CouponDocument, MemberDocument } from '#core/tables';
import type { Person, ViewContext } from '#server/app/request-context';

/** A coupon with its holder, or null. */
export async function findCoupon(
  context: ViewContext,
  couponId: string,
): Promise<{ readonly coupon: CouponDocument; readonly holder: MemberDocument } | null> {
  const parts = couponParts(couponId, context.communityId);
  if (parts === null) return null;
  const [[coupon], [holder]] = await Promise.all([context.load('coupon', [parts]), context.load('member', [[parts[1]]])]);
  return coupon && holder ? { coupon, holder } : null;
}

/** A person, or the masked one when nothing is known. */
export function personIn(people: ReadonlyMap<string, Person>, memberId: string): Person {
  return people.get(memberId) ?? maskedPerson(memberId);
}

/** The same refusal, with the clerk's name or tag in the place of the member id that the rule knows. */
export async function withClerkName<R extends Refusal>(refusal: R, people: ViewContext['people']): Promise<R> {
  if (refusal.code !== 'already_redeemed') return refusal;
  const { clerk } = refusal.data;
  const person = personIn(await people([clerk]), clerk);
  return refuse('already_redeemed', { ...refusal.data, clerk: person.name ?? person.tag }) as R;
}

// The counter: the holder's rotating code, the clerk's scan, the arithmetic, the list of what was redeemed.
import type { InputOf } from '#core/contract';
import { type Refusal, refuse } from '#core/refusals';
import { calendarOf } from '#core/rules/community/calendar';
import { sumOf } from '#core/rules/coupon/benefit';
import { ticketOf } from '#core/rules/coupon/ticket';
import { judgedAt, lateScanRefusal } from '#core/rules/redemption/late-scan';
import { orderRefusal, UNDO_HOURS, useRefusal } from '#core/rules/redemption/redeem';
import type { CouponDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import { HOUR_MS, type Instant } from '#core/values/instant';
import type { ViewContext, ViewHandler } from '#server/app/request-context';
import { findCoupon, personIn, withClerkName } from '#server/features/redemption/coupon-of';
import { CODE_LIFE_MS, type RecognisedCode, SCAN_LIFE_MS } from '#server/ports/codes';
import { PAGE_LIMIT_MAX } from '#server/ports/store';

/** The most coupons of one community that may begin with the same six digits and are still told apart: far beyond what chance brings. */
const CANDIDATES_MAX = PAGE_LIMIT_MAX;
const RECENT_PAGE = 30;

/** A code for a coupon of mine that can be used now; ask again before it expires. */
export const code: ViewHandler<'redemption.code'> = async (input, context) => {
  const found = await findCoupon(context, input.couponId);
  if (found === null || found.coupon.memberId !== context.caller.memberId) return { refusal: refuse('not_found', { what: 'coupon' }) };
  const { community, today, now } = context;
  const refusal = useRefusal({ community, today, at: now, ...found });
  if (refusal !== null) return { refusal: await withClerkName(refusal, context.people) };
  const { coupon } = found;
  return { value: { ticket: ticketOf(coupon, found.holder, community, today), code: context.codes.issue(coupon.id, coupon.number, now) } };
};

/** The one coupon that a code stands for. Typed digits may by chance stand for two: then for neither, and the next ones will not. */
async function recognise(recognised: RecognisedCode, context: ViewContext): Promise<CouponDocument | 'expired' | 'unknown'> {
  if (recognised.kind === 'unknown') return 'unknown';
  const range = { prefix: [recognised.number], order: 'ascending' } as const;
  const page = await context.store.list('coupon.byNumber', context.communityId, range, CANDIDATES_MAX);
  const candidates = (page.documents as unknown as readonly CouponDocument[]).map((coupon) => ({
    coupon,
    match: recognised.matches(coupon.id),
  }));
  const valid = candidates.filter(({ match }) => match === 'valid');
  const [found] = valid;
  if (found !== undefined) return valid.length === 1 ? found.coupon : 'unknown';
  return candidates.some(({ match }) => match === 'expired') ? 'expired' : 'unknown';
}

/**
 * The coupon of a code, and the moment by which it is judged where it was scanned without a network; or why it stands for none. What a
 * phone says of that moment is believed within the code's own minute, which is signed.
 */
async function find(
  { code: shown, scannedAt }: InputOf<'redemption.scan'>,
  context: ViewContext,
): Promise<{ coupon: CouponDocument; judgedAt: Instant | null } | Refusal<'code_unknown' | 'scan_too_old' | 'code_expired'>> {
  const { codes, now } = context;
  const given = codes.recognise(shown, now);
  const issuedAt = given.kind === 'unknown' ? null : given.issuedAt;
  const late = scannedAt === undefined || issuedAt === null ? null : { issuedAt, scannedAt, lifeMs: CODE_LIFE_MS, at: now };
  // Digits do not say when they were made: later nobody can tell whether they were good.
  if (scannedAt !== undefined && late === null) return refuse('code_unknown', {});
  const moment = late === null ? null : judgedAt(late);
  const coupon = await recognise(moment === null ? given : codes.recognise(shown, moment), context);
  if (coupon === 'unknown') return refuse('code_unknown', {});
  if (coupon === 'expired') return refuse('code_expired', { seconds: CODE_LIFE_MS / 1000 });
  return (late === null ? null : lateScanRefusal({ ...late, coupon })) ?? { coupon, judgedAt: moment };
}

/** What a clerk sees after scanning or typing a code: the ticket, its holder, and a token that stands for this scan. */
export const scan: ViewHandler<'redemption.scan'> = async (input, context) => {
  const found = await find(input, context);
  if ('code' in found) return { refusal: found };
  const { coupon, judgedAt: moment } = found;
  const { memberId, redemption } = coupon;
  // Whoever may be named is asked for beside the holder: with the coupon itself that is all the store is asked.
  const named = redemption === null ? [memberId] : [memberId, redemption.clerkId];
  const [[holder], people] = await Promise.all([context.load('member', [[memberId]]), context.people(named)]);
  if (!holder) return { refusal: refuse('code_unknown', {}) };
  const { community, now, caller } = context;
  const at = moment ?? now;
  const today = dayOf(at, calendarOf(community));
  const refusal = useRefusal({ community, today, at, coupon, holder });
  if (refusal !== null) return { refusal: await withClerkName(refusal, async () => people) };
  const scanned = { couponId: coupon.id, undone: coupon.undone.length, judgedAt: moment };
  const scanToken = context.codes.scanToken(scanned, caller.memberId, now);
  return { value: { scanToken, ticket: ticketOf(coupon, holder, community, today), holder: personIn(people, memberId) } };
};

/** The arithmetic for an order amount, before anything happens. */
export const preview: ViewHandler<'redemption.preview'> = async (input, context) => {
  const opened = context.codes.openScan(input.scanToken, context.caller.memberId, context.now);
  if (opened === 'expired' || opened === 'unknown') return { refusal: refuse('scan_expired', { minutes: SCAN_LIFE_MS / 60_000 }) };
  const found = await findCoupon(context, opened.couponId);
  if (found === null) return { refusal: refuse('not_found', { what: 'coupon' }) };
  const orderFen = input.orderFen as Fen;
  const refusal = orderRefusal(found.coupon.terms, orderFen);
  return refusal === null ? { value: sumOf(found.coupon.terms, orderFen) } : { refusal };
};

/** What was redeemed, the newest first. */
export const recent: ViewHandler<'redemption.recent'> = async (input, context) => {
  const range = { prefix: [], order: 'descending' } as const;
  const page = await context.store.list('coupon.byRedeemed', context.communityId, range, RECENT_PAGE, input.cursor);
  const coupons = page.documents as unknown as readonly CouponDocument[];
  const people = await context.people(coupons.flatMap((coupon) => [coupon.memberId, coupon.redemption?.clerkId ?? coupon.memberId]));
  const lines = coupons.flatMap(({ id, terms, memberId, redemption }) => {
    if (redemption === null) return [];
    const { redeemedAt, orderFen, offFen, payFen, clerkId } = redemption;
    const who = { holder: personIn(people, memberId), clerk: personIn(people, clerkId) };
    return [
      {
        couponId: id,
        title: terms.title,
        ...who,
        redeemedAt,
        scannedAt: redemption.scannedAt ?? null,
        orderFen,
        offFen,
        payFen,
        undoUntilAt: redeemedAt + UNDO_HOURS * HOUR_MS,
      },
    ];
  });
  return { value: { lines, cursor: page.cursor } };
};

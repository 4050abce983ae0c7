// What one simulated run has given so far, day by day; one ledger serves all runs of a forecast, one after another.
import type { TypeDecision } from '#core/rules/campaign/define-type';
import { piecesOf, sumOf } from '#core/rules/coupon/benefit';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { worthOf } from '#core/rules/coupon/worth';
import type { Behaviour } from '#core/rules/forecast/behaviour';
import { type Chance, waitBelow } from '#core/rules/forecast/chance';
import { assumed } from '#core/rules/forecast/priors';
import { type Day, dayNumber } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import type { Points } from '#core/values/points';

/** How many days a forecast looks ahead at the most: the longest campaign, and as long again to use what it gave. */
export const HORIZON_DAYS = 732;

/** The counts of one run; day 0 is the first that the forecast looks at. */
export interface RunLedger {
  readonly left: { coupons: number; points: Points; goods: number };
  readonly fen: Float64Array;
  readonly points: Float64Array;
  readonly redeemed: Float64Array;
  taken: number;
  /** The first moment at which somebody could not be given any more; null while everybody was. `share` is the part of that day's people who came before. */
  goneAt: { readonly day: number; readonly share: number } | null;
  /** One more than the last day on which anything was counted. */
  daysUsed: number;
  /** Begins a run with the reserve whole. */
  begin(chance: Chance, usesShare: number): void;
  /** Books a decision that fell on a day, after a share of its people. */
  book(decision: TypeDecision, day: number, share: number): void;
  /** The number of a calendar day, 0 at the least. */
  numberOf(on: Day): number;
}

/** What a coupon takes off when it is used, in fen; a share comes off an order that is drawn. */
function costOf(terms: CouponTerms, chance: Chance): number {
  if (terms.benefit.kind !== 'percent_off') return worthOf(terms).fen;
  const least = terms.thresholdFen > 0 ? terms.thresholdFen : assumed.orderFen;
  const orderFen = Math.round(least * (1 - assumed.orderMore * Math.log(1 - chance.fraction())));
  return sumOf(terms, orderFen as Fen).offFen;
}

/** Creates the ledger of a campaign that reserves so much. */
export function createRunLedger(
  behaviour: Behaviour,
  fromOn: Day,
  reserve: { readonly coupons: number; readonly points: Points; readonly goods?: number },
): RunLedger {
  const first = dayNumber(fromOn);
  const numbers = new Map<Day, number>();
  let chance: Chance;
  let uses = 0;

  const numberOf = (on: Day) => {
    const known = numbers.get(on);
    if (known !== undefined) return known;
    const number = Math.min(HORIZON_DAYS - 1, Math.max(0, dayNumber(on) - first));
    numbers.set(on, number);
    return number;
  };

  const ledger: RunLedger = {
    left: { coupons: 0, points: 0 as Points, goods: 0 },
    fen: new Float64Array(HORIZON_DAYS),
    points: new Float64Array(HORIZON_DAYS),
    redeemed: new Float64Array(HORIZON_DAYS),
    taken: 0,
    goneAt: null,
    daysUsed: 0,
    numberOf,
    begin(ofRun, usesShare) {
      chance = ofRun;
      uses = usesShare;
      ledger.left.coupons = reserve.coupons;
      ledger.left.points = reserve.points;
      ledger.left.goods = reserve.goods ?? 0;
      for (const counts of [ledger.fen, ledger.points, ledger.redeemed]) counts.fill(0, 0, ledger.daysUsed);
      ledger.taken = 0;
      ledger.goneAt = null;
      ledger.daysUsed = 0;
    },
    book(decision, day, share) {
      if (decision.kind !== 'give') {
        const soldOut = decision.kind === 'refuse' ? decision.refusal.code === 'sold_out' : decision.reason === 'sold_out';
        if (soldOut) ledger.goneAt ??= { day, share };
        return;
      }
      if (decision.budgetGone) ledger.goneAt ??= { day, share };
      ledger.taken += 1;
      if (day >= ledger.daysUsed) ledger.daysUsed = day + 1;
      for (const grant of decision.grants) {
        if (grant.kind === 'points') {
          ledger.left.points = (ledger.left.points - grant.points) as Points;
          ledger.points[day] = (ledger.points[day] ?? 0) + grant.points;
          continue;
        }
        if (grant.kind === 'goods') ledger.left.goods -= 1;
        else ledger.left.coupons -= piecesOf(grant.terms.benefit);
        if (grant.kind === 'goods' || chance.fraction() >= uses) continue;
        const from = Math.max(day, numberOf(grant.terms.useFromOn));
        const until = numberOf(grant.terms.useUntilOn);
        if (until < from) continue;
        const at = from + Math.floor(waitBelow(chance, behaviour.usesWaitDays, until - from + 1));
        ledger.fen[at] = (ledger.fen[at] ?? 0) + costOf(grant.terms, chance);
        ledger.redeemed[at] = (ledger.redeemed[at] ?? 0) + 1;
        if (at >= ledger.daysUsed) ledger.daysUsed = at + 1;
      }
    },
  };
  return ledger;
}

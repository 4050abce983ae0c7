// A member's balance, streaks, tier and coupons, rebuilt from events alone and by no projection's code, and compared with what is stored.
import type { MemberFact } from '#core/rules/audit/member-facts';
import { streakThrough } from '#core/rules/checkin/record';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { CouponDocument, MemberDocument } from '#core/tables';
import { type Day, monthOf } from '#core/values/day';

/** What a member has: the same figures, rebuilt or stored. Keys of coupons are `campaignId/n`. */
export interface MemberFigures {
  readonly points: number;
  readonly tier: TierCode;
  /** By check-in plan. */
  readonly plans: Readonly<Record<string, { readonly streakDays: number; readonly totalDays: number }>>;
  readonly coupons: Readonly<Record<string, 'held' | 'redeemed' | 'voided'>>;
}

/** One figure that is not what the events make it. */
export interface FigureDifference {
  readonly figure: 'points' | 'tier' | 'streak' | 'coupon';
  /** The plan or the coupon; empty of points and tier. */
  readonly about: string;
  readonly stored: string;
  readonly rebuilt: string;
}

interface PlanMarks {
  readonly own: Set<Day>;
  readonly madeUp: Set<Day>;
  restWeekdays: number;
}

function bitsOf(days: Iterable<Day>): Record<string, number> {
  const months: Record<string, number> = {};
  for (const on of days) months[monthOf(on)] = (months[monthOf(on)] ?? 0) | (1 << (Number(on.slice(8)) - 1));
  return months;
}

function figuresOfPlan({ own, madeUp, restWeekdays }: PlanMarks): { streakDays: number; totalDays: number } {
  const last = [...own, ...madeUp].reduce((latest, on) => (on > latest ? on : latest), '');
  const marks = { months: bitsOf(own), madeUp: bitsOf(madeUp), restWeekdays };
  return { streakDays: last === '' ? 0 : streakThrough(marks, last), totalDays: own.size };
}

/** Rebuilds a member's figures from their facts, given in the order of the journal. `on` is the business day of the action. */
export function createMemberReplay(): { add(facts: readonly MemberFact[], on: Day): void; figures(): MemberFigures } {
  let points = 0;
  let tier: TierCode = 'customer';
  const plans = new Map<string, PlanMarks>();
  const coupons = new Map<string, MemberFigures['coupons'][string]>();

  function mark({ campaignId, on, own, restWeekdays }: Extract<MemberFact, { kind: 'marked' }>): void {
    const marks = plans.get(campaignId) ?? { own: new Set<Day>(), madeUp: new Set<Day>(), restWeekdays };
    (own ? marks.own : marks.madeUp).add(on);
    marks.restWeekdays = restWeekdays;
    plans.set(campaignId, marks);
  }

  /** Whoever erases everything begins anew; that today is done stays. */
  function beginAnew(today: Day): void {
    tier = 'customer';
    for (const marks of plans.values()) {
      const isDone = marks.own.has(today);
      marks.own.clear();
      marks.madeUp.clear();
      if (isDone) marks.own.add(today);
    }
  }

  return {
    add(facts, today) {
      for (const fact of facts) {
        switch (fact.kind) {
          case 'points':
            points += fact.points;
            break;
          case 'marked':
            mark(fact);
            break;
          case 'coupon': {
            const states = { issued: 'held', redeemed: 'redeemed', undone: 'held', voided: 'voided' } as const;
            coupons.set(`${fact.campaignId}/${fact.n}`, states[fact.became]);
            break;
          }
          case 'tier':
            tier = fact.tier;
            break;
          case 'erased':
            beginAnew(today);
        }
      }
    },
    figures: () => ({
      points,
      tier,
      plans: Object.fromEntries([...plans].map(([campaignId, marks]) => [campaignId, figuresOfPlan(marks)])),
      coupons: Object.fromEntries(coupons),
    }),
  };
}

/** A coupon's key and state as they are stored. */
function storedCoupon(coupon: CouponDocument): readonly [key: string, state: MemberFigures['coupons'][string]] {
  const n = coupon.id.slice(coupon.id.lastIndexOf('/') + 1);
  return [`${coupon.campaignId}/${n}`, coupon.redemption !== null ? 'redeemed' : coupon.voided === undefined ? 'held' : 'voided'];
}

/** A member's figures as they are stored. */
export function storedFigures(member: MemberDocument, coupons: readonly CouponDocument[]): MemberFigures {
  const plans = Object.entries(member.checkins).map(([campaignId, { streakDays, totalDays }]) => [campaignId, { streakDays, totalDays }]);
  return {
    points: member.points,
    tier: member.tier.code,
    plans: Object.fromEntries(plans),
    coupons: Object.fromEntries(coupons.map(storedCoupon)),
  };
}

const none = { streakDays: 0, totalDays: 0 };

/** Every figure in which the two differ; a plan without a mark is one that is not there. */
export function compareFigures(stored: MemberFigures, rebuilt: MemberFigures): readonly FigureDifference[] {
  const differences: FigureDifference[] = [];
  const compare = (figure: FigureDifference['figure'], about: string, one: string | number, other: string | number) => {
    if (one !== other) differences.push({ figure, about, stored: String(one), rebuilt: String(other) });
  };
  compare('points', '', stored.points, rebuilt.points);
  compare('tier', '', stored.tier, rebuilt.tier);
  for (const plan of new Set([...Object.keys(stored.plans), ...Object.keys(rebuilt.plans)])) {
    const [one, other] = [stored.plans[plan] ?? none, rebuilt.plans[plan] ?? none];
    compare('streak', plan, `${one.streakDays}/${one.totalDays}`, `${other.streakDays}/${other.totalDays}`);
  }
  for (const key of new Set([...Object.keys(stored.coupons), ...Object.keys(rebuilt.coupons)])) {
    compare('coupon', key, stored.coupons[key] ?? '', rebuilt.coupons[key] ?? '');
  }
  return differences;
}

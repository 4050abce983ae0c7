// What a campaign type declares: one object in one file; engine, storage, form, terms and tests read it and stay as they are.

import type { Refusal } from '#core/refusals';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { type Condition, firstRefusal } from '#core/rules/campaign/condition';
import type { DraftProblem, ParameterDeclarations, ValuesOf } from '#core/rules/campaign/parameters';
import type { TermLine } from '#core/rules/campaign/terms';
import type { MilestoneKey } from '#core/rules/checkin/milestones';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import type { CouponWorth } from '#core/rules/coupon/worth';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { CampaignFacts } from '#core/rules/policy/campaign-facts';
import type { CheckinRecord, CouponReason, InviteRefusal, LimitCount } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';
import type { Points } from '#core/values/points';

/** What is left of the promises that publishing reserved. */
export interface StockLeft {
  readonly coupons: number;
  readonly points: Points;
  /** Things that are handed over at the counter; absent where there are none. */
  readonly goods?: number;
}

/** The moments at which the engine asks a type what to give. */
export interface TriggerFacts {
  /** A member checks in for the day `on`; `record` already includes it. */
  check_in: { readonly record: CheckinRecord };
  /** A member claims, of a group price so many pieces and else one; their tier is asked for by the types whose gifts depend on it. */
  claim: { readonly claimed: LimitCount | undefined; readonly quantity: number; readonly tier: () => TierCode };
  /** A newcomer does their first own action. */
  first_action: Record<never, never>;
  /** A member gives points for it: `balance` is what they can spend, `held` how many they have got of it before. */
  exchange: { readonly balance: Points; readonly held: number };
  /** A season of the board is over: `place` counts from 1 among those who take part. */
  season_close: { readonly place: number };
  /** An invited friend does their first own action; `invites` counts the inviter's rewarded invites. */
  friend_first_action: { readonly openedAt: Instant; readonly at: Instant; readonly invites: LimitCount | undefined };
  /** A member answers, once; `chosen` is the option per question, from 1, each of which is one of the question's. */
  answer: { readonly chosen: readonly number[] };
  /** A member is to be chosen: who applies first, or whom the stated criterion ranks high enough. */
  select: Record<never, never>;
  /** Never: the type gives nothing, whatever is done. */
  none: Record<never, never>;
}

/** The name of a trigger. */
export type Trigger = keyof TriggerFacts;

/** Facts that every trigger brings. */
export interface CommonFacts {
  readonly draft: CampaignDraft;
  readonly version: number;
  readonly on: Day;
  readonly left: StockLeft;
}

/** Why points were given. */
export type PointsReason = 'check_in' | 'milestone' | 'graduation' | 'quiz' | 'make_good' | 'welcome' | 'season_prize';

/** One reward that a decision gives. `to` is the caller, or for invites also the person who invited. */
export type Grant =
  | {
      readonly kind: 'points';
      readonly to: 'self';
      readonly points: Points;
      readonly reason: PointsReason;
      readonly milestone?: MilestoneKey;
    }
  | {
      readonly kind: 'coupon';
      readonly to: 'self' | 'inviter';
      readonly terms: CouponTerms;
      readonly reason: CouponReason;
    }
  | { readonly kind: 'goods'; readonly to: 'self'; readonly item: string };

/** A type's answer: what to give (perhaps nothing), or why not. */
export type TypeDecision =
  | {
      readonly kind: 'give';
      readonly grants: readonly Grant[];
      readonly budgetGone: boolean;
      /** What the caller pays for it in points. */
      readonly spend?: Points;
    }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  | { readonly kind: 'refuse_invite'; readonly reason: InviteRefusal };

/** What the owner's form and the terms need to know besides the draft. */
export interface TermsFacts {
  readonly organiser: string;
  readonly contact: string;
  readonly zone: string;
  readonly dayStartsMinutes: number;
  readonly groupLabel: string | null;
}

/** The first and the last business day of a campaign. */
export type CampaignDays = Pick<CampaignDraft, 'startsOn' | 'endsOn'>;

/** The answer of a type whose conditions do not hold; null where they do. */
export function refuseUnmet(conditions: readonly Condition[]): Extract<TypeDecision, { kind: 'refuse' }> | null {
  const refusal = firstRefusal(conditions);
  return refusal === null ? null : { kind: 'refuse', refusal: refusal as Refusal };
}

/** A campaign type. Pure: the same facts give the same answer. */
export interface CampaignType<T extends Trigger = Trigger, D extends ParameterDeclarations = ParameterDeclarations> {
  /** Stable stored identity. */
  readonly code: string;
  readonly trigger: T;
  readonly parameters: D;
  /** Days that stay as published, where moving them is no improvement: something is owed to people on the last one. */
  readonly fixedDays?: readonly ('startsOn' | 'endsOn')[];
  /** It lives on what members write: an installation without user content neither offers it nor shows their words. */
  readonly memberTexts?: true;
  /**
   * Problems that concern several fields; single fields are checked by their declarations first. `openOn` is the first day on which anybody
   * can take part: the first of the campaign where it does not say, today at the earliest for what is published today.
   */
  check(draft: CampaignDraft, values: ValuesOf<D>, openOn?: Day): readonly DraftProblem[];
  /** The most that it can ever give within its days: reserved at publish. */
  reserve(values: ValuesOf<D>, days: CampaignDays): StockLeft;
  /** The most that any one piece of what it reserves can cost: with what is reserved, the worst case that an owner is told before publishing. */
  dearestCoupon(values: ValuesOf<D>): CouponWorth;
  /** Every line of the terms that is the type's own; must mention every limit that `decide` enforces. */
  terms(values: ValuesOf<D>, facts: TermsFacts): readonly TermLine[];
  /** What it asks of a member itself, in the order in which `decide` refuses; every type that refuses has them. */
  conditions?(values: ValuesOf<D>, facts: CommonFacts & TriggerFacts[T]): readonly Condition[];
  decide(values: ValuesOf<D>, facts: CommonFacts & TriggerFacts[T]): TypeDecision;
  /** What the policy check has to know of a campaign of this type beyond its trigger, its reserve and its terms; see CampaignFacts. */
  describe?(values: ValuesOf<D>): Partial<CampaignFacts>;
}

/** Declares a campaign type; adds nothing at run time but keeps the parameters' types. */
export function defineType<const C extends string, T extends Trigger, const D extends ParameterDeclarations>(
  type: CampaignType<T, D> & { readonly code: C },
): CampaignType<T, D> & { readonly code: C } {
  return type;
}

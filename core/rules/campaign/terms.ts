// The complete terms of a campaign as a list of coded lines: the catalogues turn them into sentences, so no limit can go unsaid.
import type { Milestone } from '#core/rules/campaign/parameters';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { Day } from '#core/values/day';
import type { Fen } from '#core/values/fen';

/** Every kind of line that terms consist of, with the numbers that its sentence needs. Money in fen, days inclusive. */
export interface TermData {
  organiser: { organiser: string; contact: string };
  window: { startsOn: Day; endsOn: Day; zone: string; dayStartsMinutes: number };
  eligible_members: Record<never, never>;
  eligible_group: { label: string };
  eligible_tier: { tier: TierCode };
  eligible_tags: { tags: readonly string[] };
  eligible_streak: { days: number };
  eligible_newcomers: { days: number };
  early_access: { tier: TierCode; hours: number };
  check_in_daily: { points: number };
  check_in_milestones: { milestones: readonly Milestone[] };
  points_budget: { points: number };
  points_budget_gone: Record<never, never>;
  coupon_benefit: WorthTerms;
  /** `evidence` says where and when the reference price was charged, and the lowest price of the seven days before. */
  reference_price: { evidence: string };
  coupon_stock: { stock: number };
  coupon_per_member: { max: number };
  coupon_use_window: { useFromOn: Day; useUntilOn: Day };
  coupon_use_until: { useUntilOn: Day };
  coupon_where: { organiser: string };
  coupon_frozen: Record<never, never>;
  coupon_sold_out: Record<never, never>;
  invite_reward: WorthTerms & { sides: 'both' | 'friend' | 'inviter' };
  invite_steps: { steps: readonly { readonly friends: number; readonly amountOffFen: number }[]; thresholdFen: Fen };
  invite_moment: Record<never, never>;
  invite_touch_days: { days: number };
  invite_limits: { max: number; dayMax: number };
  invite_pairs: { pairs: number; coupons: number };
  invite_fraud: Record<never, never>;
  invite_one_level: Record<never, never>;
  no_sharing_reward: Record<never, never>;
  not_cash: Record<never, never>;
  adults_redeem: Record<never, never>;
}

/** The code of a terms line. */
export type TermCode = keyof TermData;

/** One line of terms. */
export type TermLine = { [C in TermCode]: { readonly code: C; readonly data: Readonly<TermData[C]> } }[TermCode];

/** Makes a terms line, typed by its code. */
export function term<Code extends TermCode>(code: Code, data: TermData[Code]): TermLine {
  return { code, data } as unknown as TermLine;
}

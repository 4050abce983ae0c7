// The complete terms of a campaign as a list of coded lines: the catalogues turn them into sentences, so no limit can go unsaid.
import type { Milestone } from '#core/rules/campaign/parameters';
import type { Criterion } from '#core/rules/campaign/types/trial';
import type { CycleKind } from '#core/rules/checkin/plan';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import type { PrizeStep } from '#core/rules/leaderboard/prizes';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { SeasonPeriod } from '#core/tables';
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
  check_in_taper: { steps: readonly { readonly fromDay: number; readonly points: number }[] };
  check_in_milestones: { milestones: readonly Milestone[]; cycle: CycleKind };
  check_in_totals: { milestones: readonly Milestone[]; cycle: CycleKind };
  /** `days`: how long a cycle of so many days is, 0 of the others. */
  check_in_cycle: { cycle: CycleKind; days: number };
  /** Weekdays from Monday 0 to Sunday 6. */
  check_in_rest: { weekdays: readonly number[] };
  check_in_grace: { hours: number };
  make_up_earned: { everyDays: number; heldMax: number };
  make_up_monthly: { cards: number };
  make_up_reach: { days: number };
  make_up_counts: Record<never, never>;
  check_in_units: { units: number };
  check_in_graduation: { days: number; points: number };
  milestone_within_reach: Record<never, never>;
  points_budget: { points: number };
  points_valid: { validMonths: number | null; pendingDays: number };
  points_budget_gone: Record<never, never>;
  coupon_benefit: WorthTerms;
  /** `evidence` says where and when the reference price was charged, and the lowest price of the seven days before. */
  reference_price: { evidence: string };
  group_price: { item: string; referenceFen: number; priceFen: number };
  group_price_tiers: { tiers: readonly { readonly tier: TierCode; readonly priceFen: number }[] };
  group_price_stock: { stock: number };
  group_price_quantity: { max: number };
  /** Reserved now, paid for when it is picked up; what is not picked up expires. */
  reservation: { organiser: string };
  coupon_stock: { stock: number };
  /** `dayMax` 0 is no limit of a day. */
  coupon_per_member: { max: number; dayMax: number };
  coupon_use_window: { useFromOn: Day; useUntilOn: Day };
  coupon_use_days: { days: number; startsNextDay: boolean };
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
  welcome_points: { points: number };
  welcome_gifts: { gifts: number };
  welcome_moment: Record<never, never>;
  welcome_once: Record<never, never>;
  exchange_goods: { item: string; points: number };
  exchange_coupon: { points: number };
  exchange_stock: { stock: number };
  exchange_per_member: { max: number };
  exchange_collect: { organiser: string };
  exchange_cancelled: Record<never, never>;
  exchange_after_end: Record<never, never>;
  exchange_gone: Record<never, never>;
  season_counts: { period: SeasonPeriod };
  season_prizes: { ranks: readonly PrizeStep[] };
  season_places: { places: number };
  season_ties: Record<never, never>;
  season_passed_over: { rows: number };
  season_paid: Record<never, never>;
  season_ended_early: Record<never, never>;
  points_no_money: Record<never, never>;
  no_sharing_reward: Record<never, never>;
  /** How many questions there are. */
  quiz_once: { questions: number };
  quiz_points: { points: number };
  quiz_budget_gone: Record<never, never>;
  poll_choices: { max: number };
  poll_changeable: Record<never, never>;
  poll_final: Record<never, never>;
  poll_results: Record<never, never>;
  topic_one: Record<never, never>;
  question_limit: { max: number };
  question_accept: Record<never, never>;
  texts_checked: Record<never, never>;
  texts_own: Record<never, never>;
  notice_read: Record<never, never>;
  trial_what: { item: string; places: number };
  trial_apply: Record<never, never>;
  trial_first_come: Record<never, never>;
  trial_criteria: { by: Criterion };
  trial_report: { reportUntilOn: Day };
  trial_owed: Record<never, never>;
  trial_unpaid: Record<never, never>;
  no_reward: Record<never, never>;
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

/** What a line of terms tells a member; promotion rules (articles 13 and 14) demand that a campaign's terms tell all that concerns it. */
export type TermSubject =
  | 'window'
  | 'eligibility'
  | 'steps'
  | 'reward'
  | 'quantity'
  | 'per_person'
  | 'use_window'
  | 'where'
  | 'out_of_stock'
  | 'organiser'
  | 'contact';

/** The subjects that each line tells; a line that only adds a limit of its own tells none of these. */
export const termSubjects: { readonly [Code in TermCode]: readonly TermSubject[] } = {
  organiser: ['organiser', 'contact'],
  window: ['window'],
  eligible_members: ['eligibility'],
  eligible_group: ['eligibility'],
  eligible_tier: [],
  eligible_tags: [],
  eligible_streak: [],
  eligible_newcomers: [],
  early_access: [],
  check_in_daily: ['steps', 'reward', 'per_person'],
  check_in_taper: ['reward'],
  check_in_milestones: ['reward'],
  check_in_totals: ['reward'],
  check_in_cycle: [],
  check_in_rest: [],
  check_in_grace: [],
  make_up_earned: [],
  make_up_monthly: [],
  make_up_reach: [],
  make_up_counts: [],
  check_in_units: [],
  check_in_graduation: ['reward'],
  points_budget: ['quantity'],
  milestone_within_reach: [],
  points_valid: [],
  points_budget_gone: ['out_of_stock'],
  coupon_benefit: ['reward'],
  reference_price: [],
  group_price: ['reward'],
  group_price_tiers: [],
  group_price_stock: ['quantity', 'out_of_stock'],
  group_price_quantity: ['per_person'],
  reservation: ['steps', 'where'],
  coupon_stock: ['quantity'],
  coupon_per_member: ['per_person'],
  coupon_use_window: ['use_window'],
  coupon_use_days: ['use_window'],
  coupon_use_until: ['use_window'],
  coupon_where: ['steps', 'where'],
  coupon_frozen: [],
  coupon_sold_out: ['out_of_stock'],
  invite_reward: ['reward'],
  invite_moment: ['steps'],
  invite_touch_days: [],
  invite_steps: [],
  invite_limits: ['per_person'],
  invite_pairs: ['quantity', 'out_of_stock'],
  invite_one_level: [],
  invite_fraud: [],
  welcome_points: ['reward'],
  welcome_gifts: ['quantity', 'out_of_stock'],
  welcome_moment: ['steps'],
  welcome_once: ['per_person'],
  exchange_goods: ['steps', 'reward'],
  exchange_coupon: ['steps'],
  exchange_stock: ['quantity'],
  exchange_per_member: ['per_person'],
  exchange_collect: ['where', 'use_window'],
  exchange_cancelled: [],
  exchange_after_end: [],
  exchange_gone: ['out_of_stock'],
  season_counts: ['steps'],
  season_prizes: ['reward', 'use_window'],
  season_places: ['quantity', 'out_of_stock'],
  season_ties: ['per_person'],
  season_passed_over: [],
  season_paid: [],
  season_ended_early: [],
  points_no_money: [],
  no_sharing_reward: [],
  quiz_once: ['steps', 'per_person'],
  quiz_points: ['reward'],
  quiz_budget_gone: ['out_of_stock'],
  poll_choices: ['steps', 'per_person'],
  poll_changeable: [],
  poll_final: [],
  poll_results: [],
  topic_one: ['steps', 'per_person'],
  question_limit: ['steps', 'per_person'],
  question_accept: [],
  texts_checked: [],
  texts_own: [],
  notice_read: ['steps'],
  trial_what: ['reward', 'quantity'],
  trial_apply: ['steps', 'per_person'],
  trial_first_come: ['out_of_stock'],
  trial_criteria: ['out_of_stock'],
  trial_report: ['steps'],
  trial_owed: [],
  trial_unpaid: [],
  no_reward: ['reward'],
  not_cash: [],
  adults_redeem: [],
};

// One condition of taking part, with its numbers: the gate refuses with the first that is not met, and the explanation shows all of them.
import type { Denial, Refusal } from '#core/refusals';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { CampaignDocument } from '#core/tables';
import type { Day } from '#core/values/day';

/** What each condition asks and what the member has; days inclusive, points and coupons as counts. */
export interface ConditionData {
  joined: Record<never, never>;
  running: { state: CampaignDocument['state']; startsOn: Day; endsOn: Day };
  in_group: { label: string };
  tier: { need: TierCode; have: TierCode };
  tag: { tags: readonly string[] };
  streak: { need: number; have: number };
  newcomer: { days: number };
  not_today: { on: Day };
  not_before: Record<never, never>;
  no_report_owed: Record<never, never>;
  member_limit: { max: number; have: number };
  day_limit: { max: number; have: number };
  stock: { reserved: number; left: number };
  points: { price: number; balance: number };
  not_staff: Record<never, never>;
  /** A place on the board as it stands, and what it brings; null where it brings nothing. */
  prize_place: { place: number | null; points: number; coupon: WorthTerms | null };
}

/** What is said of conditions that no action refuses with: nobody acts at the end of a season. */
export interface UnmetData {
  staff_takes_no_part: Record<never, never>;
  /**
   * `rank` on the board, null for whoever is not on it; `missingDays` check-ins more bring one of the `places` with a prize, if the others
   * stand still.
   */
  place_without_prize: { rank: number | null; days: number; places: number; missingDays: number; hidden: boolean };
}

/** Says why a condition that no action refuses with is not met. */
export function unmet<Code extends keyof UnmetData>(code: Code, data: UnmetData[Code]): Told {
  return { code, data } as unknown as Told;
}

/** The code of a condition. */
export type ConditionCode = keyof ConditionData;

/** What somebody is told of whom a condition does not hold; a stranger is told to join. */
type Told =
  | Refusal
  | Extract<Denial, { code: 'join_required' }>
  | { [Code in keyof UnmetData]: { readonly code: Code; readonly data: Readonly<UnmetData[Code]> } }[keyof UnmetData];

/** A condition as it stands for a member: `refusal` is what the member would be told, null while it is met. */
export type Condition = {
  [C in ConditionCode]: { readonly code: C; readonly data: Readonly<ConditionData[C]>; readonly refusal: Told | null };
}[ConditionCode];

/** Makes a condition, typed by its code. */
export function condition<Code extends ConditionCode>(code: Code, data: ConditionData[Code], refusal: Told | null): Condition {
  return { code, data, refusal } as unknown as Condition;
}

/** What the first condition that is not met refuses with; null when all are met. */
export function firstRefusal(conditions: readonly Condition[]): Told | null {
  return conditions.find(({ refusal }) => refusal !== null)?.refusal ?? null;
}

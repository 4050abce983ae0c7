// What every language must have words for: one interface, records over every code, so that the compiler finds a missing sentence.
import type { CommonWords } from '#app/i18n/common-zh-cn';
import type { ContentWords } from '#app/i18n/content-zh-cn';
import type { GiftWords } from '#app/i18n/gifts-zh-cn';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { OwnerWords } from '#app/i18n/owner-zh-cn';
import type { SeasonWords } from '#app/i18n/season-zh-cn';
import type { TrialWords } from '#app/i18n/trial-zh-cn';
import type { DenialData, FailureData, RefusalData } from '#core/refusals';
import type { ConditionData, UnmetData } from '#core/rules/campaign/condition';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import type { TermData } from '#core/rules/campaign/terms';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { ContentLabel } from '#core/rules/policy/content';
import type { InviteRefusal } from '#core/tables';
import type { Day, Month } from '#core/values/day';

/** The languages of the app. */
export type Language = 'zh-CN' | 'en';

/** Money in fen as words: 500 → ¥5. */
export type Yuan = string;

/** Every "no" that a screen may have to put into words; `offline` is the phone's own. */
export interface SaidNo extends RefusalData, DenialData, FailureData, UnmetData {
  offline: Record<never, never>;
}

/** A "no" in words: the reason with its number, and the next step where there is one. */
export interface Sentence {
  readonly reason: string;
  readonly next?: string;
}

/** How numbers, money and times are written. Pure, and by hand: a mini-program has no Intl. */
export interface Formats {
  /** A whole number with its thousands apart: 50,000. */
  count(count: number): string;
  /** Money, alone and in sentences: ¥5, ¥1,234.50. */
  money(fen: number): string;
  /** The unit beside an amount that is typed. */
  readonly yuanUnit: string;
  points(points: number): string;
  days(days: number): string;
  people(people: number): string;
  coupons(coupons: number): string;
  /** 3月1日 */
  day(on: Day): string;
  /** 2026年3月1日 */
  fullDay(on: Day): string;
  /** The weekdays from Monday on: 周一. */
  readonly weekdays: readonly string[];
  /** Some of them, by their numbers: 周一、周四 */
  weekdayList(weekdays: readonly number[]): string;
  /** 周日 */
  weekday(on: Day): string;
  month(month: Month): string;
  /** From one day to another, both included; the year is said where the two differ. */
  span(fromOn: Day, untilOn: Day): string;
  /** The phone's own clock: 14:05 */
  clock(at: number): string;
  /** The phone's own clock and day: 3月1日 14:05 */
  moment(at: number): string;
  /** Minutes after midnight as a clock: 270 → 04:30 */
  dayStart(minutes: number): string;
  /** A time zone as people call it. */
  zone(zone: string): string;
}

/** How one parameter of a campaign type is asked for. */
export interface ParameterWords {
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  /** Of a number: what 0 means, where that is no number. */
  readonly zero?: string;
  /** Of a choice: what each stored code is called. */
  readonly options?: Readonly<Record<string, string>>;
  /** Of a table: its columns. */
  readonly columns?: Readonly<Record<string, ColumnWords>>;
  /** Of a table: the link that adds a row, where it has a name of its own. */
  readonly addRow?: string;
  /** Of a table: what it means that there is no row. */
  readonly noRows?: string;
}

/** How one column of a table is asked for. */
export interface ColumnWords {
  readonly label: string;
  readonly unit?: string;
  /** Of a choice: what each stored code is called. */
  readonly options?: Readonly<Record<string, string>>;
}

/** What a campaign type is called and how its form asks. */
export interface CampaignTypeWords {
  readonly name: string;
  /** What members see of it, in a sentence. */
  readonly explanation: string;
  /** What it costs the owner, in a few words. */
  readonly costs: string;
  /** What a title may look like. */
  readonly titleExample: string;
  readonly parameters: Readonly<Record<string, ParameterWords>>;
}

/** Everything that one language says. */
export interface Words {
  readonly language: Language;
  readonly formats: Formats;
  readonly no: { readonly [Code in keyof SaidNo]: (data: Readonly<SaidNo[Code]>) => Sentence };
  readonly terms: { readonly [Code in keyof TermData]: (data: Readonly<TermData[Code]>) => string };
  /** What a coupon is worth; `threshold` is the smallest order in words, null for any. */
  readonly benefits: {
    readonly label: {
      amount_off(amountOffFen: number): string;
      percent_off(percentOff: number): string;
      gift(item: string): string;
      service(item: string): string;
      group_price(item: string, priceFen: number): string;
    };
    readonly sentence: {
      amount_off(amountOffFen: number, threshold: string | null): string;
      percent_off(percentOff: number, capFen: number, threshold: string | null): string;
      gift(item: string, threshold: string | null): string;
      service(item: string): string;
      group_price(item: string, priceFen: number, referenceFen: number, quantity: number): string;
    };
    /** What stands largest on the ticket of something that is handed over. */
    readonly stub: Readonly<Record<'gift' | 'service', string>>;
    cap(capFen: number): string;
    /** A price that is not everybody's. */
    tierPrice(tier: string): string;
    reference(referenceFen: number): string;
    /** Where there is more than one. */
    referenceEach(referenceFen: number): string;
    inAll(payFen: number): string;
    pieces(item: string, quantity: number): string;
    /** How long it can be used, counted from the claim. */
    daysFromClaim(days: string, startsNextDay: boolean): string;
    /** What a clerk does for such a ticket. */
    readonly handOver: Readonly<Record<'gift' | 'service', (item: string) => string>>;
  };
  /** A condition of taking part, as it is when it is met; unmet ones are said by their "no". */
  readonly conditions: { readonly [Code in keyof ConditionData]: (data: Readonly<ConditionData[Code]>) => string };
  /** What a content check found. */
  readonly contentLabels: Readonly<Record<ContentLabel, string>>;
  readonly tiers: Readonly<Record<TierCode, string>>;
  readonly inviteRefusals: Readonly<Record<InviteRefusal, string>>;
  readonly campaignTypes: Readonly<Record<CampaignTypeCode, CampaignTypeWords>>;
  /** `limit` is written out already, with its unit. */
  readonly problems: Readonly<Record<DraftProblem['problem'], (limit: string | null) => string>>;
  readonly content: ContentWords;
  readonly trial: TrialWords;
  readonly member: MemberWords;
  /** What members read of the owner's: the rest is in `OwnersWords`, which a member never loads. */
  readonly owner: CommonWords;
  readonly gifts: GiftWords;
  readonly season: SeasonWords;
}

/** What the owner's pages say besides: everything of one language. */
export interface OwnersWords extends Words {
  readonly owner: OwnerWords;
}

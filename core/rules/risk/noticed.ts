// The shapes of what is noticed: findings with their numbers, and the accounts that they rest on, by pseudonyms.
import type { SignCode } from '#core/rules/risk/signs';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** One sign that was found: `have` accounts or links, of `of` where a share was looked at; `usual` is what is usual here, null where that is not asked. */
export interface Finding {
  readonly sign: SignCode;
  readonly have: number;
  readonly of: number | null;
  /** Accounts, like `have`; of `never_back` a share in percent. */
  readonly usual: number | null;
}

/** One account of a group: when it came, acted first and was there last, and whether it used a coupon on the day of its first action. */
export interface NoticedAccount {
  readonly memberId: string;
  readonly inviterId: string;
  readonly campaignId: string;
  readonly joinedAt: Instant;
  readonly actedAt: Instant;
  readonly lastOn: Day | null;
  readonly usedAtOnce: boolean;
}

/** What was noticed about the people who came through a member: `people` counts all of them, `accounts` are the first ACCOUNTS_KEPT. */
export interface Noticed {
  readonly memberId: string;
  readonly weight: number;
  readonly findings: readonly Finding[];
  readonly people: number;
  readonly accounts: readonly NoticedAccount[];
}

/** How many accounts of a group are kept as its timeline. */
export const ACCOUNTS_KEPT = 60;

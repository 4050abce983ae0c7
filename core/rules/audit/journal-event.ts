// What can happen, as facts in the past tense: the journal keeps these, and every projection is a fold over them.
import type { CampaignChange, CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { PointsReason } from '#core/rules/campaign/define-type';
import type { FunnelStage } from '#core/rules/campaign/funnel';
import type { StockUnit } from '#core/rules/campaign/low-stock';
import type { MilestoneKey } from '#core/rules/checkin/milestones';
import type { CardSource } from '#core/rules/checkin/record';
import type { JoiningEvent } from '#core/rules/community/joining-event';
import type { EntryKey } from '#core/rules/content/texts';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import type { Outlook } from '#core/rules/forecast/outlook';
import type { Reversal } from '#core/rules/invite/fraud';
import type { SettlementEvent } from '#core/rules/leaderboard/settle-season';
import type { Shown } from '#core/rules/membership/profile';
import type { Condition } from '#core/rules/membership/segment';
import type { TierCode } from '#core/rules/membership/tier-code';
import type { Lot, PointsPolicy } from '#core/rules/points/lots';
import type { Finding } from '#core/rules/policy/rule-ids';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { DropReason, SendOutcome } from '#core/rules/reminder/send';
import type { ReviewEvent } from '#core/rules/risk/review-event';
import type {
  CommunityDocument,
  ComplaintDocument,
  ContentNote,
  CouponDocument,
  DailyDocument,
  InviteDocument,
  InviteRefusal,
  MakeGoodDocument,
  ModerationReason,
  PromiseKey,
  PromiseKind,
  Redemption,
  Role,
  SeasonDocument,
  SelectionDocument,
  Source,
  TrialVoucher,
} from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';
import type { Points } from '#core/values/points';

/** Names one coupon. */
export interface CouponKey {
  readonly campaignId: string;
  readonly memberId: string;
  readonly n: number;
}

/** Points of a member that move, with their lots: what they lose comes from these, what they are given has their days. */
export interface MovedLots {
  readonly memberId: string;
  readonly points: Points;
  readonly lots: readonly Lot[];
}

/** Names one grant of points: the journal document that holds it, and which of its events. */
export interface GrantKey {
  readonly actorId: string;
  readonly requestId: string;
  readonly index: number;
}
/** Names one order of goods. */
export type OrderKey = CouponKey;

/** Names one invite. */
export interface InviteKey {
  readonly campaignId: string;
  readonly inviterId: string;
  readonly inviteeId: string;
}

/** What an owner says about a community. */
export type CommunityTexts = Pick<CommunityDocument, 'name' | 'theme' | 'promise' | 'organiser' | 'contact' | 'licences'>;

/** What an owner confirmed at publishing: the findings as they stood, under a version of the operation rules. */
export interface ConfirmedPolicy {
  readonly version: number;
  readonly confirmed: readonly Finding[];
}

/** Names one kind of reminder of one member. */
export interface ReminderKey {
  readonly memberId: string;
  readonly reminder: ReminderKind;
}

export type JournalEvent =
  | {
      readonly kind: 'community_created';
      readonly name: string;
      readonly theme: string;
      readonly promise: string;
      readonly organiser: string;
      readonly contact: string;
      readonly zone: string;
      readonly dayStartsMinutes: number;
      readonly inReview?: readonly ContentNote[];
    }
  | ({ readonly kind: 'community_described'; readonly inReview?: readonly ContentNote[] } & CommunityTexts)
  | { readonly kind: 'group_bound'; readonly groupId: string; readonly label: string; readonly inReview?: ContentNote }
  | { readonly kind: 'entered'; readonly source: Source }
  | { readonly kind: 'group_verified'; readonly groupId: string; readonly digest: string }
  | { readonly kind: 'joined' }
  | JoiningEvent
  | { readonly kind: 'role_given'; readonly memberId: string; readonly role: Role }
  | { readonly kind: 'visibility_changed'; readonly hidden: boolean }
  | { readonly kind: 'profile_changed' }
  | { readonly kind: 'moderated'; readonly memberId: string; readonly shown: Shown; readonly refusal: ModerationReason | null }
  | { readonly kind: 'points_forfeited'; readonly memberId: string; readonly points: Points }
  | { readonly kind: 'member_erased' }
  | { readonly kind: 'tag_named'; readonly tagId: string; readonly name: string }
  | { readonly kind: 'tag_removed'; readonly tagId: string }
  | { readonly kind: 'segment_saved'; readonly segmentId: string; readonly name: string; readonly conditions: readonly Condition[] }
  | { readonly kind: 'segment_removed'; readonly segmentId: string }
  | { readonly kind: 'member_tagged'; readonly memberId: string; readonly tags: readonly string[] }
  /** `on` is the first day of the new tier, which may lie before the day on which it was noted. */
  | { readonly kind: 'tier_changed'; readonly memberId: string; readonly tier: TierCode; readonly from: TierCode; readonly on: Day }
  | {
      readonly kind: 'campaign_saved';
      readonly campaignId: string;
      readonly draft: CampaignDraft;
      readonly inReview?: readonly ContentNote[];
    }
  | {
      readonly kind: 'campaign_published';
      readonly campaignId: string;
      readonly coupons: number;
      readonly points: Points;
      readonly goods?: number;
      readonly parts: number;
      /** The warnings that the owner confirmed, and the version of the rules that gave them; absent where there were none. */
      readonly policy?: ConfirmedPolicy;
    }
  | {
      readonly kind: 'campaign_improved';
      readonly campaignId: string;
      readonly version: number;
      readonly draft: CampaignDraft;
      readonly changes: readonly CampaignChange[];
      /** What is set aside on top of what was. */
      readonly coupons: number;
      readonly points: Points;
      /** All that the owner has confirmed by now; absent where nothing was added. */
      readonly policy?: ConfirmedPolicy;
      readonly goods?: number;
    }
  | { readonly kind: 'warning_set'; readonly campaignId: string; readonly percent: number }
  | { readonly kind: 'stock_low'; readonly campaignId: string; readonly unit: StockUnit; readonly left: number }
  | ({ readonly kind: 'forecast_kept'; readonly campaignId: string } & Outlook)
  | { readonly kind: 'campaign_discarded' | 'campaign_paused' | 'campaign_resumed'; readonly campaignId: string }
  /** `couponsKept` stay set aside for seasons of the board that are over and not settled; absent where there are none. */
  | { readonly kind: 'campaign_ended'; readonly campaignId: string; readonly pointsReleased: Points; readonly couponsKept?: number }
  | { readonly kind: 'campaign_posted'; readonly campaignId: string }
  | { readonly kind: 'funnel_reached'; readonly campaignId: string; readonly stage: FunnelStage }
  /** `restWeekdays`: the plan's rest days then, absent where none; `league`: where the first check-in of a week leads, absent with others. */
  | { readonly kind: 'checked_in'; readonly campaignId: string; readonly on: Day; readonly restWeekdays?: number; readonly league?: number }
  | {
      readonly kind: 'made_up';
      readonly campaignId: string;
      readonly on: Day;
      readonly source: CardSource;
      readonly restWeekdays?: number;
    }
  | { readonly kind: 'make_up_card_earned'; readonly campaignId: string }
  | ({ readonly kind: 'milestone_reached'; readonly campaignId: string } & MilestoneKey)
  | { readonly kind: 'plan_graduated'; readonly campaignId: string; readonly on: Day }
  | {
      readonly kind: 'points_granted';
      readonly campaignId: string;
      readonly memberId: string;
      /** The version of the campaign's rules under which they were earned. */
      readonly version: number;
      readonly points: Points;
      readonly reason: PointsReason;
    }
  | ({ readonly kind: 'points_spent'; readonly campaignId: string } & MovedLots)
  | ({ readonly kind: 'points_returned'; readonly campaignId: string } & MovedLots)
  | ({ readonly kind: 'points_expired' } & MovedLots)
  /** `shortPoints` had been spent already: they stay spent, and nobody owes them. */
  | ({ readonly kind: 'points_reversed'; readonly grant: GrantKey; readonly shortPoints: Points; readonly reason: string } & MovedLots)
  | ({ readonly kind: 'points_policy_changed' } & PointsPolicy)
  /** What was bought has been given: the points that the campaign held are the owner's again. */
  | { readonly kind: 'points_settled'; readonly campaignId: string; readonly points: Points }
  | ({ readonly kind: 'goods_ordered'; readonly number: string; readonly item: string; readonly lots: readonly Lot[] } & OrderKey)
  | ({ readonly kind: 'order_handed_over' } & OrderKey)
  /** `restocked` where the goods can be exchanged again: not when their campaign is over. */
  | ({ readonly kind: 'order_cancelled'; readonly reason: string; readonly restocked: boolean } & OrderKey)
  | { readonly kind: 'welcome_given'; readonly campaignId: string }
  | ({
      readonly kind: 'coupon_issued';
      readonly number: string;
      readonly terms: CouponTerms;
      /** The part of a split stock that it was taken from. */
      readonly part?: number;
      /** Present where its claim was the holder's first own action. */
      readonly first?: true;
      readonly reason: CouponDocument['reason'];
    } & CouponKey)
  | ({ readonly kind: 'coupon_redeemed'; readonly redemption: Redemption } & CouponKey)
  | ({ readonly kind: 'redemption_undone'; readonly reason: string } & CouponKey)
  | ({ readonly kind: 'coupon_voided'; readonly reason: 'invite_reversed' } & CouponKey)
  | { readonly kind: 'invite_link_made'; readonly campaignId: string; readonly token: string }
  | ({ readonly kind: 'invite_opened'; readonly refusal: InviteRefusal | null } & InviteKey)
  | ({ readonly kind: 'invite_joined' } & InviteKey)
  | ({
      readonly kind: 'invite_settled';
      readonly refusal: InviteRefusal | null;
      /** The coupons that it brought; none where it was refused. */
      readonly coupons?: InviteDocument['coupons'];
    } & InviteKey)
  | ({ readonly kind: 'invite_reversed' } & Reversal & InviteKey)
  | ({ readonly kind: 'promise_broken'; readonly promise: PromiseKind; readonly brokenAt: Instant } & PromiseKey &
      Pick<MakeGoodDocument, 'reason' | 'title' | 'owed'>)
  /** `coupons` and `points` are what is set aside to be given; `words` stands instead of both. */
  | ({
      readonly kind: 'promise_settled';
      readonly coupons: number;
      readonly points: Points;
      readonly words: string | null;
      /** The coupons that were given. */
      readonly issued: InviteDocument['coupons'];
    } & PromiseKey)
  | { readonly kind: 'milestones_reckoned'; readonly campaignId: string; readonly after: string | null; readonly pointsLeft: Points }
  | ({ readonly kind: 'complaint_filed' } & Pick<ComplaintDocument, 'campaignId' | 'memberId' | 'n' | 'couponId' | 'reason'>)
  | ({ readonly kind: 'complaint_answered'; readonly text: string; readonly settled: boolean } & Pick<
      ComplaintDocument,
      'campaignId' | 'memberId' | 'n'
    >)
  | ReviewEvent
  | ({ readonly kind: 'season_closed' } & Pick<SeasonDocument, 'board' | 'period' | 'fromOn' | 'untilOn' | 'total' | 'rows'>)
  | SettlementEvent
  | ({ readonly kind: 'day_counted' } & Omit<DailyDocument, 'id' | 'countedAt'>)
  | {
      readonly kind: 'quiz_answered';
      readonly campaignId: string;
      readonly chosen: readonly number[];
      readonly right: number;
      readonly points: Points;
    }
  | { readonly kind: 'poll_answered'; readonly campaignId: string; readonly chosen: readonly number[] }
  | { readonly kind: 'notice_read'; readonly campaignId: string }
  | {
      readonly kind: 'entry_written';
      readonly campaignId: string;
      readonly slot: string;
      readonly what: 'topic' | 'question' | 'reply';
      readonly state: 'shown' | 'waiting';
    }
  | { readonly kind: 'entry_removed'; readonly campaignId: string; readonly slot: string }
  | ({ readonly kind: 'entry_reported'; readonly reason: ModerationReason; readonly isHidden: boolean } & EntryKey)
  | ({ readonly kind: 'entry_judged'; readonly refusal: ModerationReason | null } & EntryKey)
  | {
      readonly kind: 'answer_accepted';
      readonly campaignId: string;
      readonly slot: string;
      readonly helperId: string;
      /** False where the same asker has thanked this helper in this campaign before. */
      readonly isCounted: boolean;
    }
  | { readonly kind: 'trial_applied'; readonly campaignId: string; readonly state: 'shown' | 'waiting' }
  | {
      readonly kind: 'trial_selected';
      readonly campaignId: string;
      readonly memberId: string;
      /** What the criterion counted; null of who came first. */
      readonly have: number | null;
      readonly voucher: TrialVoucher;
    }
  | {
      readonly kind: 'trial_not_selected';
      readonly campaignId: string;
      readonly memberId: string;
      readonly have: number;
      readonly least: number | null;
    }
  | ({ readonly kind: 'trial_ranked' } & Omit<SelectionDocument, 'id'>)
  | {
      readonly kind: 'trial_reported';
      readonly campaignId: string;
      readonly state: 'shown' | 'waiting';
      readonly stars: number;
      readonly late: boolean;
    }
  | { readonly kind: 'trial_read'; readonly campaignId: string }
  | { readonly kind: 'proofs_forgotten'; readonly digests: readonly string[] }
  | ({ readonly kind: 'reminder_accepted'; readonly by: 'phone' | 'platform'; readonly paired: boolean } & ReminderKey)
  | ({ readonly kind: 'reminder_planned'; readonly about: string; readonly on: Day; readonly dueAt: Instant } & ReminderKey)
  | ({ readonly kind: 'reminder_dropped'; readonly about: string; readonly reason: DropReason } & ReminderKey)
  | ({ readonly kind: 'reminder_refused' } & ReminderKey)
  /** `untilOn`, of what fades: the last day on which it is there, of everything that the message tells. */
  | ({ readonly kind: 'reminder_claimed'; readonly abouts: readonly string[]; readonly on: Day; readonly untilOn?: Day } & ReminderKey)
  | ({ readonly kind: 'reminder_settled'; readonly on: Day; readonly outcome: SendOutcome } & ReminderKey);

/** The version of the rules that is written into every journal document; raise it when a projection's meaning changes. */
export const RULES_VERSION = 4;

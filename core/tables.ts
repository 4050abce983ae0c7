// Every kind of document: its key, its shape, its declared indexes. Adapters derive their tables from this list.

import type { ConfirmedPolicy, JournalEvent } from '#core/rules/audit/journal-event';
import type { Audience } from '#core/rules/campaign/audience';
import type { CampaignChange, CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { CampaignParameters, CampaignTypeCode } from '#core/rules/campaign/types/index';
import type { Criterion } from '#core/rules/campaign/types/trial';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import type { Outlook } from '#core/rules/forecast/outlook';
import type { FraudReason } from '#core/rules/invite/fraud';
import type { BoardKind } from '#core/rules/leaderboard/boards';
import type { SettledRow } from '#core/rules/leaderboard/settle-season';
import type { Deeds } from '#core/rules/membership/deeds';
import type { Condition } from '#core/rules/membership/segment';
import type { CommunityTag } from '#core/rules/membership/tags';
import type { HeldTier } from '#core/rules/membership/tier';
import type { Lot, PointsPolicy } from '#core/rules/points/lots';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { Finding, NoticedAccount } from '#core/rules/risk/noticed';
import type { Watch } from '#core/rules/risk/watch';
import type { Day } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import type { Id } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import type { Entry, Points } from '#core/values/points';

/** What a person may do in a community; each includes the ones before it. */
export type Role = 'visitor' | 'member' | 'clerk' | 'co_owner' | 'owner';

/** A WeChat group that the owner has bound; code never learns its real name, the label is the owner's own. */
export interface BoundGroup {
  readonly groupId: string;
  readonly label: string;
  readonly boundAt: Instant;
}

/** A text that has to be looked at before anybody is shown it; `word` is what it is about, where the checker names it. */
export interface ContentNote {
  /** The field, such as `title`; of a bound group `groups.{groupId}`. */
  readonly path: string;
  readonly word: string | null;
}

/** `{community}/community` */
export interface CommunityDocument {
  readonly id: Id;
  readonly name: string;
  readonly theme: string;
  /** The one sentence that says why a member comes back. */
  readonly promise: string;
  /** Who stands behind the rewards and how to complain: promotion rules demand both in every campaign's terms. */
  readonly organiser: string;
  readonly contact: string;
  /** The licences under which the shop sells what needs one, in its own words; absent where it has recorded none. */
  readonly licences?: string;
  readonly zone: string;
  /** Minutes after local midnight at which a business day begins, 0 to 719. */
  readonly dayStartsMinutes: number;
  readonly ownerId: string;
  /** The members who run the desk beside the owner; absent where there are none. */
  readonly coOwners?: readonly string[];
  readonly groups: readonly BoundGroup[];
  /** How people come in; absent while one tap does. */
  readonly joining?: Joining;
  /** How long points hold; absent while the standard does. */
  readonly pointsPolicy?: PointsPolicy;
  /** The owner's names for members; absent before the first. */
  readonly tags?: readonly CommunityTag[];
  /** The ids of the owner's segments, the newest first; absent before the first. */
  readonly segments?: readonly string[];
  /** The campaigns that are live or paused, the newest first: what a home page shows, without a search. */
  readonly openCampaigns: readonly string[];
  /** Campaigns with prizes of the board that were ended before all of their seasons were settled; absent where there are none. */
  readonly unsettledCampaigns?: readonly string[];
  /** The campaigns that were made last, drafts and ended ones among them, the newest first. */
  readonly recentCampaigns: readonly string[];
  /** Over how many documents the stocks of these open campaigns are split, so that a rush does not wait for one; every other stock is one. */
  readonly splitStocks: Readonly<Record<string, number>>;
  /** The welcome gift that is open, of which there is one at a time: a first own action finds it without a search. */
  readonly welcomeCampaign?: string;
  readonly createdAt: Instant;
  /** The owner's texts that have not passed the content check: nothing is published beside them. */
  readonly inReview?: readonly ContentNote[];
}

/** Where a person came from when they first arrived. */
export interface Source {
  readonly kind: 'card' | 'invite' | 'direct';
  readonly campaignId?: string;
  readonly inviterId?: string;
  readonly groupId?: string;
}

/** What a milestone of a check-in plan counts: days in a row, or days in all. */
export type Ladder = 'streak' | 'total';

/** One member's record in one check-in plan. */
export interface CheckinRecord {
  /** Marked business days in a row up to and including `lastOn`; rest days without a mark between them neither count nor break. */
  readonly streakDays: number;
  readonly bestStreakDays: number;
  /** Own check-ins; made-up days are none. */
  readonly totalDays: number;
  /** The latest marked day, whether by a check-in or by a card. */
  readonly lastOn: Day;
  /** Checked-in days by month: bit `d - 1` of `months['2026-03']` is day `d`. */
  readonly months: Readonly<Record<string, number>>;
  /** Days that were made up with a card, kept apart from the check-ins, in the same bits. */
  readonly madeUp: Readonly<Record<string, number>>;
  /** The weekdays on which the plan needs no check-in, as of the latest mark: bit 0 is Monday. */
  readonly restWeekdays: number;
  /** The milestones that have been paid, in days, by the first day of their cycle. */
  readonly paid: Readonly<Record<Day, Readonly<Record<Ladder, readonly number[]>>>>;
  /** Own check-ins that have been paid for; outlives an erasing, so that tapered rewards do not begin again. */
  readonly rewardedDays: number;
  readonly graduatedOn: Day | null;
  /** Make-up cards that were earned and not used. */
  readonly cards: number;
  /** How many of a month's own make-up cards have been used, in the month in which that last happened. */
  readonly monthly: { readonly month: string; readonly used: number } | null;
}

/** Counts that keep a limit of a campaign for one member. */
export interface LimitCount {
  readonly total: number;
  readonly on: Day;
  /** How many of `total` fell on the day `on`. */
  readonly today: number;
}

/** Who brought this person, bound once per person and community: the first valid touch stays. */
export interface InvitedBy {
  readonly campaignId: string;
  readonly inviterId: string;
  readonly openedAt: Instant;
}

/**
 * A member's own part in a campaign that is neither a check-in, a claim nor an invite: small, without a word of what they wrote, so that
 * a card needs no document besides the member's own. What was written stands in an EntryDocument.
 */
export type MemberEntry =
  /** `chosen` is the option per question, from 1; empty once the member has been erased, when only the limit stays. */
  | {
      readonly kind: 'quiz';
      readonly answeredAt: Instant;
      readonly chosen: readonly number[];
      readonly right: number;
      readonly points: Points;
    }
  /** `chosen` are options, from 1 and growing; empty once the member has been erased: the vote stays counted and cannot be changed. */
  | { readonly kind: 'poll'; readonly answeredAt: Instant; readonly chosen: readonly number[] }
  | { readonly kind: 'notice'; readonly readAt: Instant }
  | { readonly kind: 'topic'; readonly state: EntryState | 'none'; readonly refusal: ModerationReason | null; readonly at: Instant }
  /** `asked` counts questions, those taken back among them; `thanked` are the helpers whose answers were accepted, each counted once. */
  | { readonly kind: 'question'; readonly asked: number; readonly thanked: readonly string[] }
  | {
      readonly kind: 'trial';
      /** Null of somebody who has only read the reports. */
      readonly appliedAt: Instant | null;
      readonly answer: EntryState | 'none';
      readonly outcome: 'waiting' | 'selected' | 'not_selected';
      /** What the criterion counted of the member, and of the last who was chosen; null before, and where the first were chosen. */
      readonly have: number | null;
      readonly least: number | null;
      /** What was promised and asked when the member was chosen. */
      readonly voucher: TrialVoucher | null;
      readonly report: {
        readonly at: Instant;
        readonly stars: number;
        readonly late: boolean;
        readonly state: EntryState | 'none';
      } | null;
      /** When this member first read others' reports, and the use of a coupon, as `campaignId.n`, that is taken to have come of it. */
      readonly readOn: Day | null;
      readonly convertedBy: string | null;
    };

/** What somebody who was chosen for a trial was told: of what, until when to use the voucher, until when to report. */
export interface TrialVoucher {
  readonly title: string;
  readonly useUntilOn: Day;
  readonly reportUntilOn: Day;
}

/** What others see of a text: all of it, nothing until the owner has looked, or nothing at all. */
export type EntryState = 'shown' | 'waiting' | 'refused';

/** What somebody has on a board, and what they had when the business day `before.on` began, the last on which they gained any. */
export interface Score {
  readonly board: Id;
  readonly points: number;
  readonly at: Instant;
  readonly before: { readonly on: Day; readonly points: number };
}

/** Why an owner turns a newcomer down. */
export type TurnDownReason = 'not_ours' | 'answers' | 'full' | 'other';

/** How somebody's wish to come in stands. */
export type JoinWish =
  | { readonly state: 'waiting'; readonly askedAt: Instant }
  | {
      readonly state: 'refused';
      readonly askedAt: Instant;
      readonly at: Instant;
      readonly reason: TurnDownReason;
      /** The owner's own words besides; empty where there are none. */
      readonly text: string;
    };

/** How people come in, where one tap alone does not do. */
export interface Joining {
  /** Whether the owner says yes or no to each. */
  readonly approval: boolean;
  /** What everybody is asked first, in this order. */
  readonly questions: readonly string[];
}

/**
 * `{community}/joinRequest/{memberId}`: what somebody was asked who wished to come in, and where they came from. It goes where they are
 * turned down, withdraw or are erased. What they answered are EntryDocuments.
 */
export interface JoinRequestDocument {
  readonly id: Id;
  readonly memberId: string;
  readonly questions: readonly string[];
  readonly source: Source;
  /** Whose invite it was, or whose card; null of nobody's. */
  readonly throughId: string | null;
  readonly askedAt: Instant;
  /** Since when it waits for the owner; null of a member. */
  readonly waitingSince: Instant | null;
}

/** Why an owner puts somebody out. */
export type BlockReason = 'advertising' | 'harassing' | 'cheating' | 'rules' | 'other';

/** That somebody was put out: what they are told, and what they come back to. */
export interface Block {
  readonly reason: BlockReason;
  /** The owner's own words besides; empty where there are none, and once the person has had everything erased. */
  readonly text: string;
  readonly at: Instant;
  /** Since when they were a member; null of somebody who was none, or has left for good since. */
  readonly joinedAt: Instant | null;
  /** Their one appeal against it. */
  readonly appeal: 'none' | 'waiting' | 'answered';
}

/** `{community}/member/{memberId}`: a projection of the journal, so that an action needs one document about its caller. */
export interface MemberDocument {
  readonly id: Id;
  readonly memberId: string;
  readonly role: Role;
  readonly firstSeenAt: Instant;
  /** The last business day on which this person opened the community. */
  readonly lastEnteredOn: Day | null;
  readonly joinedAt: Instant | null;
  readonly source: Source;
  /** When a proof last showed this person inside a group, by group. */
  readonly groups: Readonly<Record<string, Instant>>;
  /** The sum of the lots, and of all entries of this member's account. */
  readonly points: Points;
  /** What the points consist of, in the order in which they are spent. */
  readonly lots: readonly Lot[];
  /** The names of grants that were taken back. */
  readonly reversals: readonly string[];
  /** The day at whose end the timer has to look at this member; null where nothing is to come. */
  readonly dueOn: Day | null;
  readonly checkins: Readonly<Record<string, CheckinRecord>>;
  readonly claims: Readonly<Record<string, LimitCount>>;
  readonly invitedBy: InvitedBy | null;
  /** How many complaints this person has made, by campaign; absent before the first. */
  readonly complaints?: Readonly<Record<string, number>>;
  /** How many appeals this person has made; absent before the first. */
  readonly appeals?: number;
  /** What a review means for this person; absent before the first. */
  readonly watch?: Watch;
  /** The owner has put this person out; absent of everybody else. */
  readonly block?: Block;
  /** Their wish to come in: it waits for the owner, or was turned down; absent of everybody else. */
  readonly wish?: JoinWish;
  /** The first own action (a check-in or a claim) after joining: the moment that qualifies an invite. */
  readonly firstActionAt: Instant | null;
  /** The welcome gift that this person has been given: one per community, for good. */
  readonly welcome?: { readonly campaignId: string; readonly at: Instant };
  /** How many of a campaign's exchanged goods were cancelled and given back: they count against no limit any more. */
  readonly returned?: Readonly<Record<string, number>>;
  /** Rewarded invites by campaign, and those whose reward is owed. */
  readonly invites: Readonly<Record<string, LimitCount>>;
  /** This person's part in campaigns around content, by campaign. */
  readonly entries: Readonly<Record<string, MemberEntry>>;
  /** How many people have accepted an answer of this person, each once per campaign: verified help. */
  readonly helped: number;
  /** What this person has done with each campaign: bits of funnelBits. */
  readonly funnel: Readonly<Record<string, number>>;
  /** How many of a campaign's coupons this person has used and not had undone. */
  readonly redemptions: Readonly<Record<string, number>>;
  /** The tier as it was last changed; `tierOf` says what it is on a day. */
  readonly tier: HeldTier;
  /** What tiers and influence count, besides check-ins. */
  readonly deeds: Deeds;
  /** The ids of the owner's tags that this member bears. */
  readonly tags: readonly string[];
  readonly hidden: boolean;
  /** Current points by board family and period, so that hiding can take them off and showing can put them back. */
  readonly scores: Readonly<Record<string, Score>>;
  /** When this person last had everything about them erased: what they were given until then is void. */
  readonly erasedAt?: Instant;
  /** Counts this person's changing actions; orders the journal within one instant. */
  readonly sequence: number;
}

/** `{community}/identity/{memberId}`: which account is which member; removed when the member asks to be erased. */
export interface IdentityDocument {
  readonly id: Id;
  readonly memberId: string;
  readonly personKey: string;
  readonly joinedAt: Instant;
  /** The network from which it joined, as a digest that only compares within a week; taken off again after two. */
  readonly place?: string;
  readonly placedAt?: Instant;
}

/** A picture that is kept outside of the documents: the store of pictures knows it by its address. */
export interface KeptPicture {
  readonly pictureId: string;
  readonly address: string;
}

/** Why a nickname or a picture was not let through. */
export type ModerationReason = 'advertising' | 'offensive' | 'impersonation' | 'private' | 'other';

/** `{community}/profile/{memberId}`: what a member chose to show; never in the journal. */
export interface ProfileDocument {
  readonly id: Id;
  readonly memberId: string;
  /** What others see; null is the mask. */
  readonly nickname: string | null;
  readonly picture: KeptPicture | null;
  /** What only the member and the owner see until it has been looked at. */
  readonly waiting: {
    readonly nickname: { readonly text: string; readonly since: Instant } | null;
    readonly picture: (KeptPicture & { readonly since: Instant; readonly traceId: string | null }) | null;
  };
  readonly refused: { readonly nickname: ModerationReason | null; readonly picture: ModerationReason | null };
  /** The earlier of what waits, or null, which leaves the document out of the queue. */
  readonly waitingSince: Instant | null;
  /** The check of the picture whose answer is still to come. */
  readonly traceId: string | null;
}

/** `{community}/segment/{segmentId}`: a rule by which the owner looks up some members. */
export interface SegmentDocument {
  readonly id: Id;
  readonly segmentId: string;
  readonly name: string;
  readonly conditions: readonly Condition[];
  readonly createdAt: Instant;
}

/** `{community}/picture/{pictureId}`: a small picture, where the installation keeps pictures in its own store. */
export interface PictureDocument {
  readonly id: Id;
  readonly contentType: 'image/jpeg';
  readonly base64: string;
}

/** `{community}/discardedPicture/{pictureId}`: a picture that nobody refers to any more and that is still to be removed. */
export interface DiscardedPictureDocument extends KeptPicture {
  readonly id: Id;
  readonly discardedAt: Instant;
}

/** `{community}/campaign/{campaignId}` */
export interface CampaignDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly type: CampaignTypeCode;
  readonly state: 'draft' | 'live' | 'paused' | 'ended';
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Only members of this bound group may take part; null opens it to every member. */
  readonly groupId: string | null;
  /** Whom it is for apart from the group; absent, it is for everybody. */
  readonly audience?: Audience;
  readonly parameters: CampaignParameters;
  /** Texts that have not passed the content check: it is not published with them. */
  readonly inReview?: readonly ContentNote[];
  /**
   * A check-in plan that ended early, until it is known to whom it owes a milestone: the points that it could still have paid, and how far
   * the members have been gone through.
   */
  readonly reckoning?: { readonly pointsLeft: Points; readonly after: string | null; readonly step: number };
  /** The last improvement of what was published: what makes its version differ from the one before. */
  readonly improved?: { readonly at: Instant; readonly changes: readonly CampaignChange[] };
  /** The warnings of the operation rules that the owner confirmed at publishing. */
  readonly policy?: ConfirmedPolicy;
  /** The owner's target and the forecast, as they stood at publish. */
  readonly outlook?: Outlook;
  readonly createdAt: Instant;
  readonly publishedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** `{community}/campaignVersion/{campaignId}/{version}`: the rules of a published campaign as they were from an instant on; never removed. */
export interface CampaignVersionDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly version: number;
  readonly draft: CampaignDraft;
  /** How they differ from the version before; empty of the first. */
  readonly changes: readonly CampaignChange[];
  readonly at: Instant;
}

/** How many people of a plan have been dealt out to the leagues of the week that begins with `weekOn`, and how many leagues it began with. */
export interface LeagueCount {
  readonly weekOn: Day;
  readonly people: number;
  readonly leagues: number;
}

/** `{community}/stock/{campaignId}`: what publishing reserved and how much of it has been issued. */
export interface StockDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly couponsReserved: number;
  readonly couponsIssued: number;
  readonly pointsReserved: Points;
  readonly pointsIssued: Points;
  /** Goods that are exchanged for points; absent where there are none. */
  readonly goodsReserved?: number;
  readonly goodsIssued?: number;
  /** How many of them were handed over while the campaign ran, without those that made a broken promise good. */
  readonly goodsHandedOver?: number;
  /** Points that members have spent on what has not been handed over yet: they go back if it is cancelled. */
  readonly pointsHeld?: Points;
  /** What its used coupons have taken off, in fen, those taken back not counted; absent before the first. */
  readonly offFen?: number;
  /** Points of settled prizes that have not been paid yet: they are their winners', even once the campaign has ended. */
  readonly pointsOwed?: Points;
  /** Coupons of the same kind: settled, and not issued yet; absent before the first. */
  readonly couponsOwed?: number;
  /** How many seasons of the board have been settled with its prizes; absent before the first. */
  readonly seasonsSettled?: number;
  /** How many members have claimed. */
  readonly claimers: number;
  /** How many members have checked in on the last day on which anybody did; null before the first. */
  readonly checkedIn: { readonly on: Day; readonly people: number } | null;
  /** How a check-in plan deals its people out to the leagues of a week; absent before the first. */
  readonly league?: LeagueCount;
  /** How often points were given; absent before the first time. */
  readonly pointGrants?: number;
  /** At which share left, in percent, the owner is warned; absent: LOW_AT_PERCENT. */
  readonly lowAtPercent?: number;
  /** Since when so little is left, by what; absent before it first happened. */
  readonly lowSince?: { readonly coupons: Instant | null; readonly points: Instant | null; readonly goods?: Instant | null };
}

/** `{community}/stockPart/{campaignId}/{n}`: a share of a stock that was split, beside which the stock itself issues no coupons. */
export interface StockPartDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly couponsReserved: number;
  readonly couponsIssued: number;
  readonly claimers: number;
}

/** `{community}/tally`: what is counted for pages to show, without being asked for. */
export interface TallyDocument {
  readonly id: Id;
  readonly members: number;
  /** Promises that broke and have not been made good. */
  readonly promises: number;
  /** Promises that broke, ever; absent before the first. */
  readonly broken?: number;
  /** Rewards that ended campaigns have given, and broken promises that were made good. */
  readonly kept?: number;
  /** Campaigns that are over, and those among them that ended before their last day was. */
  readonly finished?: number;
  readonly endedEarly?: number;
  /** Complaints, ever, and those that nobody has answered. */
  readonly complaints?: number;
  readonly complaintsOpen?: number;
  /** Newcomers who wait for the owner's yes. */
  readonly wishesWaiting?: number;
  /** People who are put out now. */
  readonly blocked?: number;
  /** Reviews that wait for the owner: noticed and not decided, or appealed against. */
  readonly reviewsWaiting?: number;
}

/** How a coupon was used: kept after an undo in `undone`. */
export interface Redemption {
  readonly redeemedAt: Instant;
  readonly redeemedOn: Day;
  /** When the code was scanned, where the counter had no network then: the coupon was judged by that moment. */
  readonly scannedAt?: Instant;
  /** The member id of the clerk. */
  readonly clerkId: string;
  readonly orderFen: Fen;
  readonly offFen: Fen;
  readonly payFen: Fen;
}

/** Why a coupon was issued: a claim, the invite that paid it, a promise that broke, a welcome, an exchange for points, a season's place. */
export type CouponReason = 'claim' | 'invited' | 'invited_a_friend' | 'make_good' | 'welcome' | 'exchange' | 'season_prize' | 'trial';

/** `{community}/coupon/{campaignId}/{memberId}/{n}` */
export interface CouponDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly memberId: string;
  /** The first six of the digits that a clerk types; not unique, the rotating digits tell holders apart. */
  readonly number: string;
  /** Frozen at the claim. */
  readonly terms: CouponTerms;
  readonly claimedAt: Instant;
  /** The reason for which it was issued. */
  readonly reason: CouponReason;
  readonly redemption: Redemption | null;
  /** Equals `redemption.redeemedAt` while it is redeemed: the index of the counter's list. */
  readonly redeemedAt: Instant | null;
  /** Taken back for good, with the reason; a coupon that was used is never taken back. */
  readonly voided?: { readonly at: Instant; readonly reason: 'invite_reversed' };
  /** It had been used when its invite was reversed: where that use is taken back, it becomes void. */
  readonly voidOnceUndone?: true;
  /** Until when it can be used, while nobody has used it: the index of what members hold; null once it is used. */
  readonly heldUntilOn?: Day | null;
  readonly undone: readonly (Redemption & { readonly undoneAt: Instant; readonly undoneBy: string; readonly undoReason: string })[];
}

/** `{community}/order/{campaignId}/{memberId}/{n}`: goods that a member has exchanged points for. */
export interface OrderDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly memberId: string;
  readonly n: number;
  /** Six digits by which the counter and the member mean the same order; not unique. */
  readonly number: string;
  /** Frozen at the exchange. */
  readonly item: string;
  /** What was paid: the lots come back as they were if it is cancelled. */
  readonly lots: readonly Lot[];
  readonly state: 'ordered' | 'handed_over' | 'cancelled';
  readonly orderedAt: Instant;
  /** When, and by whom, it was handed over or cancelled. */
  readonly settledAt: Instant | null;
  readonly settledBy: string | null;
  /** Since when the counter has said that it cannot be handed over: a promise that broke; absent of every other. */
  readonly brokenAt?: Instant;
  /** Why it was cancelled. */
  readonly reason: string | null;
}

/** Why an invite earns nothing; in the order in which they are tested. */
export type InviteRefusal =
  | 'self'
  | 'loop'
  | 'already_member'
  /** One of the two has had everything about them erased. */
  | 'left'
  /** The owner has stopped what new friends bring this inviter, for a time. */
  | 'stopped'
  | 'already_invited'
  | 'touch_expired'
  | 'limit_reached'
  | 'campaign_over'
  | 'sold_out';

/** `{community}/invite/{campaignId}/{inviterId}/{inviteeId}`: the thread between two people. */
export interface InviteDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly inviterId: string;
  readonly inviteeId: string;
  readonly state: 'opened' | 'joined' | 'rewarded' | 'refused' | 'reversed';
  readonly reason: InviteRefusal | null;
  readonly openedAt: Instant;
  readonly joinedAt: Instant | null;
  readonly settledAt: Instant | null;
  /** The coupons that it brought, to both sides. */
  readonly coupons: readonly { readonly memberId: string; readonly n: number }[];
  /** Why its reward was taken back, and what showed it. */
  readonly reversal?: { readonly at: Instant; readonly reason: FraudReason; readonly evidence: string };
}

/** `{community}/inviteLink/{token}`: what an opaque token on a card or poster stands for. */
export interface InviteLinkDocument {
  readonly id: Id;
  readonly token: string;
  readonly campaignId: string;
  readonly inviterId: string;
  readonly createdAt: Instant;
}

/** One reminder that is planned. */
export interface ReminderPlan {
  readonly kind: ReminderKind;
  /** The id of a coupon, or of a check-in plan; what fades is about the member's standing. */
  readonly about: string;
  /** The business day on which it goes out, moves on, or ends. */
  readonly on: Day;
  readonly dueAt: Instant;
  readonly plannedAt: Instant;
}

/** `{community}/reminder/{memberId}`: what a member has agreed to be reminded of; knows people by their pseudonym only. */
export interface ReminderDocument {
  readonly id: Id;
  readonly memberId: string;
  /** Messages that the member has accepted and that have not been used; a kind is absent before the first of it. */
  readonly credits: Readonly<Partial<Record<ReminderKind, number>>>;
  readonly plans: readonly ReminderPlan[];
  /** When the first of the plans is due; null where there is none, which leaves the document out of the index. */
  readonly dueAt: Instant | null;
  /** The message that was claimed last and whose outcome is not known yet, or never will be. */
  readonly sending: {
    readonly kind: ReminderKind;
    readonly abouts: readonly string[];
    readonly on: Day;
    readonly claimedAt: Instant;
  } | null;
  /** Up to which day the member has been told of what fades; absent before the first time, and where it did not go out. */
  readonly toldUntilOn?: Day;
  /** The business days of the last week on which a reminder went out. */
  readonly sentOn: readonly Day[];
  /** Acceptances that only the phone, or only WeChat, has told of so far. */
  readonly unpaired: readonly { readonly kind: ReminderKind; readonly by: 'phone' | 'platform'; readonly at: Instant }[];
}

/**
 * `{community}/entry/{campaignId}/{memberId}/{slot}`: one text that a member wrote in a campaign; beside the journal, which may hold no
 * words of members, and gone with its writer. `slot` tells the texts of one member in one campaign apart, and makes each of them unique.
 */
export interface EntryDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly memberId: string;
  readonly slot: string;
  readonly text: string;
  readonly state: EntryState;
  readonly refusal: ModerationReason | null;
  readonly writtenAt: Instant;
  /** What it stands under: the campaign, or a question as `campaignId.askerId.slot`. */
  readonly under: string;
  /** Equals `writtenAt` while others see it; null keeps it out of the list. */
  readonly shownAt: Instant | null;
  /** Since when it stands in the owner's queue, because it has not been looked at or was reported; null where it does not. */
  readonly queuedAt: Instant | null;
  /** Who has reported it, ever; `reports` are those since the owner last looked, by reason. */
  readonly reportedBy: readonly string[];
  readonly reports: readonly ModerationReason[];
  /** Of a question: whose answer its asker has accepted. */
  readonly acceptedId: string | null;
  /** From a "no" of the owner to a "yes": whatever is written in this place waits for a look. */
  readonly doubted?: true;
  /** Its writer took it back: only the doubts of its place are left, without a word, and nobody sees it anywhere. */
  readonly takenBack?: true;
  /** Of the report of a trial: 1 to 5 stars, and whether it came after its day. */
  readonly review?: { readonly stars: number; readonly late: boolean };
}

/** `{community}/application/{campaignId}/{memberId}`: who has applied for a trial, and what came of it; what they wrote is an EntryDocument. */
export interface ApplicationDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly memberId: string;
  readonly appliedAt: Instant;
  readonly outcome: 'waiting' | 'selected' | 'not_selected';
  /** What the criterion counted of them; null before, and where the first were chosen. */
  readonly have: number | null;
}

/** `{community}/selection/{campaignId}`: how the applicants of a trial were ranked by its criterion, as of its last day. */
export interface SelectionDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly by: Criterion;
  readonly on: Day;
  /** How many were ranked. */
  readonly applicants: number;
  /** How many have not been told yet. */
  readonly unsettled: number;
  /** Those who were chosen, the first first. */
  readonly rows: readonly { readonly memberId: string; readonly have: number }[];
  /** What the last of them had; null where nobody was chosen. */
  readonly least: number | null;
}

/** `{community}/leftTexts/{memberId}`: somebody has been erased, and texts that they wrote until then may still have to be removed. */
export interface LeftTextsDocument {
  readonly id: Id;
  readonly memberId: string;
  readonly leftAt: Instant;
}

/** Why a promise could not be kept. */
export type BreakReason = 'ended_early' | 'sold_out' | 'paused' | 'cancelled' | 'not_honoured';

/** What kind of thing was promised: to both sides of an invite, for a milestone within reach, on a coupon, as a prize, for points. */
export type PromiseKind = 'invite' | 'milestone' | 'coupon' | 'prize' | 'exchange';

/** What a broken promise owes: coupons as they would have been issued, to the two of an invite or to one; points; an order; or what can only be put into words. */
export type Owed =
  | { readonly kind: 'coupon'; readonly terms: CouponTerms }
  | { readonly kind: 'invite'; readonly friend: readonly CouponTerms[]; readonly inviter: readonly CouponTerms[] }
  | { readonly kind: 'points'; readonly points: Points; readonly version: number }
  /** `words` say why it could not be handed over. */
  | ({ readonly kind: 'goods'; readonly words: string } & Pick<OrderDocument, 'n' | 'number' | 'item'> & { readonly points: Points })
  | { readonly kind: 'words'; readonly words: string };

/** Names one promise: to whom, and of what: the friend of an invite, or `milestone-21`, `coupon-1`, `exchange-1`. */
export interface PromiseKey {
  readonly campaignId: string;
  readonly memberId: string;
  readonly about: string;
}

/** `{community}/makeGood/{campaignId}/{memberId}/{about}`: a promise that broke, until the owner has made it good; never removed. */
export interface MakeGoodDocument extends PromiseKey {
  readonly id: Id;
  readonly kind: PromiseKind;
  readonly state: 'open' | 'settled';
  readonly reason: BreakReason;
  readonly title: string;
  readonly owed: Owed;
  readonly brokenAt: Instant;
  readonly settledAt: Instant | null;
  /** How it was settled in words, where it was not by giving what was owed. */
  readonly words: string | null;
}

/** Why a member complains. */
export type ComplaintReason = 'not_honoured' | 'refused_at_counter' | 'differs' | 'other';

/** `{community}/complaint/{campaignId}/{memberId}/{n}`: a complaint; its text, where there is one, is an EntryDocument that goes with the member. */
export interface ComplaintDocument {
  readonly id: Id;
  readonly campaignId: string;
  readonly memberId: string;
  readonly n: number;
  /** The coupon that it is about; null for the campaign. */
  readonly couponId: string | null;
  readonly reason: ComplaintReason;
  readonly state: 'open' | 'answered' | 'settled';
  readonly filedAt: Instant;
  readonly answer: { readonly text: string; readonly at: Instant } | null;
}

/** What the invites of a group have cost, as of when it was noticed: coupons to both sides, how many of them were used, and what that came to. */
export interface ReviewCost {
  readonly coupons: number;
  readonly used: number;
  /** What the used ones took off, in fen, and what the others can take off at the most. */
  readonly offFen: number;
  readonly openFen: number;
}

/** What an owner holds back, until the end of a day, and why. */
export interface Restriction {
  readonly boards: boolean;
  readonly invites: boolean;
  readonly untilOn: Day;
  /** The reason, in the owner's words; the member reads it. */
  readonly text: string;
}

/** `{community}/review/{memberId}`: what was noticed about the people who came through a member, and what became of it; the last time stands. */
export interface ReviewDocument {
  readonly id: Id;
  readonly memberId: string;
  /** `lapsed` and `ended`: it had its days. `lifted`: by the owner, before that. `blocked`: put out, until the owner takes it back. */
  readonly state: 'noticed' | 'cleared' | 'lapsed' | 'restricted' | 'lifted' | 'ended' | 'blocked' | 'unblocked';
  /** Whoever joined by then has been looked at: the same facts are never noticed again. */
  readonly noticedAt: Instant;
  readonly findings: readonly Finding[];
  readonly people: number;
  readonly accounts: readonly NoticedAccount[];
  readonly cost: ReviewCost;
  /** The last day on which something is held back; null where nothing is, which leaves the document out of the timer's list. */
  readonly untilOn: Day | null;
  /** The latest, whatever has become of it. */
  readonly restriction: (Restriction & { readonly at: Instant }) | null;
  /** The latest time that they were put out, whatever has become of it; absent before the first. */
  readonly block?: Pick<Block, 'reason' | 'text' | 'at'>;
  /** Equals `block.at` while they are out: the owner's list; null or absent otherwise. */
  readonly blockedAt?: Instant | null;
  /** The member's appeal against what holds; its text is an EntryDocument that goes with the member. */
  readonly appeal: {
    readonly n: number;
    readonly at: Instant;
    readonly answer: { readonly text: string; readonly at: Instant; readonly lifted: boolean } | null;
  } | null;
  /** Since when it waits for the owner; null where it does not. */
  readonly waitingSince: Instant | null;
  /** Since when it does not; null while it does. */
  readonly restsSince: Instant | null;
  readonly changedAt: Instant;
}

/** The stretches of time of a board that end. */
export type SeasonPeriod = 'week' | 'month';

/** `{community}/season/{board}/{period}/{fromOn}`: how a board stood when its week or month was over. */
export interface SeasonDocument {
  readonly id: Id;
  readonly board: BoardKind;
  readonly period: SeasonPeriod;
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** How many members were on it; `rows` are the first of them. */
  readonly total: number;
  readonly rows: readonly { readonly memberId: string; readonly rank: number; readonly points: number; readonly at: Instant }[];
  readonly closedAt: Instant;
}

/** `{community}/settlement/{campaignId}/{untilOn}`: who got the prizes of a season, whom they passed over and why; never removed. */
export interface SettlementDocument {
  readonly id: Id;
  readonly campaignId: string;
  /** The version of the campaign's rules under which it was settled. */
  readonly version: number;
  readonly period: SeasonPeriod;
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** How many members were on the board. */
  readonly total: number;
  readonly rows: readonly SettledRow[];
  readonly settledAt: Instant;
  /** When the campaign was ended while this season ran: its places are owed as they stood right after, not paid. */
  readonly cutAt?: Instant;
  /** Equals `settledAt` until everybody is paid; null keeps it out of the timer's list. */
  readonly openSince: Instant | null;
}

/** How far a campaign had come at the end of a day. */
export interface CampaignCounts {
  readonly claimed: number;
  readonly used: number;
}

/** `{community}/daily/{on}`: what was counted of a business day when it was over. */
export interface DailyDocument {
  readonly id: Id;
  readonly on: Day;
  /** How many had joined by its end. */
  readonly members: number;
  readonly entered: number;
  readonly joined: number;
  readonly checkedIn: number;
  readonly claimed: number;
  /** Coupons, as they stood when the day was over: what is taken back later is taken back on that later day's screen. */
  readonly redeemed: number;
  /** By campaign, since it was published: how many people had taken part, and how many of its coupons were used. */
  readonly campaigns?: Readonly<Record<string, CampaignCounts>>;
  readonly countedAt: Instant;
}

/** What a clerk has redeemed of one campaign on a day, in fen, as it stands after every undo; `undone` says how many were taken back. */
export interface ShiftCount {
  readonly count: number;
  readonly orderFen: Fen;
  readonly offFen: Fen;
  readonly payFen: Fen;
  readonly undone: number;
}

/** `{community}/shift/{on}`: what was redeemed on a business day, by the clerk's member id and by campaign. */
export interface ShiftDocument {
  readonly id: Id;
  readonly on: Day;
  readonly clerks: Readonly<Record<string, Readonly<Record<string, ShiftCount>>>>;
}

/** `{community}/proof/{digest}`: a group proof that has been used, and by whom. */
export interface ProofDocument {
  readonly id: Id;
  readonly memberId: string;
  readonly usedAt: Instant;
}

/** `{community}/journal/{memberId}/{requestId}`: one changing action: idempotency record, ledger, event log and audit at once. */
export interface JournalDocument {
  readonly id: Id;
  readonly memberId: string;
  readonly sequence: number;
  /**
   * One more than the stamps of all documents that the decision saw, and the stamp of all that it wrote: a Lamport clock over
   * documents. Whatever rested on this action has a higher stamp, so the journal can be replayed in the order of stamps.
   */
  readonly stamp: number;
  readonly at: Instant;
  readonly on: Day;
  readonly action: string;
  /** Digest of action and input: the same requestId with another digest is refused. */
  readonly digest: string;
  readonly rules: number;
  readonly reply: unknown;
  readonly entries: readonly Entry[];
  readonly events: readonly JournalEvent[];
  /** Whose points it has moved, be it by their own action, somebody else's, or the timer's; null where it moved nobody's. */
  readonly ledgerOf: string | null;
  /** Equals `stamp` where it has moved a member's points, and is null elsewhere: the order of their statement. */
  readonly ledgerSequence: number | null;
}

/** `_system/secret/{name}`, `_system/clock/offset`, `_system/playground/…`, `_system/wechatSession/{person}`, `_system/signIn/{community}`: the installation's own. */
export interface SystemDocument {
  readonly id: Id;
  readonly value: unknown;
}

/**
 * `{community}/agenda`: when the timer looks at a community again, and at which job it goes on; `_system/agenda`: when it looks for
 * communities that are new. It is not made by the journal.
 */
export interface AgendaDocument {
  readonly id: Id;
  readonly dueAt: Instant;
  /** The job at which the last look was cut short; null begins with the first. */
  readonly job: string | null;
}

/**
 * The version of the shapes in this file, of the events that make them, and of how an engine lays them down; every store of ours keeps it.
 * Raise it when what is stored must be rewritten to be understood, and teach `core/rules/audit/upgrade` the way from the one before.
 */
export const DATA_FORMAT = 2;

/** The type of a field that an index orders by. */
export type IndexField = 'text' | 'integer';

/** One table: the parts of its ids after the table's name, and its indexes as ordered fields. */
export interface TableDeclaration {
  readonly parts: readonly string[];
  /** Everybody's decisions rest on it and hardly any changes it: a store need not keep those decisions apart from each other. */
  readonly shared?: true;
  /** Only documents in which every field of the index is present and not null are in the index; ties are in id order. */
  readonly indexes: Readonly<Record<string, Readonly<Record<string, IndexField>>>>;
}

export const tables = {
  community: { parts: [], shared: true, indexes: { byCreated: { createdAt: 'integer' } } },
  member: {
    parts: ['memberId'],
    indexes: {
      byJoined: { joinedAt: 'integer' },
      byFirstSeen: { firstSeenAt: 'integer' },
      byDue: { dueOn: 'text' },
      byRole: { role: 'text', joinedAt: 'integer' },
      byLastSeen: { lastEnteredOn: 'text' },
    },
  },
  identity: { parts: ['memberId'], indexes: { byPerson: { personKey: 'text', joinedAt: 'integer' }, byPlaced: { placedAt: 'integer' } } },
  segment: { parts: ['segmentId'], indexes: { byCreated: { createdAt: 'integer' } } },
  profile: { parts: ['memberId'], indexes: { byWaiting: { waitingSince: 'integer' }, byTrace: { traceId: 'text' } } },
  picture: { parts: ['pictureId'], indexes: {} },
  discardedPicture: { parts: ['pictureId'], indexes: { byDiscarded: { discardedAt: 'integer' } } },
  campaign: {
    parts: ['campaignId'],
    shared: true,
    indexes: { byState: { state: 'text', endsOn: 'text' }, byCreated: { createdAt: 'integer' } },
  },
  campaignVersion: { parts: ['campaignId', 'version'], indexes: { byCampaign: { campaignId: 'text', version: 'integer' } } },
  tally: { parts: [], indexes: {} },
  stock: { parts: ['campaignId'], indexes: {} },
  stockPart: { parts: ['campaignId', 'n'], indexes: {} },
  coupon: {
    parts: ['campaignId', 'memberId', 'n'],
    indexes: {
      byMember: { memberId: 'text', claimedAt: 'integer' },
      byNumber: { number: 'text' },
      byRedeemed: { redeemedAt: 'integer' },
      byHeld: { campaignId: 'text', heldUntilOn: 'text' },
    },
  },
  order: {
    parts: ['campaignId', 'memberId', 'n'],
    indexes: {
      byState: { state: 'text', orderedAt: 'integer' },
      byMember: { memberId: 'text', orderedAt: 'integer' },
      byCampaign: { campaignId: 'text', state: 'text', orderedAt: 'integer' },
    },
  },
  invite: {
    parts: ['campaignId', 'inviterId', 'inviteeId'],
    indexes: {
      byInviter: { inviterId: 'text', openedAt: 'integer' },
      byCampaign: { campaignId: 'text', state: 'text', openedAt: 'integer' },
    },
  },
  inviteLink: { parts: ['token'], indexes: {} },
  entry: {
    parts: ['campaignId', 'memberId', 'slot'],
    indexes: {
      byUnder: { under: 'text', shownAt: 'integer' },
      byQueued: { queuedAt: 'integer' },
      byMember: { memberId: 'text', writtenAt: 'integer' },
    },
  },
  leftTexts: { parts: ['memberId'], indexes: { byLeft: { leftAt: 'integer' } } },
  application: {
    parts: ['campaignId', 'memberId'],
    indexes: {
      byCampaign: { campaignId: 'text', appliedAt: 'integer' },
      byOutcome: { campaignId: 'text', outcome: 'text', appliedAt: 'integer' },
    },
  },
  selection: { parts: ['campaignId'], indexes: { byOn: { on: 'text' } } },
  reminder: { parts: ['memberId'], indexes: { byDue: { dueAt: 'integer' } } },
  makeGood: { parts: ['campaignId', 'memberId', 'about'], indexes: { byState: { state: 'text', brokenAt: 'integer' } } },
  complaint: {
    parts: ['campaignId', 'memberId', 'n'],
    indexes: { byState: { state: 'text', filedAt: 'integer' }, byMember: { memberId: 'text', filedAt: 'integer' } },
  },
  review: {
    parts: ['memberId'],
    indexes: {
      byWaiting: { waitingSince: 'integer' },
      byRest: { restsSince: 'integer' },
      byChanged: { changedAt: 'integer' },
      byUntil: { untilOn: 'text' },
      byBlocked: { blockedAt: 'integer' },
    },
  },
  joinRequest: { parts: ['memberId'], indexes: { byWaiting: { waitingSince: 'integer' } } },
  season: { parts: ['board', 'period', 'fromOn'], indexes: { byUntil: { untilOn: 'text' } } },
  settlement: {
    parts: ['campaignId', 'untilOn'],
    indexes: { byCampaign: { campaignId: 'text', untilOn: 'text' }, byOpen: { openSince: 'integer' } },
  },
  daily: { parts: ['on'], indexes: { byOn: { on: 'text' } } },
  shift: { parts: ['on'], indexes: {} },
  proof: { parts: ['digest'], indexes: { byUsed: { usedAt: 'integer' } } },
  journal: {
    parts: ['memberId', 'requestId'],
    indexes: {
      byStamp: { stamp: 'integer', memberId: 'text' },
      byMember: { memberId: 'text', sequence: 'integer' },
      byLedger: { ledgerOf: 'text', ledgerSequence: 'integer' },
    },
  },
  agenda: { parts: [], indexes: { byDue: { dueAt: 'integer' } } },
  secret: { parts: ['name'], indexes: {} },
  clock: { parts: ['name'], indexes: {} },
  playground: { parts: ['name'], indexes: {} },
  wechatSession: { parts: ['person'], indexes: {} },
  signIn: { parts: ['community'], indexes: {} },
} as const satisfies Record<string, TableDeclaration>;

/** One kind of board, by the table part of its id. */
export interface BoardDeclaration {
  /**
   * True where a key's points move with its actions (rankings); false where a key is set and then only counted: the rules set each key
   * of such a board once, unless it was taken off in between or its member was erased and came back.
   */
  readonly moves: boolean;
}

/** Every kind of board; a store may keep rankings and counts in different ways. */
export const boards = {
  board: { moves: true },
  day: { moves: false },
  funnel: { moves: false },
  vote: { moves: false },
  queue: { moves: false },
} as const satisfies Record<string, BoardDeclaration>;

/** The name of a table. */
export type TableName = keyof typeof tables;

/** The shape of each table's documents. */
export interface Shapes {
  community: CommunityDocument;
  member: MemberDocument;
  identity: IdentityDocument;
  segment: SegmentDocument;
  profile: ProfileDocument;
  picture: PictureDocument;
  discardedPicture: DiscardedPictureDocument;
  campaign: CampaignDocument;
  campaignVersion: CampaignVersionDocument;
  tally: TallyDocument;
  stock: StockDocument;
  stockPart: StockPartDocument;
  coupon: CouponDocument;
  order: OrderDocument;
  invite: InviteDocument;
  inviteLink: InviteLinkDocument;
  entry: EntryDocument;
  leftTexts: LeftTextsDocument;
  application: ApplicationDocument;
  selection: SelectionDocument;
  reminder: ReminderDocument;
  makeGood: MakeGoodDocument;
  complaint: ComplaintDocument;
  review: ReviewDocument;
  joinRequest: JoinRequestDocument;
  season: SeasonDocument;
  settlement: SettlementDocument;
  daily: DailyDocument;
  shift: ShiftDocument;
  proof: ProofDocument;
  journal: JournalDocument;
  agenda: AgendaDocument;
  secret: SystemDocument;
  clock: SystemDocument;
  playground: SystemDocument;
  wechatSession: SystemDocument;
  signIn: SystemDocument;
}

/** The name of a declared index, such as `coupon.byMember`. */
export type IndexName = { [T in TableName]: `${T}.${Extract<keyof (typeof tables)[T]['indexes'], string>}` }[TableName];

/** The fields of a declared index, in order. */
export function indexFields(index: IndexName): readonly (readonly [field: string, type: IndexField])[] {
  const [table, name] = index.split('.') as [TableName, string];
  const declaration: TableDeclaration = tables[table];
  const fields = declaration.indexes[name];
  if (fields === undefined) throw new RangeError(`no such index: ${index}`);
  return Object.entries(fields);
}

// What the operation rules ask of a campaign: a description that also holds what no type of ours can express, so that each rule can be tested.
import type { Trigger } from '#core/rules/campaign/define-type';
import type { TermSubject } from '#core/rules/campaign/terms';

/** What somebody may be rewarded for, or have to do first: what types declare, and what the platform does not allow. */
export type Deed =
  | Trigger
  | 'share'
  | 'forward'
  | 'share_to_timeline'
  | 'friend_opens'
  | 'subscribe'
  | 'tap_message'
  | 'follow_account'
  | 'add_friend'
  | 'join_group'
  | 'download'
  | 'vote'
  | 'open_elsewhere';

/** The forms in which something may be given. */
export type RewardForm = 'coupon' | 'points' | 'goods' | 'cash' | 'red_packet';

/** A text that people will read, by the path of its field. */
export interface PolicyText {
  readonly path: string;
  readonly text: string;
}

/** How a campaign rewards an invite. */
export interface InviteFacts {
  /** What of it the friend has to do of their own accord before anybody is rewarded: one of these is enough. */
  readonly friendDoes: readonly ('nothing' | 'opens' | 'joins' | 'checks_in' | 'claims' | 'redeems')[];
  /** How many people one team has, the initiator included. */
  readonly teamSize: number;
  /** Days between the friend's action and the reward; 0 is at once. */
  readonly paidAfterDays: number;
  /** How many more invites it takes before a reward can be used. */
  readonly usableAfterInvites: number;
  /** Rewarded invites per person, in the whole campaign and per day; null where nothing limits them. */
  readonly inviterMax: number | null;
  readonly inviterDayMax: number | null;
  /** How many levels of invites are rewarded. */
  readonly depth: number;
  /** The share of a friend's spending that is paid, in percent. */
  readonly commissionPercent: number;
  /** What taking part costs, in fen. */
  readonly entryFeeFen: number;
}

/** A price that is shown. Amounts in fen. */
export interface PriceFacts {
  readonly priceFen: number;
  /** The price that it is compared with; null where it is compared with none. */
  readonly referenceFen: number | null;
  /** What proves the reference price: the lowest price of the last seven days and when it was charged. */
  readonly evidence: string;
  /** What is charged on top, such as postage. */
  readonly feeFen: number;
}

/** Data about a person that a campaign may ask for. */
export type PersonalData = 'phone' | 'identity_number' | 'birthday' | 'location';

/** How the terms are shown. */
export interface TermsDisplay {
  readonly fontPx: number;
  readonly contrast: number;
  /** Taps from the campaign's page to the whole text. */
  readonly taps: number;
}

/** A campaign as the operation rules see it. */
export interface CampaignFacts {
  /** What its reward is given for; null where it gives none. */
  readonly rewardedFor: Deed | null;
  /** What has to be done before its content can be seen or used. */
  readonly lockedUntil: Deed | null;
  readonly rewardForms: readonly RewardForm[];
  readonly amount: 'fixed' | 'range' | 'random';
  /** Chance decides who gets something. */
  readonly isRandom: boolean;
  /** What is set aside; null where nothing bounds it, or where the draft does not say yet. */
  readonly quantity: number | null;
  readonly invite: InviteFacts | null;
  readonly isVote: boolean;
  /** It ranks candidates, stars or fans, rather than members by what they did themselves. */
  readonly ranksCandidates: boolean;
  readonly price: PriceFacts | null;
  /** Things that only exist inside the app and would be sold. */
  readonly sells: readonly ('points' | 'membership')[];
  /** Personal data that it collects without need and declaration. */
  readonly collects: readonly PersonalData[];
  /** It shows people's real names without their consent. */
  readonly showsNames: boolean;
  /** Where a task of it leads outside. */
  readonly leadsTo: readonly ('mini_program' | 'app' | 'official_account')[];
  /** What its terms tell; null while the draft is not complete and there are none. */
  readonly terms: readonly TermSubject[] | null;
  readonly termsDisplay: TermsDisplay;
  /** The fields whose terms an edit makes worse for members. */
  readonly worsened: readonly string[];
  /** The fields whose text has not passed the content check. */
  readonly unchecked: readonly string[];
  /** The licences that the shop has recorded, in its own words. */
  readonly licences: string;
  readonly texts: readonly PolicyText[];
}

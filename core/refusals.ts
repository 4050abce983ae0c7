// The closed lists of "no": refusals come from the rules, denials from the application, faults from the world.
import type { TierCode } from '#core/rules/membership/tier-code';
import type { ContentLabel } from '#core/rules/policy/content';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';
import type { BlockReason, TurnDownReason } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import type { Instant } from '#core/values/instant';
import type { Points } from '#core/values/points';

/** Every expected "no" of the rules, with the data that its sentence needs. */
export interface RefusalData {
  /** `what`: the kind of thing that is not there, or not yours to see. */
  not_found: {
    what:
      | 'community'
      | 'campaign'
      | 'coupon'
      | 'member'
      | 'invite'
      | 'promise'
      | 'season'
      | 'tag'
      | 'complaint'
      | 'entry'
      | 'grant'
      | 'segment'
      | 'review'
      | 'order';
  };
  campaign_paused: Record<never, never>;
  /** `early`, where some come before: from which tier on, the caller's own, and the day and minute of the wall clock from which. */
  campaign_not_started: { startsOn: Day; early?: { tier: TierCode; have: TierCode; on: Day; minutes: number } };
  campaign_ended: { endedOn: Day };
  /** `label` is the owner's own name for the group; `seenAt` is when the caller was last shown to be in it, where that is too long ago. */
  not_in_group: { label: string; seenAt?: Instant };
  tier_too_low: { need: TierCode; have: TierCode };
  /** The names of the tags of which one would do. */
  tag_missing: { tags: string[] };
  streak_too_short: { need: number; have: number };
  newcomers_only: { days: number };
  already_checked_in: { on: Day; streakDays: number; nextOn: Day };
  /** The grace for `on` is over or was never there; `hours` is how long it lasts, 0 where the plan has none. */
  grace_over: { on: Day; hours: number };
  /** `on` is marked, a rest day, not over, or outside of the plan or of the membership. */
  day_not_missing: { on: Day };
  /** A card reaches back to `reachOn`. */
  make_up_too_late: { reachOn: Day; reachDays: number };
  /** `missingCheckIns` own check-ins earn the next card, `nextMonthOn` brings the month's own; null where they do not come that way. */
  no_make_up_card: { held: number; missingCheckIns: number | null; nextMonthOn: Day | null };
  limit_reached: { max: number; held: number };
  /** `nextOn` is the day on which more can be claimed; null when the campaign ends before. */
  day_limit_reached: { max: number; nextOn: Day | null };
  quantity_over_limit: { max: number };
  sold_out: { stock: number };
  not_enough_left: { left: number };
  group_proof_invalid: Record<never, never>;
  group_proof_expired: { seconds: number };
  group_proof_used: Record<never, never>;
  already_joined: { joinedAt: Instant };
  already_waiting: { askedAt: Instant };
  /** What newcomers are asked now; nothing else was answered, or something else was. */
  answers_needed: { questions: string[] };
  /** Turned down less than a day ago: why, and from when on they can ask again. */
  refused_lately: { reason: TurnDownReason; text: string; againAt: Instant };
  /** The draft's problems are in the reply of `campaign.preview`; `paths` names their fields. */
  draft_incomplete: { paths: string[] };
  /** Operation rules that the campaign breaks: what they found is in the reply of `campaign.preview`. */
  policy_blocked: { rules: PolicyRuleId[] };
  /** Warnings of operation rules that the owner has not confirmed. */
  policy_unconfirmed: { rules: PolicyRuleId[] };
  campaign_not_draft: { state: 'live' | 'paused' | 'ended' };
  /** The draft was saved elsewhere since the state that this save rests on; `basis` is its state now. */
  draft_changed: { basis: number };
  campaign_not_live: { state: 'draft' | 'paused' | 'ended' };
  campaign_not_paused: { state: 'draft' | 'live' | 'ended' };
  /** So many campaigns are live or paused already: one has to end first. */
  too_many_open: { max: number };
  /** How long points hold now: they may hold longer and be spent earlier, nothing else. */
  only_better: { validMonths: number | null; pendingDays: number };
  already_reversed: Record<never, never>;
  too_many_segments: { max: number };
  too_many_tags: { max: number };
  /** Campaigns that are live or paused are for members with this tag: their titles. */
  tag_in_use: { titles: string[] };
  /** A published campaign may only improve; `paths` names the fields that would not. */
  would_worsen: { paths: string[] };
  /** One welcome gift is open already, and a person gets one. */
  one_welcome: { campaignId: string };
  owner_stays: Record<never, never>;
  /** Somebody has put this person out already. */
  already_blocked: { at: Instant };
  not_blocked: Record<never, never>;
  /** Whoever runs the desk beside the owner is appointed and dismissed by the owner alone. */
  owner_appoints: Record<never, never>;
  too_many_co_owners: { max: number };
  /** Who stands behind campaigns that are running cannot change. */
  organiser_fixed: { campaigns: number };
  /** Communities here are founded by whoever runs one already: the installation belongs to one shop. */
  founding_closed: Record<never, never>;
  /** A text or a picture that may not be shown: `path` leads to the field, `word` is what it is about, where that is known. */
  content_refused: { path: string; label: ContentLabel; word: string | null };
  /** This installation shows nothing that members write or draw. */
  user_content_off: Record<never, never>;
  picture_unreadable: { sideMin: number; sideMax: number };
  /** What the owner was looking at does not wait any more: it was judged already, or taken back. */
  nothing_waiting: Record<never, never>;
  /** Only an invite that was rewarded can be taken back. */
  invite_not_rewarded: { state: 'opened' | 'joined' | 'refused' | 'reversed' };
  already_answered: { answeredAt: Instant };
  /** Results are shown to those who have answered. */
  not_answered: Record<never, never>;
  /** So many options have to be chosen, of those that there are. */
  choices_off: { min: number; max: number };
  /** So many questions may one member ask, those taken back among them. */
  asked_all: { max: number };
  /** A text of one's own can neither be answered nor reported. */
  own_entry: Record<never, never>;
  /** One answer to a question is accepted, for good. */
  already_accepted: Record<never, never>;
  already_reported: Record<never, never>;
  already_applied: { appliedAt: Instant };
  /** The report of an earlier trial, by its title, was due by the end of `untilOn`. */
  report_owed: { title: string; untilOn: Day };
  not_selected: Record<never, never>;
  /** Only who has used the voucher, until the end of `useUntilOn`, can say how it was. */
  not_redeemed_yet: { useUntilOn: Day };
  report_given: { at: Instant };
  code_unknown: Record<never, never>;
  code_expired: { seconds: number };
  scan_expired: { minutes: number };
  /** A code that was scanned without a network is settled within so many hours. */
  scan_too_old: { hours: number };
  coupon_not_yet: { useFromOn: Day };
  coupon_expired: { useUntilOn: Day };
  /** The coupon takes something off an order, or wants one of some size: the counter has to say what it comes to. */
  order_missing: Record<never, never>;
  below_threshold: { thresholdFen: Fen; missingFen: Fen };
  /** Its holder has had everything about them erased since, or the invite that brought it was taken back. */
  coupon_void: { why: 'left' | 'invite_reversed' };
  /** By whom, when, and what it took off. */
  already_redeemed: { redeemedAt: Instant; clerk: string; offFen: Fen };
  not_redeemed: Record<never, never>;
  undo_too_late: { hours: number };
  /** The price in points, what the member has, and what is missing. */
  points_short: { price: Points; balance: Points; missing: number };
  order_not_open: { state: 'handed_over' | 'cancelled' | 'void' };
  reminder_unavailable: Record<never, never>;
  already_settled: { settledAt: Instant };
  /** What is owed cannot be issued: only words can settle it. */
  words_needed: Record<never, never>;
  complaint_open: { filedAt: Instant };
  too_many_complaints: { max: number };
  /** What holds can be appealed against once. */
  already_appealed: { appealedAt: Instant };
}

/** A refusal's code. */
export type RefusalCode = keyof RefusalData;

/** A refusal as it travels: a code and its data. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  [C in Code]: { readonly code: C; readonly data: Readonly<RefusalData[C]> };
}[Code];

/** All refusal codes, for tests and documents; the compiler holds it equal to RefusalData. */
export const refusalCodes = Object.keys({
  not_found: 0,
  campaign_paused: 0,
  campaign_not_started: 0,
  campaign_ended: 0,
  not_in_group: 0,
  tier_too_low: 0,
  tag_missing: 0,
  streak_too_short: 0,
  newcomers_only: 0,
  already_checked_in: 0,
  grace_over: 0,
  day_not_missing: 0,
  make_up_too_late: 0,
  no_make_up_card: 0,
  limit_reached: 0,
  day_limit_reached: 0,
  quantity_over_limit: 0,
  sold_out: 0,
  not_enough_left: 0,
  group_proof_invalid: 0,
  group_proof_expired: 0,
  group_proof_used: 0,
  already_joined: 0,
  already_waiting: 0,
  answers_needed: 0,
  refused_lately: 0,
  draft_incomplete: 0,
  policy_blocked: 0,
  policy_unconfirmed: 0,
  campaign_not_draft: 0,
  draft_changed: 0,
  campaign_not_live: 0,
  campaign_not_paused: 0,
  too_many_open: 0,
  only_better: 0,
  already_reversed: 0,
  too_many_segments: 0,
  too_many_tags: 0,
  tag_in_use: 0,
  would_worsen: 0,
  one_welcome: 0,
  owner_stays: 0,
  already_blocked: 0,
  not_blocked: 0,
  owner_appoints: 0,
  too_many_co_owners: 0,
  organiser_fixed: 0,
  founding_closed: 0,
  content_refused: 0,
  user_content_off: 0,
  picture_unreadable: 0,
  nothing_waiting: 0,
  invite_not_rewarded: 0,
  already_answered: 0,
  not_answered: 0,
  choices_off: 0,
  asked_all: 0,
  own_entry: 0,
  already_accepted: 0,
  already_reported: 0,
  already_applied: 0,
  report_owed: 0,
  not_selected: 0,
  not_redeemed_yet: 0,
  report_given: 0,
  code_unknown: 0,
  code_expired: 0,
  scan_expired: 0,
  scan_too_old: 0,
  coupon_not_yet: 0,
  coupon_expired: 0,
  order_missing: 0,
  below_threshold: 0,
  coupon_void: 0,
  already_redeemed: 0,
  not_redeemed: 0,
  undo_too_late: 0,
  points_short: 0,
  order_not_open: 0,
  reminder_unavailable: 0,
  already_settled: 0,
  words_needed: 0,
  complaint_open: 0,
  too_many_complaints: 0,
  already_appealed: 0,
} satisfies Record<RefusalCode, 0>) as readonly RefusalCode[];

/** Every denial: the request may not be made by this caller, or cannot be understood. Any action may answer one. */
export interface DenialData {
  unknown_action: { action: string };
  sign_in_required: Record<never, never>;
  session_expired: Record<never, never>;
  /** The action is for members: join first. */
  join_required: Record<never, never>;
  /** The action is for members: the caller waits for the owner's yes. */
  join_waiting: { askedAt: Instant };
  /** The action is for members: the owner has turned the caller down. */
  join_refused: { reason: TurnDownReason; text: string; againAt: Instant };
  /** The owner has put the caller out: why, in a word and in their own words, and how an appeal stands. */
  blocked: { reason: BlockReason; text: string; appeal: 'none' | 'waiting' | 'answered' };
  clerk_only: Record<never, never>;
  /** The action is for those who run the desk: the owner and the co-owners. */
  co_owner_only: Record<never, never>;
  /** The action is the owner's own. */
  owner_only: Record<never, never>;
  /** `path` leads to the field, such as `draft.title`; `problem` is for developers. */
  invalid_input: { path: string; problem: string };
  too_large: { bytesMax: number };
  slow_down: { seconds: number };
  request_id_required: Record<never, never>;
  request_id_reused: Record<never, never>;
}

/** A denial's code. */
export type DenialCode = keyof DenialData;

/** A denial as it travels. */
export type Denial = { [C in DenialCode]: { readonly code: C; readonly data: Readonly<DenialData[C]> } }[DenialCode];

/** What a phone is told when the world, or we, failed: nothing but a reference to the log. */
export interface FailureData {
  try_again: { reference: string };
  internal: { reference: string };
}

/** A failure's code. */
export type FailureCode = keyof FailureData;

/** A failure as it travels. */
export type Failure = { [C in FailureCode]: { readonly code: C; readonly data: Readonly<FailureData[C]> } }[FailureCode];

/** Makes a refusal, typed by its code. */
export function refuse<Code extends RefusalCode>(code: Code, data: RefusalData[Code]): Refusal<Code> {
  return { code, data } as unknown as Refusal<Code>;
}

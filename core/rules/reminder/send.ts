// Sending: what becomes of each reminder that is due, and of a reminder that was handed to the messenger.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { gateRefusal } from '#core/rules/campaign/gate';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done } from '#core/rules/decision';
import { fadingOn } from '#core/rules/membership/fading';
import { plannedEvent } from '#core/rules/reminder/accept';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import { planCheckin, planStanding } from '#core/rules/reminder/plan';
import { isInWindow, isWithinLimits, LATER_MS } from '#core/rules/reminder/timing';
import { creditsOf } from '#core/rules/reminder/wallet';
import type { CampaignDocument, CommunityDocument, CouponDocument, MemberDocument, ReminderDocument, ReminderPlan } from '#core/tables';
import { addDays, type Day, dayOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/**
 * Why a planned reminder is not sent. `gone`: the person or the thing is not there any more; `unavailable`: this installation has no
 * such template; `done`: checked in or redeemed since; `late`: its hours have passed; `over`: nothing can be done about it any more;
 * `no_credit` and `limit` as they say; `stopped` by the member; `not_yet`: what was looked at does not fade so soon.
 */
export type DropReason = 'gone' | 'unavailable' | 'done' | 'late' | 'over' | 'no_credit' | 'limit' | 'stopped' | 'not_yet';

/** What a messenger says of a message; see its port. */
export type SendOutcome = 'sent' | 'no_credit' | 'banned' | 'later' | 'bad_data';

/** What is decided on when reminders of a member are due. */
export interface DueFacts {
  readonly community: CommunityDocument;
  readonly wallet: ReminderDocument;
  readonly member: MemberDocument;
  /** False once the person has been erased: there is nobody to send to. */
  readonly isKnown: boolean;
  readonly hasTemplate: Readonly<Record<ReminderKind, boolean>>;
  /** The coupon or the check-in plan that a reminder is about; null where it is not there. */
  readonly couponOf: (couponId: string) => CouponDocument | null;
  readonly campaignOf: (campaignId: string) => CampaignDocument | null;
  readonly at: Instant;
}

/** A reminder that has been claimed: its credit is taken, and nobody else will send it. Kept in the journal, so without any text. */
export interface Claimed {
  readonly memberId: string;
  readonly kind: ReminderKind;
  readonly abouts: readonly string[];
  readonly on: Day;
  readonly claimedAt: Instant;
}

interface Dropped {
  readonly reason: DropReason;
  /** The evening to which a check-in's reminder moves on; null where it ends. */
  readonly next: ReminderPlan | null;
}

function dropped(reason: DropReason, next: ReminderPlan | null = null): Dropped {
  return { reason, next };
}

function judgeCoupon(plan: ReminderPlan, facts: DueFacts): Dropped | null {
  const coupon = facts.couponOf(plan.about);
  if (coupon === null) return dropped('gone');
  // Whoever has been at the counter since knows the coupon, even if that was taken back.
  if (coupon.redemption !== null || coupon.undone.some(({ undoneAt }) => undoneAt > plan.plannedAt)) return dropped('done');
  const calendar = calendarOf(facts.community);
  if (dayOf(facts.at, calendar) > coupon.terms.useUntilOn) return dropped('over');
  return isInWindow(plan.kind, plan.on, calendar, facts.at) ? null : dropped('late');
}

function judgeCheckin(plan: ReminderPlan, facts: DueFacts): Dropped | null {
  const { community, member, at } = facts;
  const campaign = facts.campaignOf(plan.about);
  if (campaign === null) return dropped('gone');
  const calendar = calendarOf(community);
  const record = member.checkins[plan.about];
  if (record !== undefined && record.lastOn >= plan.on) return dropped('done', planCheckin(campaign, record, calendar, at));
  if (!isInWindow(plan.kind, plan.on, calendar, at)) return dropped('late');
  return gateRefusal({ campaign, community, member, at }, 'checkIn') === null ? null : dropped('over');
}

/** A look at what a member has: where nothing of it fades, and where the hours have passed, it is looked at again on another day. */
function judgeStanding(plan: ReminderPlan, { community, member, at }: DueFacts): Dropped | null {
  const calendar = calendarOf(community);
  const today = dayOf(at, calendar);
  const tomorrow = addDays(today, 1);
  if (member.joinedAt === null) return dropped('gone');
  if (fadingOn(member, today).length === 0) return dropped('not_yet', planStanding(member, tomorrow, calendar, at));
  return isInWindow(plan.kind, today, calendar, at) ? null : dropped('late', planStanding(member, tomorrow, calendar, at));
}

/** Why a due reminder is not sent; null where it is, limits and credits aside. */
function judge(plan: ReminderPlan, facts: DueFacts): Dropped | null {
  if (!facts.isKnown) return dropped('gone');
  if (!facts.hasTemplate[plan.kind]) return dropped('unavailable');
  if (creditsOf(facts.wallet, plan.kind) === 0) return dropped('no_credit');
  return judges[plan.kind](plan, facts);
}

const judges = { coupon_expiring: judgeCoupon, checkin_open: judgeCheckin, standing_fading: judgeStanding } as const;

/** What is due and may go out, by the day on which it does: a look that comes late is about the day on which it is made. */
function sentAs(plan: ReminderPlan, today: Day): ReminderPlan {
  return plan.kind === 'standing_fading' ? { ...plan, on: today } : plan;
}

/** What the limits put off: a standing is looked at again tomorrow, everything else has had its day. */
function putOff(plan: ReminderPlan, { community, member, at }: DueFacts): Dropped {
  if (plan.kind !== 'standing_fading') return dropped('limit');
  const calendar = calendarOf(community);
  return dropped('limit', planStanding(member, addDays(dayOf(at, calendar), 1), calendar, at));
}

/** The claim of a standing says up to which day it has told, so that nothing is told of twice; what is left of the credits looks on from there. */
function standingClaimed(claimed: Claimed, { community, member, wallet, at }: DueFacts): JournalEvent[] {
  const { memberId, kind: reminder, abouts, on } = claimed;
  const untilOn = fadingOn(member, on).reduce((last, fading) => (fading.untilOn > last ? fading.untilOn : last), on);
  const next = creditsOf(wallet, reminder) > 1 ? [planStanding(member, addDays(untilOn, 1), calendarOf(community), at)] : [];
  return [{ kind: 'reminder_claimed', memberId, reminder, abouts, on, untilOn }, ...next.map((plan) => plannedEvent(memberId, plan))];
}

/**
 * Decides on everything of one member that is due: at most one message is claimed, the rest is dropped with its reason or moves on.
 * The claim takes the credit and the day's place in the same step, so a crash after it loses a message and never sends two.
 */
export function decideSend(facts: DueFacts): Decision<Claimed | null> {
  const { wallet, at } = facts;
  const { memberId } = wallet;
  const due = wallet.plans.filter((plan) => plan.dueAt <= at).sort((one, other) => one.dueAt - other.dueAt);
  const events: JournalEvent[] = [];
  const sendable: ReminderPlan[] = [];
  const drop = ({ kind, about }: ReminderPlan, { reason, next }: Dropped) => {
    events.push({ kind: 'reminder_dropped', memberId, reminder: kind, about, reason });
    if (next !== null) events.push(plannedEvent(memberId, next));
  };
  for (const plan of due) {
    const reason = judge(plan, facts);
    if (reason === null) sendable.push(sentAs(plan, dayOf(at, calendarOf(facts.community))));
    else drop(plan, reason);
  }
  const [first, ...rest] = sendable;
  if (first === undefined) return done(null, events);
  const isAllowed = isWithinLimits(wallet.sentOn, first.on);
  const joins = (plan: ReminderPlan) => plan.kind === 'coupon_expiring' && plan.kind === first.kind && plan.on === first.on;
  for (const plan of isAllowed ? rest.filter((other) => !joins(other)) : sendable) drop(plan, putOff(plan, facts));
  if (!isAllowed) return done(null, events);
  const { kind, on } = first;
  // What ends on the same day is told in one message.
  const abouts = [first, ...rest.filter(joins)].map((plan) => plan.about);
  const claimed: Claimed = { memberId, kind, abouts, on, claimedAt: at };
  if (kind === 'standing_fading') return done(claimed, [...events, ...standingClaimed(claimed, facts)]);
  return done(claimed, [...events, { kind: 'reminder_claimed', memberId, reminder: kind, abouts, on }]);
}

/**
 * Decides what a messenger's answer means. Only an answer about the claim that stands counts, and only once.
 * `no_credit` empties the kind; where nothing was sent the credit comes back, and `later` plans the same reminder anew while its hours last.
 */
export function decideSettle(facts: {
  readonly community: CommunityDocument;
  readonly wallet: ReminderDocument;
  readonly claimedAt: Instant;
  readonly outcome: SendOutcome;
  readonly at: Instant;
}): Decision<Record<never, never>> {
  const { wallet, outcome, at } = facts;
  const { memberId, sending } = wallet;
  if (sending === null || sending.claimedAt !== facts.claimedAt) return done({}, []);
  const { kind, abouts, on } = sending;
  const events: JournalEvent[] = [{ kind: 'reminder_settled', memberId, reminder: kind, on, outcome }];
  const dueAt = at + LATER_MS;
  if (outcome === 'later' && isInWindow(kind, on, calendarOf(facts.community), dueAt)) {
    for (const about of abouts) events.push(plannedEvent(memberId, { kind, about, on, dueAt, plannedAt: at }));
  }
  return done({}, events);
}

// A campaign as a member sees it in a list, with their own part in it.
import * as v from 'valibot';
import { milestoneState, planState } from '#core/shapes/checkin';
import { campaignType, coded, count, fen, instant } from '#core/shapes/fields';
import { moderationReason } from '#core/shapes/moderation';
import { trialOutcome } from '#core/shapes/trial';

/** A member's own part in a campaign around content. */
const ownEntry = v.variant('kind', [
  v.object({ kind: v.literal('quiz'), answeredAt: instant, chosen: v.array(count), right: count, points: count }),
  v.object({ kind: v.literal('poll'), answeredAt: instant, chosen: v.array(count) }),
  v.object({ kind: v.literal('notice'), readAt: instant }),
  v.object({
    kind: v.literal('topic'),
    state: v.picklist(['shown', 'waiting', 'refused', 'none']),
    refusal: v.nullable(moderationReason),
    at: instant,
  }),
  v.object({ kind: v.literal('question'), asked: count }),
  v.object({
    kind: v.literal('trial'),
    applied: v.boolean(),
    answer: v.picklist(['shown', 'waiting', 'refused', 'none']),
    outcome: trialOutcome,
    /** What the criterion counted of this member, and of the last who was chosen; null before. */
    have: v.nullable(count),
    least: v.nullable(count),
    /** Of who was chosen. */
    useUntilOn: v.nullable(v.string()),
    reportUntilOn: v.nullable(v.string()),
    used: v.boolean(),
    report: v.nullable(v.object({ stars: count, late: v.boolean(), state: v.picklist(['shown', 'waiting', 'refused', 'none']) })),
  }),
]);

/** A campaign as a member sees it on the home page or the wall. */
export const campaignCard = v.object({
  campaignId: v.string(),
  type: campaignType,
  state: v.picklist(['draft', 'live', 'paused', 'ended']),
  version: count,
  title: v.string(),
  summary: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  groupId: v.nullable(v.string()),
  groupLabel: v.nullable(v.string()),
  parameters: v.record(v.string(), v.unknown()),
  /** Coupons left of the reserved stock; null where there is no stock. */
  left: v.nullable(count),
  /** Live social proof: people who checked in today, or who claimed, or friends who were rewarded. */
  people: count,
  /** Why this person cannot take part now; null when they can. */
  locked: v.nullable(coded),
  /** This person's part so far: check-in state, claims, or rewarded invites. */
  mine: v.object({
    checkedInToday: v.boolean(),
    streakDays: count,
    totalDays: count,
    next: v.nullable(milestoneState),
    /** Of a check-in plan only. */
    plan: v.nullable(planState),
    claimed: count,
    claimedMax: count,
    /** The price of one for this person, in fen, of a group price. */
    priceFen: v.nullable(fen),
    invited: count,
    invitedMax: count,
    entry: v.nullable(ownEntry),
    /** A newcomer's way to the welcome gift; null for other types, and for whoever has acted already without one. */
    welcome: v.nullable(v.array(v.object({ step: v.picklist(['joined', 'arrived', 'acted', 'given']), done: v.boolean() }))),
  }),
});

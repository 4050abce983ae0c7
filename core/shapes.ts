// Schemas of what actions carry. The server parses inputs with them; tests hold replies to them; the phone has only their types.
import * as v from 'valibot';
import { storyDeeds } from '#core/rules/audit/member-story';
import { audienceLimits } from '#core/rules/campaign/audience';
import { LOW_AT_PERCENT_MAX, stockUnits } from '#core/rules/campaign/low-stock';
import { campaignTypeCodes } from '#core/rules/campaign/types/index';
import { criteria } from '#core/rules/campaign/types/trial';
import { ENTRY_TEXT_MAX, isQuestion } from '#core/rules/content/texts';
import { fraudReasons } from '#core/rules/invite/fraud';
import { PICTURE_BASE64_MAX } from '#core/rules/membership/read-picture';
import { amountConditions, CONDITIONS_MAX } from '#core/rules/membership/segment';
import { MEMBER_TAGS_MAX } from '#core/rules/membership/tags';
import { tierCodes } from '#core/rules/membership/tier-code';
import { moderationReasons } from '#core/rules/moderation/reasons';
import { policyLimits } from '#core/rules/points/lots';
import { policyRuleIds as ruleIds } from '#core/rules/policy/rule-ids';
import { archiveRecords } from '#core/rules/promise/archive';
import { complaintReasons } from '#core/rules/promise/complain';
import { reminderKinds } from '#core/rules/reminder/kinds';
import { restrictionDays } from '#core/rules/risk/review';
import { signCodes } from '#core/rules/risk/signs';
import { ANSWER_TEXT_MAX, REPORT_TEXT_MAX, REPORT_TEXT_MIN } from '#core/rules/trial/trial';
import { isDay, isZone } from '#core/values/day';
import { FEN_MAX } from '#core/values/fen';
import { isIdPart } from '#core/values/ids';

// Text from people: trimmed by the phone, bounded here, without controls or what turns the writing round, and with something to see.
const text = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[^\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u, 'control characters'),
    v.check((value) => value === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), 'nothing to see'),
    v.check((value) => value.trim() === value, 'blank at an end'),
    v.minLength(min),
    v.maxLength(max),
  );
const idPart = v.pipe(v.string(), v.check(isIdPart, 'not an id'));
const day = v.pipe(
  v.string(),
  v.check((value: string) => isDay(value), 'not a day'),
);
const instant = v.pipe(v.number(), v.integer());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
// The first, the second and so on of its kind: part of an id.
const nth = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FEN_MAX));
// An order of nothing is said where a coupon needs none; the rules know which.
const orderFen = fen;
/** How many pieces one claim may ask for; each campaign has its own limit. */
export const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));
const cursor = v.pipe(v.string(), v.maxLength(600));
const role = v.picklist(['visitor', 'member', 'clerk', 'owner']);
const campaignType = v.picklist(campaignTypeCodes);
export const tier = v.picklist(tierCodes);

/** `{ communityId }`: every action inside a community names it. */
export const inCommunity = v.strictObject({ communityId: idPart });
export const inCampaign = v.strictObject({ communityId: idPart, campaignId: idPart });
/** A proof of being in a group, opaque to the phone: issued by WeChat, or by the playground's chat. */
export const groupProof = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));

const ownerTexts = { name: text(2, 20), theme: text(2, 20), promise: text(4, 60), organiser: text(2, 40), contact: text(5, 40) };

/** `licences`: those under which the shop sells what needs one; left out, it has none to record. */
export const communityTexts = v.strictObject({ communityId: idPart, ...ownerTexts, licences: v.optional(text(1, 60)) });

export const communityInput = v.strictObject({
  ...ownerTexts,
  zone: v.pipe(v.string(), v.maxLength(40), v.check(isZone, 'not a time zone')),
  dayStartsMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(719)),
  /** Binds the group that the owner came from; `label` is the owner's own name for it. */
  group: v.optional(v.strictObject({ proof: groupProof, label: text(1, 20) })),
});

export const enterInput = v.strictObject({
  communityId: idPart,
  proof: v.optional(groupProof),
  campaignId: v.optional(idPart),
  inviteToken: v.optional(idPart),
});

const name = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,39}$/, 'not a name'));
/** One row of a parameter that is a small table: whole numbers, and texts of people. */
const row = v.pipe(
  v.record(name, v.union([whole, text(0, 200)])),
  v.check((cells) => Object.keys(cells).length <= 8, 'too many columns'),
);
const hours = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const daysAtLeast = (max: number) => v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max)));
/** Whom a campaign is for, apart from its group; `tags` are ids. */
export const audience = v.strictObject({
  tierMin: v.nullable(tier),
  tags: v.pipe(v.array(idPart), v.maxLength(audienceLimits.tags), v.readonly()),
  streakDaysMin: daysAtLeast(audienceLimits.streakDays),
  newcomerDaysMax: daysAtLeast(audienceLimits.newcomerDays),
  earlyTier: v.nullable(tier),
  earlyHours: hours(audienceLimits.earlyHours),
});

/** A tag of the owner's. */
export const tag = v.object({ tagId: v.string(), name: v.string() });
/** A person as others see them: `name` is null until they opt in, then `tag` (four characters) tells people apart. */
/** `avatar` is what an image takes as its source; null is the mask. */
export const person = v.object({ memberId: v.string(), name: v.nullable(v.string()), tag: v.string(), avatar: v.nullable(v.string()) });

const condition = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['tier_at_least', 'tier_below']), tier }),
  v.strictObject({ kind: v.picklist(['has_tag', 'lacks_tag']), tagId: idPart }),
  v.strictObject({ kind: v.picklist(amountConditions), amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)) }),
]);
/** The conditions of a segment, of which all must hold. */
export const conditions = v.pipe(v.array(condition), v.minLength(1), v.maxLength(CONDITIONS_MAX));
export const segment = v.object({ segmentId: v.string(), name: v.string(), conditions: v.array(condition) });
/** Who is in a segment among the members that one look went through; `total` counts all members. */
export const segmentPage = v.object({
  members: v.array(v.object({ person, tier, points: whole, lastEnteredOn: v.nullable(v.string()) })),
  lookedAt: count,
  total: count,
  cursor: v.nullable(v.string()),
});
/** The ids of the tags that a member bears. */
export const memberTags = v.pipe(v.array(idPart), v.maxLength(MEMBER_TAGS_MAX));

export const draftInput = v.strictObject({
  type: campaignType,
  title: text(2, 24),
  summary: text(0, 60),
  startsOn: day,
  endsOn: day,
  groupId: v.nullable(idPart),
  audience: v.optional(audience),
  parameters: v.pipe(
    v.record(name, v.union([whole, text(0, 200), v.pipe(v.array(row), v.maxLength(100))])),
    v.check((parameters) => Object.keys(parameters).length <= 40, 'too many parameters'),
  ),
});

/** A draft to begin with: its title is still empty, which no saved draft's may be. */
export const draftStart = v.strictObject({ ...draftInput.entries, title: v.string() });

export const community = v.object({
  communityId: idPart,
  name: v.string(),
  theme: v.string(),
  promise: v.string(),
  organiser: v.string(),
  contact: v.string(),
  licences: v.optional(v.string()),
  zone: v.string(),
  dayStartsMinutes: count,
  members: count,
});

/** The group that a person was last seen in, among those the community has bound. */
export const groupStanding = v.object({ groupId: v.string(), label: v.string(), verifiedAt: instant, fresh: v.boolean() });

export const moderationReason = v.picklist(moderationReasons);

export const me = v.object({
  memberId: v.string(),
  name: v.nullable(v.string()),
  tag: v.string(),
  avatar: v.nullable(v.string()),
  /** What the person has asked to show and others do not see yet; `open` is false where nobody may show anything. */
  profile: v.object({
    open: v.boolean(),
    waitingName: v.nullable(v.string()),
    waitingPicture: v.nullable(v.string()),
    refusedName: v.nullable(moderationReason),
    refusedPicture: v.nullable(moderationReason),
  }),
  role,
  joinedAt: v.nullable(instant),
  points: whole,
  hidden: v.boolean(),
  /** Whether `risk.mine` has something to say. */
  watched: v.boolean(),
  groups: v.array(groupStanding),
});

export const coded = v.object({ code: v.string(), data: v.record(v.string(), v.unknown()) });

/** A condition of taking part: its numbers, and what the person would be told; null while it is met. */
export const shownCondition = v.object({ code: v.string(), data: v.record(v.string(), v.unknown()), refusal: v.nullable(coded) });

/** What a milestone counts: days in a row, or days in all. */
const ladder = v.picklist(['streak', 'total']);
export const milestoneState = v.object({ ladder, days: whole, points: whole, paid: v.boolean(), missingDays: count });

/** What a plan shows for a day's own check-in. */
const contentUnit = v.object({ day: count, title: v.string(), text: v.string() });

/** Where somebody stands in a check-in plan today. */
export const planState = v.object({
  /** The weekdays that need none, Monday 0 to Sunday 6; absent where every day needs one. */
  restDays: v.optional(v.array(count)),
  /** Today needs no check-in, and has none. */
  restToday: v.boolean(),
  /** The day before, which a check-in can still count for until `untilAt`; null where that is over or not needed. */
  grace: v.nullable(v.object({ on: v.string(), untilAt: instant })),
  /** The make-up cards; null where the plan has none. */
  makeUp: v.nullable(
    v.object({
      /** Cards of this month, and cards that were earned. */
      monthly: count,
      earned: count,
      heldMax: count,
      reachDays: count,
      /** Own check-ins to the next earned card; null where none comes. */
      checkInsToCard: v.nullable(count),
      /** The missed days within reach, the latest first. */
      days: v.array(v.string()),
    }),
  ),
  milestones: v.array(milestoneState),
  /** What today's check-in opened. */
  unit: v.nullable(contentUnit),
  /** Today has something to open, and is not checked in yet. */
  unitWaits: v.boolean(),
  graduation: v.nullable(v.object({ days: count, points: whole, done: count, graduatedOn: v.nullable(v.string()) })),
});

/** What others see of a text that a member wrote. */
export const entryState = v.picklist(['shown', 'waiting', 'refused']);

/** What has come of an application for a trial. */
export const trialOutcome = v.picklist(['waiting', 'selected', 'not_selected']);

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

/** What the caller loses soon if they do nothing, what ends first first: a tier, points, each with its last day. */
export const fading = v.array(
  v.variant('what', [
    v.object({ what: v.literal('tier'), tier, untilOn: v.string() }),
    v.object({ what: v.literal('points'), points: count, untilOn: v.string() }),
  ]),
);

export const home = v.object({ community, me, fading, today: v.string(), now: instant, campaigns: v.array(campaignCard) });

/** What a coupon is worth, see core/rules/coupon/benefit.ts. */
export const benefit = v.variant('kind', [
  v.object({ kind: v.literal('amount_off'), amountOffFen: fen }),
  v.object({ kind: v.literal('percent_off'), percentOff: count, capFen: fen }),
  v.object({ kind: v.picklist(['gift', 'service']), item: v.string() }),
  v.object({ kind: v.literal('group_price'), item: v.string(), priceFen: fen, referenceFen: fen, quantity: count }),
]);

export const termLine = v.object({ code: v.string(), data: v.record(v.string(), v.unknown()) });

/** One field that an improvement has changed: how it was and how it is, with the kind that says how to write it. */
export const campaignChange = v.object({ path: v.string(), kind: v.string(), before: v.unknown(), after: v.unknown() });

/** One version of a campaign's rules. */
export const campaignVersion = v.object({
  type: campaignType,
  version: count,
  at: instant,
  title: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  changes: v.array(campaignChange),
});

export const warnPercent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LOW_AT_PERCENT_MAX));

/** A campaign's own page: what it is and the complete terms, before anything else. */
export const campaignPage = v.object({
  community,
  me,
  today: v.string(),
  now: instant,
  card: campaignCard,
  terms: v.array(termLine) /** How its rules differ from those of the version before; null of the first. */,
  improvement: v.nullable(campaignVersion),
});

/** A campaign as everybody may see it: nothing of any person, and nothing that changes with who looks. */
export const glance = v.object({
  community: v.object({ name: v.string(), promise: v.string(), organiser: v.string() }),
  type: campaignType,
  title: v.string(),
  summary: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  isOver: v.boolean(),
  terms: v.array(termLine),
});

/** What an own action brought besides because it was somebody's first. */
const firstGains = v.object({
  /** The coupon that an invite paid. */
  inviteCoupon: v.nullable(v.object({ benefit, thresholdFen: fen })),
  /** The welcome gift: points, or a coupon. */
  welcome: v.nullable(v.object({ points: count, coupon: v.nullable(v.object({ benefit, thresholdFen: fen })) })),
});

export const checkinResult = v.object({
  on: v.string(),
  streakDays: count,
  totalDays: count,
  pointsEarned: count,
  /** Milestones that this check-in paid. */
  milestones: v.array(v.object({ ladder, days: whole, points: whole })),
  /** True when the plan's budget could not pay everything any more; the check-in itself counts. */
  budgetGone: v.boolean(),
  points: whole,
  next: v.nullable(milestoneState),
  /** Whether this check-in earned a make-up card. */
  cardEarned: v.boolean(),
  /** Said once, with the check-in that completes the plan: its own check-ins, and the points that came with it. */
  graduated: v.nullable(v.object({ days: count, points: count })),
  /** The points of a welcome gift are not in `pointsEarned`. */
  ...firstGains.entries,
});

/** What making up a day answers; `cardsLeft` counts those of both kinds. */
export const madeUp = v.object({ on: v.string(), streakDays: count, source: v.picklist(['monthly', 'earned']), cardsLeft: count });

export const calendar = v.object({
  campaignId: v.string(),
  title: v.string(),
  month: v.string(),
  today: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  /**
   * before: not yet a member, or before the plan; made_up: with a card; rest: none needed; missed: a plan day without either;
   * open: today, still to do.
   */
  days: v.array(
    v.object({ on: v.string(), state: v.picklist(['before', 'checked', 'made_up', 'rest', 'missed', 'open', 'future', 'after']) }),
  ),
  streakDays: count,
  bestStreakDays: count,
  totalDays: count,
  madeUpDays: count,
  /** The stretch in which milestones count now; null where it is the whole plan. */
  cycle: v.nullable(v.object({ startsOn: v.string(), endsOn: v.string() })),
  plan: planState,
  /** What own check-ins have opened so far, the latest first. */
  units: v.array(v.object({ ...contentUnit.entries, on: v.string() })),
  milestones: v.array(milestoneState),
});

/** Names one grant of points, by the journal document that gave it. */
export const grantKey = v.strictObject({ actorId: idPart, requestId: idPart, index: count });

/** How long points hold: months after the one in which they become active (null for ever), days until they can be spent. */
export const pointsPolicy = v.strictObject({
  validMonths: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(policyLimits.validMonthsMin), v.maxValue(policyLimits.validMonthsMax)),
  ),
  pendingDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(policyLimits.pendingDaysMax)),
});

/** A policy as it stands; `free` while there is no campaign: from the first one on it may only become better. */
export const pointsPolicyState = v.object({ ...pointsPolicy.entries, free: v.boolean() });

/** A tier with how far somebody has come with its criteria. */
const tierProgress = v.object({
  tier,
  criteria: v.array(
    v.object({
      code: v.picklist(['active_days', 'taking_part', 'influence']),
      need: count,
      withinDays: count,
      have: count,
      met: v.boolean(),
    }),
  ),
});

export const standing = v.object({
  tier,
  sinceOn: v.nullable(v.string()),
  /** The last day on which the tier is kept if nothing more is done. */
  keptUntilOn: v.nullable(v.string()),
  /** The criteria of the present tier are not met any more: the grace runs. */
  isFading: v.boolean(),
  why: tierProgress,
  next: v.nullable(tierProgress),
  /** Apart from anything that is spent. */
  influence: v.object({ helped: count, invited: count, total: count }),
  points: v.object({
    balance: whole,
    active: count,
    pending: count,
    expiring: v.nullable(v.object({ points: count, on: v.string() })),
    lots: v.array(v.object({ points: count, activeOn: v.string(), expiresOn: v.nullable(v.string()) })),
  }),
});

/** Why points moved, see core/rules/points/moved.ts. */
const movedReason = v.picklist([
  'check_in',
  'milestone',
  'graduation',
  'quiz',
  'make_good',
  'welcome',
  'season_prize',
  'exchange',
  'exchange_returned',
  'expired',
  'reversed',
]);

export const statement = v.object({
  balance: whole,
  lines: v.array(
    v.object({
      at: instant,
      on: v.string(),
      points: whole,
      balance: whole,
      reason: movedReason,
      /** Empty where no campaign moved them. */
      campaignId: v.string(),
      title: v.string(),
      /** Of a line that gave points: its name, for taking it back. */
      grant: v.nullable(grantKey),
      /** Whether that has been taken back already. */
      reversed: v.boolean(),
      /** Why a grant was taken back, and how much of it had been spent already. */
      note: v.nullable(v.object({ reason: v.string(), shortPoints: count })),
    }),
  ),
  cursor: v.nullable(v.string()),
});

/** A member's statement as the owner reads it: whose it is, and what the points come to today. */
export const memberStatement = v.object({ ...statement.entries, person, active: count, pending: count });

const couponReason = v.picklist(['claim', 'invited', 'invited_a_friend', 'make_good', 'welcome', 'exchange', 'season_prize', 'trial']);

export const ticket = v.object({
  couponId: v.string(),
  campaignId: v.string(),
  title: v.string(),
  benefit,
  thresholdFen: fen,
  useFromOn: v.string(),
  useUntilOn: v.string(),
  groupLabel: v.nullable(v.string()),
  version: count,
  organiser: v.string(),
  claimedAt: instant,
  reason: couponReason,
  state: v.picklist(['not_yet', 'usable', 'redeemed', 'expired', 'void']),
  redeemedAt: v.nullable(instant),
  /** Whole business days that are left, today included; 0 when over. */
  daysLeft: count,
});

/** What a claim answers: `left` is what remains for everybody. */
export const claimed = v.object({ ticket, left: count, ...firstGains.entries });

/** Goods that points were given for: `number` is what the member says at the counter. */
export const order = v.object({
  campaignId: v.string(),
  memberId: v.string(),
  n: count,
  number: v.string(),
  item: v.string(),
  points: count,
  state: v.picklist(['ordered', 'handed_over', 'cancelled', 'void']),
  orderedAt: instant,
  settledAt: v.nullable(instant),
  /** Since when the counter has said that it cannot be handed over; null of every other. */
  brokenAt: v.nullable(instant),
  /** Why the owner cancelled it. */
  reason: v.nullable(v.string()),
});

export const orderRow = v.object({ ...order.entries, holder: person });

export const orderKey = { campaignId: idPart, memberId: idPart, n: nth };

export const rotatingCode = v.object({ digits: v.string(), token: v.string(), issuedAt: instant, expiresAt: instant });

export const scan = v.object({
  /** Stands for this scan for five minutes: the clerk can type the amount after the rotating code has moved on. */
  scanToken: v.string(),
  ticket,
  holder: person,
});

export const sum = v.object({ orderFen: fen, offFen: fen, payFen: fen });

/** Sums of a day, in fen: they may come to more than one order may. */
const shiftCount = { count, orderFen: count, offFen: count, payFen: count, undone: count };

/** A clerk's day: what stands, what was taken back since, and the same by campaign, the most redeemed first. */
export const clerkShift = v.object({
  clerk: person,
  ...shiftCount,
  campaigns: v.array(v.object({ campaignId: v.string(), title: v.string(), ...shiftCount })),
});

export const redemptionLine = v.object({
  couponId: v.string(),
  title: v.string(),
  holder: person,
  clerk: person,
  redeemedAt: instant,
  /** When it was scanned, where the counter had no network then; null of every other. */
  scannedAt: v.nullable(instant),
  orderFen: fen,
  offFen: fen,
  payFen: fen,
  /** Until when the owner can still undo it. */
  undoUntilAt: instant,
});

export const fraudReason = v.picklist(fraudReasons);

const invite = {
  friend: person,
  campaignId: v.string(),
  state: v.picklist(['opened', 'joined', 'rewarded', 'refused', 'reversed']),
  reason: v.nullable(v.string()),
  openedAt: instant,
  joinedAt: v.nullable(instant),
  settledAt: v.nullable(instant),
  /** How many coupons it brought to the person who asks: to the inviter, or for the owner to both. */
  coupons: count,
  /** Why its reward was taken back, and what showed it. */
  reversal: v.nullable(v.object({ at: instant, reason: fraudReason, evidence: v.string() })),
};

export const inviteState = v.object(invite);

/** An invite as the owner looks into it. */
export const reviewedInvite = v.object({ ...invite, inviter: person });

export const boardRow = v.object({ person, rank: count, points: count, at: instant, mine: v.boolean() });

/** A row of a board that is still counted. `moved`: places up since the day began (down below nothing), new on it, or not known for certain. */
const livingRow = v.object({ ...boardRow.entries, moved: v.nullable(v.union([v.pipe(v.number(), v.integer()), v.literal('new')])) });

export const boardKind = v.picklist(['checkin', 'invite']);
/** `league`: the caller's own group of the week, on the board of check-ins. */
export const boardPeriod = v.picklist(['league', 'week', 'month', 'all']);

export const board = v.object({
  kind: boardKind,
  period: boardPeriod,
  /** True of last week's league, which is shown to whoever has not checked in this week. */
  isOver: v.boolean(),
  /** The first and last business day that count; null for all time. */
  fromOn: v.nullable(v.string()),
  untilOn: v.nullable(v.string()),
  total: count,
  hidden: v.boolean(),
  /** Others do not see the caller here while a review lasts; `mine` is where they would stand. */
  keptOff: v.boolean(),
  mine: v.nullable(livingRow),
  top: v.array(livingRow),
  around: v.array(livingRow),
  at: instant,
});

const signCode = v.picklist(signCodes);
const reviewState = v.picklist(['noticed', 'cleared', 'lapsed', 'restricted', 'lifted', 'ended']);

/** A review as the member whom it is about sees it. `untilOn`: the last day on which something is held back. */
export const review = v.object({
  state: reviewState,
  noticedAt: instant,
  findings: v.array(v.object({ sign: signCode, have: count, of: v.nullable(count), usual: v.nullable(count) })),
  people: count,
  untilOn: v.nullable(v.string()),
  restriction: v.nullable(v.object({ boards: v.boolean(), invites: v.boolean(), untilOn: v.string(), text: v.string(), at: instant })),
  /** `text` is empty where nothing was written, or the member has left. */
  appeal: v.nullable(
    v.object({
      at: instant,
      text: v.string(),
      answer: v.nullable(v.object({ text: v.string(), at: instant, lifted: v.boolean() })),
    }),
  ),
});

export const reviewLine = v.object({
  person,
  state: reviewState,
  noticedAt: instant,
  weight: count,
  signs: v.array(signCode),
  people: count,
  untilOn: v.nullable(v.string()),
  waitingSince: v.nullable(instant),
  appealed: v.boolean(),
});

/** A review with the accounts that it rests on, the first to join first; `throughTag` null of those whom the member brought themselves. */
export const reviewWhole = v.object({
  person,
  review,
  cost: v.object({ coupons: count, used: count, offFen: count, openFen: count }),
  accounts: v.array(
    v.object({
      person,
      throughTag: v.nullable(v.string()),
      joinedAt: instant,
      actedAt: instant,
      lastOn: v.nullable(v.string()),
      usedAtOnce: v.boolean(),
    }),
  ),
});

/** What an owner holds back, for how many days, and why. */
export const restrictionInput = v.pipe(
  v.strictObject({ boards: v.boolean(), invites: v.boolean(), days: v.picklist(restrictionDays), text: text(4, 80) }),
  v.check(({ boards, invites }) => boards || invites, 'holds nothing back'),
);

/** A board as it stood at the end of its last week or month. */
export const lastBoard = v.object({
  fromOn: v.string(),
  untilOn: v.string(),
  total: count,
  /** The first ten places; whoever has hidden or left since is not named. */
  top: v.array(boardRow),
  mine: v.nullable(boardRow),
});

/** Why somebody on the board is passed over when prizes are settled. */
export const skipReason = v.picklist([
  'left',
  'staff',
  'not_in_group',
  'tier_too_low',
  'tag_missing',
  'streak_too_short',
  'newcomers_only',
]);

/** What a place of the board brings: points, or a coupon. */
const prizeWorth = { points: count, coupon: v.nullable(v.object({ benefit, thresholdFen: fen })) };

/** A season whose prizes are settled: the winners; whoever was passed over is there, with the reason, for the owner and for themselves. */
export const settlement = v.object({
  fromOn: v.string(),
  untilOn: v.string(),
  settledAt: instant,
  /** Whether the campaign was ended while the season ran: what was won is then owed. */
  endedEarly: v.boolean(),
  /** How many members were on the board. */
  total: count,
  rows: v.array(
    v.object({
      person,
      rank: count,
      days: count,
      /** Null for whoever was passed over. */
      place: v.nullable(count),
      ...prizeWorth,
      /** Of a season that was cut short: `owed` until its owner has made it good, by giving it (`paid`) or in words (`settled`). */
      state: v.picklist(['waiting', 'paid', 'owed', 'settled', 'skipped']),
      reason: v.nullable(skipReason),
      mine: v.boolean(),
    }),
  ),
});

/** The finished days, the oldest first; how many promises wait to be made good, and how many people's names or pictures for a look. */
export const ownerDays = v.object({
  days: v.array(
    v.object({ on: v.string(), members: count, entered: count, joined: count, checkedIn: count, claimed: count, redeemed: count }),
  ),
  promises: count,
  /** Complaints that nobody has answered. */
  complaints: count,
  /** As many as are counted: there may be more than that. */
  waiting: count,
});

/** How many people, as many as one look counts: `more` says that it could not count all. */
const someone = v.object({ people: count, more: v.boolean() });
/** Members with a tier who have not come for long, and newcomers who have done nothing yet. */
export const ownerNeeds = v.object({
  /** Reviews that wait for a decision or an answer. */
  reviews: count,
  asleep: someone,
  unwelcomed: someone,
});

/** What came of the campaigns, of one page of people; see core/rules/analytics/results.ts for what each number counts. */
export const resultsPage = v.object({
  people: count,
  campaigns: v.array(
    v.object({
      campaignId: v.string(),
      seen: count,
      opened: count,
      claimed: count,
      redeemed: count,
      claimedAgain: count,
      redeemedAgain: count,
    }),
  ),
  cohorts: v.array(v.object({ weekOn: v.string(), people: count, active: v.array(count) })),
  /** The label is null of a group that is not bound any more. */
  groups: v.array(v.object({ groupId: v.string(), label: v.nullable(v.string()), people: count, active: count, redeemed: count })),
  sharers: v.array(v.object({ memberId: v.string(), person, came: count, joined: count, active: count, used: count })),
  lookedAt: count,
  cursor: v.nullable(v.string()),
});

/** Names one promise: to whom it was made, and of what. */
export const promiseKey = { campaignId: idPart, memberId: idPart, about: idPart };

/** `useDays`: for how many days the coupon can be used, the first and the last included. */
const owedCoupon = { benefit, thresholdFen: fen, useDays: count };

/** A promise that broke and waits: to whom it was made (`friend` beside the inviter of an invite), and what it owes. */
export const brokenPromise = v.object({
  campaignId: v.string(),
  memberId: v.string(),
  about: v.string(),
  kind: v.picklist(['invite', 'milestone', 'coupon', 'prize', 'exchange']),
  title: v.string(),
  member: person,
  friend: v.nullable(person),
  owed: v.variant('kind', [
    v.object({ kind: v.literal('coupon'), ...owedCoupon }),
    v.object({ kind: v.literal('invite'), friend: v.array(v.object(owedCoupon)), inviter: v.array(v.object(owedCoupon)) }),
    v.object({ kind: v.literal('points'), points: count }),
    v.object({ kind: v.literal('goods'), number: v.string(), item: v.string(), points: count, words: v.string() }),
    v.object({ kind: v.literal('words'), words: v.string() }),
  ]),
  reason: v.picklist(['ended_early', 'sold_out', 'paused', 'cancelled', 'not_honoured']),
  brokenAt: instant,
});

/** What members hold of a campaign or wait for, by what it is. */
export const holderPart = v.picklist(['coupons', 'orders', 'invites', 'members', 'prizes']);

/**
 * Somebody who would notice if a campaign ended now. A coupon: until when it can be used. An order: what waits to be handed over. An invite:
 * the friend who has joined. A member of a plan: how far they are, and the milestone within reach that an early end would owe. A prize: the
 * place on the board as it stands, and what it would bring.
 */
export const holder = v.object({
  person,
  untilOn: v.nullable(v.string()),
  order: v.nullable(v.object({ item: v.string(), number: v.string() })),
  friend: v.nullable(person),
  streakDays: v.nullable(count),
  owed: v.nullable(v.object({ days: whole, points: whole })),
  prize: v.nullable(v.object({ place: count, ...prizeWorth })),
});

export const complaintReason = v.picklist(complaintReasons);

/** A complaint as its member and the owner see it; `text` is empty where nothing was written, or the member has left. */
export const complaint = v.object({
  campaignId: v.string(),
  memberId: v.string(),
  n: count,
  person,
  couponId: v.nullable(v.string()),
  reason: complaintReason,
  text: v.string(),
  state: v.picklist(['open', 'answered', 'settled']),
  filedAt: instant,
  answer: v.nullable(v.object({ text: v.string(), at: instant })),
});

/** How an owner has kept what was promised; `percent` null before anything was. */
export const trust = v.object({
  organiser: v.string(),
  contact: v.string(),
  kept: count,
  open: count,
  broken: count,
  madeGood: count,
  percent: v.nullable(count),
  complaints: v.object({ open: count, all: count }),
  campaigns: v.object({ running: count, finished: count, endedEarly: count }),
});

/** One line of the archive: what kind of record, when, of which campaign, by and for which pseudonym, and what it says. */
export const archiveLine = v.object({
  record: v.picklist(archiveRecords),
  at: instant,
  on: v.string(),
  campaignId: v.nullable(v.string()),
  version: v.nullable(count),
  actorId: v.string(),
  memberId: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  data: v.record(v.string(), v.unknown()),
});

export const funnelCounts = v.object({ seen: count, opened: count, claimed: count, redeemed: count });

const policyRuleId = v.picklist(ruleIds);
/** Rules of which an owner confirms the warnings. */
export const policyRuleIds = v.pipe(v.array(policyRuleId), v.maxLength(ruleIds.length));

/** What an operation rule has found in a campaign; `about` is the word, or the code of what is missing. */
export const finding = v.object({
  rule: policyRuleId,
  severity: v.picklist(['block', 'warn', 'info']),
  path: v.string(),
  about: v.nullable(v.string()),
});

/** The tenth, the fiftieth and the ninetieth percent of what a forecast's runs gave. */
export const band = v.pipe(
  v.strictObject({ low: count, median: count, high: count }),
  v.check(({ low, median, high }) => low <= median && median <= high, 'not in order'),
);

/** What an owner has in mind at publish: a target, and the forecast as they saw it. */
export const outlook = v.strictObject({
  target: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(1_000_000))),
  forecast: v.nullable(
    v.strictObject({
      seed: count,
      runs: v.pipe(count, v.minValue(1), v.maxValue(10_000)),
      redemptions: band,
      taken: band,
      fen: band,
      points: band,
      gonePercent: v.pipe(count, v.maxValue(100)),
      ownPercent: v.pipe(count, v.maxValue(100)),
    }),
  ),
});

const share = v.object({ mean: v.number(), spread: v.number() });

/** What a forecast of a draft is made of, for the phone to run: how this community behaves, and what is still to come of the first day. */
export const forecastBasis = v.object({
  behaviour: v.object({
    members: count,
    reachedPercent: count,
    staysDays: v.nullable(count),
    joinsPerDay: share,
    checksIn: share,
    checksInAlikeness: v.number(),
    startsAtOnce: share,
    takes: share,
    takesWaitDays: v.number(),
    takesMore: share,
    piecesMore: share,
    uses: share,
    usesWaitDays: v.number(),
    friendsPerMemberDay: share,
    hours: v.array(v.number()),
    source: v.object({ ownPercent: count, days: count, campaigns: count }),
  }),
  fromOn: v.string(),
  hoursGone: count,
  seed: count,
});

export const ownerCampaign = v.object({
  card: campaignCard,
  funnel: funnelCounts,
  /** Its coupons that were used and not taken back. */
  used: count,
  /** What they took off, in fen. */
  offFen: count,
  outlook: v.nullable(outlook),
  couponsReserved: count,
  /** Things that are exchanged for at the counter; an order that was cancelled counts no more. */
  goodsReserved: count,
  goodsIssued: count,
  couponsIssued: count,
  pointsReserved: count,
  pointsIssued: count,
  /** Of what so little is left that the owner is warned, and at which share that is. */
  low: v.array(v.picklist(stockUnits)),
  lowAtPercent: count,
  /** The warnings of the operation rules that the owner confirmed at publishing. */
  confirmed: v.array(finding),
  /** The last day of the season that its prizes are given for now; null of what gives none. */
  seasonEndsOn: v.nullable(v.string()),
});

export const ownerToday = v.object({
  today: v.string(),
  members: count,
  day: v.object({ entered: count, joined: count, checkedIn: count, claimed: count, redeemed: count }),
  campaigns: v.array(ownerCampaign),
  /** Texts of members that wait for the owner's look. */
  textsWaiting: count,
});

export const draftProblem = v.object({
  path: v.string(),
  problem: v.string(),
  limit: v.optional(v.union([v.number(), v.string()])),
  word: v.optional(v.string()),
});

export const preview = v.object({
  draft: draftInput,
  problems: v.array(draftProblem),
  findings: v.array(finding),
  terms: v.array(termLine),
  /** What publishing will reserve; zeros while there are problems. */
  /** `goods` only where something is exchanged for. */
  reserve: v.object({ coupons: count, points: count, goods: v.optional(count) }),
  card: campaignCard,
});

export const shareCard = v.object({
  title: v.string(),
  /** The path that the card opens, with its query: the same in WeChat and on the web. */
  path: v.string(),
});

export const memberRow = v.object({
  person,
  role,
  tier,
  tags: v.array(v.string()),
  joinedAt: v.nullable(instant),
  points: whole,
  streakDays: count,
  /** The last business day on which they opened the community. */
  lastSeenOn: v.nullable(v.string()),
});

/** Which part of a member's story is read: who they are, their own deeds, their coupons, or what others' deeds and the timer moved. */
export const storyPart = v.picklist(['who', 'deeds', 'coupons', 'given']);
const storyTitle = { campaignId: v.string(), title: v.string() };
/** A part of a member's story, the newest line first; see core/rules/audit/member-story.ts. */
export const story = v.object({
  who: v.nullable(
    v.object({
      ...memberRow.entries,
      tierSinceOn: v.nullable(v.string()),
      came: v.picklist(['card', 'invite', 'direct']),
      /** Whose card or invite brought them; null of nobody, and of somebody who has left. */
      through: v.nullable(person),
      groupLabel: v.nullable(v.string()),
    }),
  ),
  lines: v.array(
    v.object({
      key: v.string(),
      at: instant,
      on: v.string(),
      deed: v.picklist(storyDeeds),
      ...storyTitle,
      /** `version` is that of the rules under which they were given; null of what was not granted. */
      rewards: v.array(v.object({ points: whole, reason: movedReason, ...storyTitle, version: v.nullable(count) })),
      tier: v.nullable(v.object({ to: tier, from: tier })),
      coupon: v.nullable(
        v.object({
          title: v.string(),
          benefit,
          version: count,
          reason: couponReason,
          order: v.nullable(v.object({ orderFen: fen, offFen: fen })),
        }),
      ),
    }),
  ),
  cursor: v.nullable(v.string()),
});

/** Whom to look for; what is left out says nothing, and nothing at all is everybody. `started` tells who has done something of their own. */
export const among = v.strictObject({
  words: v.optional(text(1, 16)),
  role: v.optional(v.picklist(['member', 'clerk', 'owner'])),
  tier: v.optional(tier),
  started: v.optional(v.boolean()),
  /** Those of a segment, with a tag's and those of the day's list besides. */
  conditions: v.optional(v.pipe(v.array(condition), v.minLength(1), v.maxLength(CONDITIONS_MAX + 4))),
});

/** Members, and how many this page has gone through of how many in all. */
export const memberPage = v.object({ members: v.array(memberRow), lookedAt: count, total: count, cursor: v.nullable(v.string()) });

export const reminderKind = v.picklist(reminderKinds);

/** The kinds that were accepted in WeChat's dialog, each at most once, and what each is about: a coupon, a check-in plan, or the member's own standing. */
export const acceptedReminders = v.pipe(
  v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('coupon_expiring'), couponId: v.pipe(v.string(), v.maxLength(300)) }),
      v.strictObject({ kind: v.literal('checkin_open'), campaignId: idPart }),
      v.strictObject({ kind: v.literal('standing_fading') }),
    ]),
  ),
  v.minLength(1),
  v.maxLength(reminderKinds.length),
  v.check((accepted) => new Set(accepted.map(({ kind }) => kind)).size === accepted.length, 'a kind twice'),
);

/** What is left and planned after a change: `about` is a coupon's or a check-in plan's id, or `standing`; `on` the day on which it would go out, or look at a standing again. */
export const reminderState = v.object({
  kinds: v.array(
    v.object({
      kind: reminderKind,
      credits: count,
      planned: v.array(v.object({ about: v.string(), on: v.string(), dueAt: instant })),
    }),
  ),
});

/** A member's reminders: per kind the template to ask with (null: not to be had here), what is left, and what is planned. */
export const reminderWallet = v.object({
  kinds: v.array(
    v.object({
      kind: reminderKind,
      templateId: v.nullable(v.string()),
      credits: count,
      planned: v.array(v.object({ about: v.string(), title: v.string(), on: v.string(), dueAt: instant })),
    }),
  ),
});

export const fields = { nth, idPart, day, instant, count, fen, orderFen, cursor, text, role, campaignType };

/** A JPEG as base64; what is in it is read by the rules. */
export const pictureInput = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'not base64'), v.maxLength(PICTURE_BASE64_MAX));

/** What became of a wish to show something: others see it, it waits for a look, or there is nothing to see. */
export const shownState = v.object({ state: v.picklist(['shown', 'waiting', 'masked']) });

/** Somebody whose nickname or picture waits for the owner's look. */
export const waitingRow = v.object({
  person,
  nickname: v.nullable(v.object({ text: v.string(), since: instant })),
  picture: v.nullable(v.object({ source: v.string(), since: instant })),
});

/** Options that were chosen, from 1: one per question of a quiz, any of a poll. */
export const chosenInput = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))), v.minLength(1), v.maxLength(6));

/** What came of a quiz or a poll; `right` is null for a poll, `chosen` is empty where the caller has not answered. */
export const results = v.object({
  total: count,
  /** Per option of a poll, in their order; of a quiz per number of right answers, from none. */
  counts: v.array(count),
  chosen: v.array(count),
  right: v.nullable(v.array(count)),
});

/** A text that a member writes in a campaign. */
export const entryText = text(1, ENTRY_TEXT_MAX);
const slot = idPart;
export const inEntry = v.strictObject({ communityId: idPart, campaignId: idPart, memberId: idPart, slot });
// The slot of an answer names its question, so both parts of a question's name leave room in an id.
export const questionSlot = v.pipe(v.string(), v.maxLength(8), v.check(isQuestion, 'not a question'));
export const questionKey = v.strictObject({ memberId: v.pipe(idPart, v.maxLength(40)), slot: questionSlot });

/** A text of a member's as it stands. Of a question, `accepted` says that it has an accepted answer; of an answer, that it is the one. */
export const entryRow = v.object({
  person,
  slot: v.string(),
  text: v.string(),
  at: instant,
  state: entryState,
  refusal: v.nullable(moderationReason),
  mine: v.boolean(),
  accepted: v.boolean(),
});

/** A page of texts; `open` is false where nothing that members write is shown, `mine` are the caller's own here, on a first page. */
export const entryThread = v.object({
  open: v.boolean(),
  title: v.string(),
  question: v.nullable(entryRow),
  mine: v.array(entryRow),
  posts: v.array(entryRow),
  cursor: v.nullable(v.string()),
});

/** A text in the owner's queue: others see it or not, and for what it was reported. */
export const waitingText = v.object({
  campaignId: v.string(),
  title: v.string(),
  person,
  slot: v.string(),
  text: v.string(),
  since: instant,
  shown: v.boolean(),
  reports: v.array(moderationReason),
});

/** The report of a trial by somebody who has used its voucher. */
export const trialReport = v.object({
  person,
  slot: v.string(),
  text: v.string(),
  stars: count,
  late: v.boolean(),
  at: instant,
  state: entryState,
  refusal: v.nullable(moderationReason),
  mine: v.boolean(),
});

/** The newest reports of a trial, and the caller's own whatever has become of it. */
export const trialReports = v.object({
  open: v.boolean(),
  title: v.string(),
  mine: v.nullable(trialReport),
  reports: v.array(trialReport),
  cursor: v.nullable(v.string()),
});

/** How a trial goes, counted in people; `ranking` is null where the first are chosen, and before the last day is over. */
export const trialResults = v.object({
  title: v.string(),
  places: count,
  applied: count,
  selected: count,
  used: count,
  reported: count,
  onTime: count,
  readers: count,
  converted: count,
  ranking: v.nullable(
    v.object({ by: v.picklist(criteria), on: v.string(), applicants: count, least: v.nullable(count), unsettled: count }),
  ),
});

/** Somebody who has applied; `text` is null once it has been taken back. */
export const trialApplicant = v.object({
  person,
  appliedAt: instant,
  outcome: trialOutcome,
  have: v.nullable(count),
  text: v.nullable(v.string()),
  state: v.nullable(entryState),
});

export const trialAnswer = text(1, ANSWER_TEXT_MAX);
export const trialReportText = text(REPORT_TEXT_MIN, REPORT_TEXT_MAX);
export const trialStars = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

/** A part of everything that is held about a member. */
export const exportPart = v.object({
  section: v.picklist(['person', 'coupons', 'orders', 'invites', 'texts', 'journal']),
  documents: v.array(v.record(v.string(), v.unknown())),
  cursor: v.nullable(v.string()),
});

const couponFate = v.picklist(['held', 'redeemed', 'voided']);
const memberFact = v.variant('kind', [
  v.object({ kind: v.literal('points'), points: whole }),
  v.object({ kind: v.literal('marked'), campaignId: v.string(), on: v.string(), own: v.boolean(), restWeekdays: count }),
  v.object({
    kind: v.literal('coupon'),
    campaignId: v.string(),
    n: count,
    became: v.picklist(['issued', 'redeemed', 'undone', 'voided']),
  }),
  v.object({ kind: v.literal('tier'), tier }),
  v.object({ kind: v.literal('erased') }),
]);

/** A part of the ground of a member's replay; `examined` counts the journal documents that were looked at for its lines. */
export const replayPart = v.object({
  stored: v.nullable(
    v.object({
      points: whole,
      tier,
      plans: v.record(v.string(), v.object({ streakDays: count, totalDays: count })),
      coupons: v.record(v.string(), couponFate),
    }),
  ),
  lines: v.array(v.object({ at: instant, on: v.string(), action: v.string(), facts: v.array(memberFact) })),
  examined: count,
  cursor: v.nullable(v.string()),
});

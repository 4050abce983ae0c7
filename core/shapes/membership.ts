// What actions around members carry: a person as others see them, tags and segments, tiers, lists of members.
import * as v from 'valibot';
import { blockReasons } from '#core/rules/community/block';
import { PICTURE_BASE64_MAX } from '#core/rules/membership/read-picture';
import { amountConditions, CONDITIONS_MAX } from '#core/rules/membership/segment';
import { MEMBER_TAGS_MAX } from '#core/rules/membership/tags';
import { count, idPart, instant, role, text, tier, whole } from '#core/shapes/fields';

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

/** What the caller loses soon if they do nothing, what ends first first: a tier, points, each with its last day. */
export const fading = v.array(
  v.variant('what', [
    v.object({ what: v.literal('tier'), tier, untilOn: v.string() }),
    v.object({ what: v.literal('points'), points: count, untilOn: v.string() }),
  ]),
);

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

export const blockReason = v.picklist(blockReasons);

/** That somebody was put out, and how their appeal stands. `text` is the owner's own words; empty where there are none. */
export const block = v.object({ reason: blockReason, text: v.string(), at: instant, appeal: v.picklist(['none', 'waiting', 'answered']) });

/** What somebody answered who came in, or wishes to; the text is empty where it is not there any more. */
export const joinAnswers = v.array(v.object({ question: v.string(), text: v.string() }));

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
  /** Absent of everybody who is not put out. */
  block: v.optional(block),
});

/** Whom to look for; what is left out says nothing, and nothing at all is everybody. `started` tells who has done something of their own. */
export const among = v.strictObject({
  words: v.optional(text(1, 16)),
  role: v.optional(v.picklist(['member', 'clerk', 'co_owner', 'owner'])),
  tier: v.optional(tier),
  started: v.optional(v.boolean()),
  /** Those who are put out, and nobody else. */
  blocked: v.optional(v.literal(true)),
  /** Those of a segment, with a tag's and those of the day's list besides. */
  conditions: v.optional(v.pipe(v.array(condition), v.minLength(1), v.maxLength(CONDITIONS_MAX + 4))),
});

/** Members, and how many this page has gone through of how many in all. */
export const memberPage = v.object({ members: v.array(memberRow), lookedAt: count, total: count, cursor: v.nullable(v.string()) });

/** A JPEG as base64; what is in it is read by the rules. */
export const pictureInput = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'not base64'), v.maxLength(PICTURE_BASE64_MAX));

/** What became of a wish to show something: others see it, it waits for a look, or there is nothing to see. */
export const shownState = v.object({ state: v.picklist(['shown', 'waiting', 'masked']) });

/** A part of everything that is held about a member. */
export const exportPart = v.object({
  section: v.picklist(['person', 'coupons', 'orders', 'invites', 'texts', 'journal']),
  documents: v.array(v.record(v.string(), v.unknown())),
  cursor: v.nullable(v.string()),
});

// What actions around a community carry: what its owner says about it, how somebody comes in, and the home page.
import * as v from 'valibot';
import { campaignCard } from '#core/shapes/campaign-card';
import { count, idPart, instant, role, text, whole } from '#core/shapes/fields';
import { block, blockReason, fading } from '#core/shapes/membership';
import { moderationReason } from '#core/shapes/moderation';
import { isZone } from '#core/values/day';

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

/** Whom to put out and why; what is only "something else" needs the owner's own words. */
export const blockInput = v.pipe(
  v.strictObject({ communityId: idPart, memberId: idPart, reason: blockReason, text: text(0, 60) }),
  v.check(({ reason, text: words }) => reason !== 'other' || words !== '', 'no reason'),
);

export const enterInput = v.strictObject({
  communityId: idPart,
  proof: v.optional(groupProof),
  campaignId: v.optional(idPart),
  inviteToken: v.optional(idPart),
});

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
const groupStanding = v.object({ groupId: v.string(), label: v.string(), verifiedAt: instant, fresh: v.boolean() });

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
  /** The owner has put the caller out; absent of everybody else. */
  block: v.optional(block),
  groups: v.array(groupStanding),
});

export const home = v.object({ community, me, fading, today: v.string(), now: instant, campaigns: v.array(campaignCard) });

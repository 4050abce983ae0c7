// What actions around a community carry: what its owner says about it, how somebody comes in, and the home page.
import * as v from 'valibot';
import { ANSWER_MAX, QUESTION_MAX, QUESTIONS_MAX, turnDownReasons } from '#core/rules/community/joining';
import { campaignCard } from '#core/shapes/campaign-card';
import { count, idPart, instant, role, text, whole } from '#core/shapes/fields';
import { block, blockReason, fading, joinAnswers, person } from '#core/shapes/membership';
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

const question = text(1, QUESTION_MAX);
const answer = v.strictObject({ question, text: text(1, ANSWER_MAX) });
const asked = v.pipe(v.array(question), v.maxLength(QUESTIONS_MAX));

/** How people come in: by one tap, after answering, or once the owner says yes. */
export const joining = v.object({ approval: v.boolean(), questions: v.array(v.string()) });

export const joiningInput = v.strictObject({
  communityId: idPart,
  approval: v.boolean(),
  questions: v.pipe(
    asked,
    v.check((questions) => new Set(questions).size === questions.length, 'asked twice'),
  ),
});

/** `answers`: to the questions of the community, each with the question that it answers. */
export const joinInput = v.strictObject({
  communityId: idPart,
  answers: v.optional(v.pipe(v.array(answer), v.maxLength(QUESTIONS_MAX))),
});

const turnDownReason = v.picklist(turnDownReasons);

export const admitInput = v.strictObject({
  communityId: idPart,
  memberId: idPart,
  askedAt: instant,
  /** Why not; null lets them in. What is only "something else" needs the owner's own words. */
  refusal: v.nullable(
    v.pipe(
      v.strictObject({ reason: turnDownReason, text: text(0, 60) }),
      v.check(({ reason, text: words }) => reason !== 'other' || words !== '', 'no reason'),
    ),
  ),
});

/** Somebody's wish to come in: it waits for the owner, or was turned down and can be made again from `againAt` on. */
const wish = v.variant('state', [
  v.object({ state: v.literal('waiting'), askedAt: instant }),
  v.object({ state: v.literal('refused'), askedAt: instant, reason: turnDownReason, text: v.string(), againAt: instant }),
]);

/** Somebody who waits: what they answered, and through what and whom they came. */
export const applicant = v.object({
  person,
  askedAt: instant,
  answers: joinAnswers,
  came: v.picklist(['card', 'invite', 'direct']),
  through: v.nullable(person),
  /** The owner's name for the group that they came from; null of none, and of one that is not bound any more. */
  groupLabel: v.nullable(v.string()),
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
  /** Absent while one tap does. */
  joining: v.optional(joining),
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
  /** The caller's wish to come in; absent of everybody who has none. */
  wish: v.optional(wish),
  groups: v.array(groupStanding),
});

export const home = v.object({ community, me, fading, today: v.string(), now: instant, campaigns: v.array(campaignCard) });

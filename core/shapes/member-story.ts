// The story of one member, as the owner reads it.
import * as v from 'valibot';
import { storyDeeds } from '#core/rules/audit/member-story';
import { benefit, couponReason } from '#core/shapes/coupon';
import { count, fen, instant, tier, whole } from '#core/shapes/fields';
import { joinAnswers, memberRow, person } from '#core/shapes/membership';
import { movedReason } from '#core/shapes/points';

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
      /** What they answered when they came in; absent where they were asked nothing. */
      answers: v.optional(joinAnswers),
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

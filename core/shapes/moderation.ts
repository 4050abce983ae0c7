// What waits for the owner’s look: nicknames, pictures and texts of members.
import * as v from 'valibot';
import { moderationReasons } from '#core/rules/moderation/reasons';
import { instant } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';

export const moderationReason = v.picklist(moderationReasons);

/** Somebody whose nickname or picture waits for the owner's look. */
export const waitingRow = v.object({
  person,
  nickname: v.nullable(v.object({ text: v.string(), since: instant })),
  picture: v.nullable(v.object({ source: v.string(), since: instant })),
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

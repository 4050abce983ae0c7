// What campaigns around content carry: answers of quizzes and polls, texts of members.
import * as v from 'valibot';
import { ENTRY_TEXT_MAX, isQuestion } from '#core/rules/content/texts';
import { count, idPart, instant, text } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';
import { moderationReason } from '#core/shapes/moderation';

/** What others see of a text that a member wrote. */
export const entryState = v.picklist(['shown', 'waiting', 'refused']);

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
const entryRow = v.object({
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

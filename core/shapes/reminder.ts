// What reminders carry: what was accepted, what is left and what is planned.
import * as v from 'valibot';
import { reminderKinds } from '#core/rules/reminder/kinds';
import { count, idPart, instant } from '#core/shapes/fields';

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

// The owner's queue of texts on the phone: those that wait for a look or were reported.
import type { Caller, No } from '#app/features/call';
import { createLookQueue, type LookQueue } from '#app/features/moderation/create-look-queue';
import type { InputOf, ValueOf } from '#core/contract';

/** A text in the queue. */
export type WaitingText = ValueOf<'moderation.texts'>['waiting'][number];

/** One look: at which text as it was written then, and why not, or null to let it stand. */
export type TextLook = Omit<InputOf<'moderation.judge'>, 'communityId'>;

/** The texts and the looks. */
export type TextsQueue = LookQueue<WaitingText, TextLook>;

/** Makes it; `here` says which community is looked at. */
export function createTextsQueue(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): TextsQueue {
  return createLookQueue<WaitingText, TextLook, 'moderation.judge'>(
    async (cursor) => {
      const reply = await caller.view('moderation.texts', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
      return reply.ok ? { ok: true, items: reply.value.waiting, cursor: reply.value.cursor, head: null } : (reply as No);
    },
    (input, requestId) => caller.change('moderation.judge', input, requestId),
    newId,
  );
}

/** Whether a look was at this text. */
export function isAt(look: TextLook | null, text: WaitingText): boolean {
  if (look === null || look.since !== text.since) return false;
  return look.campaignId === text.campaignId && look.memberId === text.person.memberId && look.slot === text.slot;
}

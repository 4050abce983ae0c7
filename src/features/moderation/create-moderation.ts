// The owner's queue of names and pictures on the phone.
import type { Caller, No } from '#app/features/call';
import { createLookQueue, type LookQueue } from '#app/features/moderation/create-look-queue';
import type { InputOf, ValueOf } from '#core/contract';

/** Somebody whose wish waits. */
export type WaitingRow = ValueOf<'moderation.queue'>['waiting'][number];

/** One look: at what, and why not, or null to let it through. */
export type Look = Omit<InputOf<'moderation.decide'>, 'communityId'>;

/** The wishes and the looks. */
export type Moderation = LookQueue<WaitingRow, Look>;

/** Makes it; `here` says which community is looked at. */
export function createModeration(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): Moderation {
  return createLookQueue<WaitingRow, Look, 'moderation.decide'>(
    async (cursor) => {
      const reply = await caller.view('moderation.queue', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
      return reply.ok ? { ok: true, items: reply.value.waiting, cursor: reply.value.cursor, head: null } : (reply as No);
    },
    (input, requestId) => caller.change('moderation.decide', input, requestId),
    newId,
  );
}

/** The rows of a queue without what has been looked at since. */
export function stillWaiting(rows: readonly WaitingRow[], taken: readonly Look[]): readonly WaitingRow[] {
  const isTaken = (memberId: string, shown: Look['shown'], since: number | undefined) =>
    taken.some((look) => look.memberId === memberId && look.shown === shown && look.since === since);
  return rows.flatMap((row) => {
    const { memberId } = row.person;
    const nickname = isTaken(memberId, 'nickname', row.nickname?.since) ? null : row.nickname;
    const picture = isTaken(memberId, 'picture', row.picture?.since) ? null : row.picture;
    return nickname === null && picture === null ? [] : [{ ...row, nickname, picture }];
  });
}

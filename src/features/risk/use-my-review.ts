// What a review says of me, asked of the server where a screen shows it.
import { useMemo } from 'react';
import type { No } from '#app/features/call';
import { createResource } from '#app/features/resource';
import { phone, useResource } from '#app/features/this-phone';
import type { ValueOf } from '#core/contract';

/** My review in a community: `mine` asks for it, `value` is the latest answer. */
export function useMyReview(communityId: string) {
  const mine = useMemo(
    () =>
      createResource(async () => (await phone.caller.view('risk.mine', { communityId })) as { ok: true; value: ValueOf<'risk.mine'> } | No),
    [communityId],
  );
  return { mine, value: useResource(mine).value };
}

// What came of a quiz or a poll, asked for once there is something to see.
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import type { Results } from '#app/features/content/content-parts';
import { createResource, type Resource, type ResourceState } from '#app/features/resource';
import { phone, useAskNow } from '#app/features/this-phone';

/** The results of a campaign as they stand, and a way to ask anew. */
export function useResults(campaignId: string): { readonly state: ResourceState<Results>; readonly ask: () => void } {
  const resource: Resource<Results> = useMemo(
    () =>
      createResource<Results>(
        async () =>
          (await phone.caller.view('content.results', { communityId: phone.communities.current(), campaignId })) as
            | { ok: true; value: Results }
            | No,
      ),
    [campaignId],
  );
  const ask = useCallback(() => void resource.refresh(), [resource]);
  useAskNow(ask);
  return { state: useStore(resource.store), ask };
}

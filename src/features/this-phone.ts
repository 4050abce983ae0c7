// The phone that the app runs on, and the hooks by which screens look at it.
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { caller } from '#app/features/call';
import { isStamping } from '#app/features/checkin/create-check-ins';
import type { CommunitiesState } from '#app/features/community/communities';
import type { Deed, DeedState } from '#app/features/deed';
import type { Paged, PagedState } from '#app/features/paged';
import { createPhone } from '#app/features/phone';
import type { Resource, ResourceState } from '#app/features/resource';
import { recall, remember } from '#app/platform/storage';
import { askToSubscribe } from '#app/platform/subscribe';
import type { ActionName } from '#core/contract';

/** The one phone. */
export const phone = createPhone({ caller, memory: { recall, remember }, subscribe: askToSubscribe });

const askAgain = new Set<() => void>();

/** Asks again for everything on show, such as after the playground's clock has jumped. */
export function refreshShown(): void {
  for (const ask of askAgain) ask();
}

/** Runs when the page is pulled down, and whenever everything on show is asked for again. */
export function useAskAgain(ask: () => void): void {
  usePullDownRefresh(async () => {
    ask();
    await caller.answered();
    void Taro.stopPullDownRefresh();
  });
  useEffect(() => {
    askAgain.add(ask);
    return () => {
      askAgain.delete(ask);
    };
  }, [ask]);
}

/** As useAskAgain, and whenever the page comes on show. */
export function useAsk(ask: () => void): void {
  useDidShow(ask);
  useAskAgain(ask);
}

/** As useAsk, for what is drawn after its page has come on show: it asks at once, too. */
export function useAskNow(ask: () => void): void {
  useAsk(ask);
  useEffect(ask, [ask]);
}

/** A resource as it stands. */
export function useResource<Value>(resource: Resource<Value>): ResourceState<Value> {
  return useStore(resource.store);
}

/** A list as it stands. */
export function usePaged<Item, Head>(paged: Paged<Item, Head>): PagedState<Item, Head> {
  return useStore(paged.store);
}

/** A deed as it stands. */
export function useDeed<Input, A extends ActionName>(deed: Deed<Input, A>): DeedState {
  return useStore(deed.store);
}

/** Whether today's check-in of a plan is under way. */
export function useStamping(campaignId: string): boolean {
  return useStore(phone.checkIns.store, (state) => isStamping(state, campaignId));
}

/** The communities as they stand. */
export function useCommunities(): CommunitiesState {
  return useStore(phone.communities.store);
}

// What a page that publishes needs of the forecast: it runs while a draft is on show, and a target is typed beside it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '#app/features/campaign/campaign-form';
import { type Forecaster, isUnderWay, keptOf } from '#app/features/forecast/create-forecaster';
import { forecaster } from '#app/features/forecast/this-forecaster';
import { readWhole } from '#app/features/typed-number';
import type { InputOf } from '#core/contract';

/** The largest target that is kept. */
const TARGET_MAX = 1_000_000;

/** Runs the forecast of a draft that was saved, anew whenever it has changed; of none, nothing. */
export function useForecast(
  of: Forecaster,
  communityId: string,
  campaignId: string | null,
  draft: Draft | null,
  onStop?: () => void,
): void {
  useEffect(() => {
    if (campaignId !== null && draft !== null) void of.run({ communityId, campaignId }, draft);
    return () => {
      onStop?.();
      of.stop();
    };
  }, [of, communityId, campaignId, draft, onStop]);
}

/**
 * Runs the forecast of a draft while it `isWanted`; `outlook` says what to keep of it: a whole forecast or none. `complete` waits for one
 * that is under way, and answers false if the page was left or the draft changed meanwhile, or `waitNoMore` was called.
 */
export function useOutlook(campaign: InputOf<'forecast.basis'>, draft: Draft, isWanted: boolean) {
  const { communityId, campaignId } = campaign;
  const [target, setTarget] = useState('');
  const [waiting, setWaiting] = useState(false);
  // Which wait is the present one: an earlier one that ends publishes nothing.
  const waits = useRef(0);
  const waitNoMore = useCallback(() => {
    waits.current += 1;
    setWaiting(false);
  }, []);
  useForecast(forecaster, communityId, campaignId, isWanted ? draft : null, waitNoMore);
  const complete = async (): Promise<boolean> => {
    if (!isUnderWay(forecaster.store.getState())) return true;
    waits.current += 1;
    const mine = waits.current;
    setWaiting(true);
    await forecaster.settled();
    if (mine !== waits.current) return false;
    setWaiting(false);
    return true;
  };
  const outlook = (): NonNullable<InputOf<'campaign.publish'>['outlook']> => {
    const aim = readWhole(target);
    const isAim = aim.kind === 'number' && aim.number > 0;
    return { target: isAim ? Math.min(aim.number, TARGET_MAX) : null, forecast: keptOf(forecaster.store.getState()) };
  };
  return { target, setTarget, outlook, waiting, complete, waitNoMore };
}

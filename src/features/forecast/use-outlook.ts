// What a page that publishes needs of the forecast: it runs while a draft is on show, and a target is typed beside it.
import { useEffect, useState } from 'react';
import { keptOf } from '#app/features/forecast/create-forecaster';
import { forecaster } from '#app/features/forecast/this-forecaster';
import { readWhole } from '#app/features/typed-number';
import type { InputOf, ValueOf } from '#core/contract';

/** The largest target that is kept. */
const TARGET_MAX = 1_000_000;

/** Runs the forecast of a draft while it `isWanted`; `outlook` says what to keep of it. */
export function useOutlook(campaign: InputOf<'forecast.basis'>, draft: ValueOf<'campaign.preview'>['draft'], isWanted: boolean) {
  const { communityId, campaignId } = campaign;
  const [target, setTarget] = useState('');
  useEffect(() => {
    if (isWanted) void forecaster.run({ communityId, campaignId }, draft);
    return () => forecaster.stop();
  }, [isWanted, communityId, campaignId, draft]);
  const outlook = (): NonNullable<InputOf<'campaign.publish'>['outlook']> => {
    const aim = readWhole(target);
    const isAim = aim.kind === 'number' && aim.number > 0;
    return { target: isAim ? Math.min(aim.number, TARGET_MAX) : null, forecast: keptOf(forecaster.store.getState()) };
  };
  return { forecaster, target, setTarget, outlook };
}

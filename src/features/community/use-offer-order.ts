// The order of the cards as it was when they came into view: a card that is done with meanwhile keeps its place, and its answer is seen.
import { useCallback, useRef, useState } from 'react';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { type Standing, standingOf } from '#app/features/community/offer-order';
import { useAsk } from '#app/features/this-phone';

/** Asks whenever the page comes into view or is pulled down; counts the views, of which each begins anew with its answer. */
export function useAskedViews(load: () => Promise<void>): { readonly ask: () => void; readonly view: number } {
  const [view, setView] = useState(0);
  const ask = useCallback(() => {
    const begin = () => setView((before) => before + 1);
    begin();
    void load().then(begin);
  }, [load]);
  useAsk(ask);
  return { ask, view };
}

/** How each card stood when it was first seen in a view. */
export function useStandings(view: number): (card: CampaignCard) => Standing {
  const seen = useRef({ view, standings: new Map<string, Standing>() });
  if (seen.current.view !== view) seen.current = { view, standings: new Map() };
  const { standings } = seen.current;
  return (card) => {
    const standing = standings.get(card.campaignId) ?? standingOf(card);
    standings.set(card.campaignId, standing);
    return standing;
  };
}

// What is said first of a campaign on its owner's page: how far it has come.
import { stageOf } from '#app/features/campaign/campaign-parts';
import type { OwnerCampaign } from '#app/features/owner-desk';
import type { OwnersWords } from '#app/i18n/words';

/** The one sentence. */
export function sayHowItGoes({ owner, formats }: OwnersWords, { card, funnel }: OwnerCampaign, today: string): string {
  const { asked, unseen, unseenPaused, neverOpened } = owner.manage;
  if (stageOf(card, today) === 'scheduled') return owner.shared.starts(formats.day(card.startsOn));
  if (funnel.opened === 0 && card.state === 'paused') return unseenPaused;
  if (funnel.opened === 0) return card.state === 'ended' ? neverOpened : unseen;
  if (card.type === 'coupon_drop' || card.type === 'group_price') {
    return asked[card.type](funnel.opened, funnel.claimed, funnel.redeemed);
  }
  return asked[card.type](funnel.opened, funnel.claimed);
}

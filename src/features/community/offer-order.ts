// Which of a community's cards come first: a newcomer's gift, what can be done, then what waits for something, then what one has taken part in.
import { type CampaignCard, isClaimed } from '#app/features/campaign/campaign-parts';
import { isContent } from '#app/features/content/content-card';

/** How somebody stands before a card. */
export type Standing = 'open' | 'waits' | 'done';

/** Whether somebody has done all that there is to do in a campaign. */
function isDone({ type, mine, left }: CampaignCard): boolean {
  if (type === 'checkin_plan') return mine.checkedInToday;
  // What is all gone is over, too, for whoever has some of it.
  if (isClaimed({ type }) || type === 'points_exchange') return mine.claimed >= mine.claimedMax || (left === 0 && mine.claimed > 0);
  if (type === 'invite_reward') return mine.invited >= mine.invitedMax;
  if (type === 'welcome_gift') return mine.welcome?.every(({ done }) => done) ?? true;
  const { entry } = mine;
  if (entry === null) return false;
  if (entry.kind === 'trial') return entry.applied && (entry.outcome !== 'selected' || entry.report !== null);
  // A topic and a question are open to another word; a text that was refused waits for one.
  if (entry.kind === 'topic') return entry.state === 'shown' || entry.state === 'waiting';
  return isContent(type) && entry.kind !== 'question';
}

/** How somebody stands before a card. */
export function standingOf(card: CampaignCard): Standing {
  if (isDone(card)) return 'done';
  return card.locked === null && card.state === 'live' ? 'open' : 'waits';
}

const order: readonly Standing[] = ['open', 'waits', 'done'];

/** Cards in the order in which they are shown: first the gift that brought a newcomer; those that stand alike keep the order in which they came. */
export function inOrder(cards: readonly CampaignCard[], stood: (card: CampaignCard) => Standing = standingOf): readonly CampaignCard[] {
  const isFirst = (card: CampaignCard) => card.type === 'welcome_gift' && stood(card) === 'open' && card.left !== 0;
  const others = order.flatMap((standing) => cards.filter((card) => stood(card) === standing && !isFirst(card)));
  return [...cards.filter(isFirst), ...others];
}

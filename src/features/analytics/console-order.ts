// In which order the console shows the campaigns: what runs, then what is being written, then what is over.
import type { OwnerCampaign } from '#app/features/owner-desk';

type State = OwnerCampaign['card']['state'];

const order: readonly (readonly State[])[] = [['live', 'paused'], ['draft'], ['ended']];

/** Campaigns in the order in which they are shown; those that stand alike keep the order in which they came. */
export function inConsoleOrder(campaigns: readonly OwnerCampaign[]): readonly OwnerCampaign[] {
  return order.flatMap((states) => campaigns.filter(({ card }) => states.includes(card.state)));
}

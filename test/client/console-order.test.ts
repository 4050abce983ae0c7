// What an owner's console shows of the campaigns first, however many drafts there are.
import { expect, test } from 'vitest';
import { inConsoleOrder } from '#app/features/analytics/console-order';
import type { OwnerCampaign } from '#app/features/owner-desk';

const campaign = (state: string, campaignId: string) => ({ card: { state, campaignId } }) as OwnerCampaign;

test('what runs or is paused stands before the drafts, what is over after them, and the rest as it came', () => {
  const drafts = Array.from({ length: 25 }, (_, n) => campaign('draft', `d${n}`));
  const shown = inConsoleOrder([
    campaign('ended', 'e1'),
    ...drafts,
    campaign('paused', 'p1'),
    campaign('ended', 'e2'),
    campaign('live', 'l1'),
  ]);
  expect(shown.map(({ card }) => card.campaignId)).toEqual(['p1', 'l1', ...drafts.map(({ card }) => card.campaignId), 'e1', 'e2']);
});

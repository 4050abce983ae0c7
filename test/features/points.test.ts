// The statement of points through the real application, for somebody who does much besides earning them.
import { expect, test } from 'vitest';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { Store } from '#server/ports/store';
import { createTown, openShop } from '../support/town';

test('one call looks back over a few hundred actions at most, and the next goes on from there', async () => {
  const memory = createMemoryStore();
  let pages = 0;
  const store: Store = {
    ...memory,
    list(index, ...rest) {
      if (index === 'journal.byMember') pages += 1;
      return memory.list(index, ...rest);
    },
  };
  const { publish, member, communityId } = await openShop(createTown({ store }));
  const campaignId = await publish({ type: 'checkin_plan' });
  const anna = await member('anna');
  await anna.get('checkin.checkIn', { communityId, campaignId });
  for (let turn = 0; turn < 600; turn += 1) await anna.get('leaderboard.hide', { communityId, hidden: turn % 2 === 0 });

  const first = await anna.get('points.statement', { communityId });
  expect(first).toMatchObject({ balance: 5, lines: [] });
  expect(pages).toBe(5);
  const second = await anna.get('points.statement', { communityId, cursor: first.cursor ?? '' });
  expect(second).toMatchObject({ lines: [{ points: 5, balance: 5, reason: 'check_in' }], cursor: null });
});

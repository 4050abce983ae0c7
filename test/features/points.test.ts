// The statement of points through the real application: what somebody did besides earning them is passed over.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#core/values/instant';
import { openShop } from '../support/town';

async function openPlan() {
  const shop = await openShop();
  const campaignId = await shop.publish({
    type: 'checkin_plan',
    endsOn: '2026-05-31',
    parameters: { milestones: [{ days: 2, points: 20 }] },
  });
  const anna = await shop.member('anna');
  const { communityId, town } = shop;
  const checkIn = () => anna.get('checkin.checkIn', { communityId, campaignId });
  const statement = (cursor?: string) => anna.get('points.statement', cursor === undefined ? { communityId } : { communityId, cursor });
  return { ...shop, anna, town, communityId, checkIn, statement };
}

describe('a statement', () => {
  test('passes over everything that moved no points, however much that was', async () => {
    const { anna, communityId, checkIn, statement } = await openPlan();
    await checkIn();
    for (let turn = 0; turn < 250; turn += 1) await anna.get('leaderboard.hide', { communityId, hidden: turn % 2 === 0 });
    expect(await statement()).toMatchObject({ balance: 5, lines: [{ points: 5, balance: 5, reason: 'check_in' }], cursor: null });
  });

  test('goes on page by page, and every line says what the member had after it', async () => {
    const { town, checkIn, statement } = await openPlan();
    for (let day = 0; day < 40; day += 1) {
      await checkIn();
      town.nextDay();
    }
    const first = await statement();
    const second = await statement(first.cursor ?? '');
    const lines = [...first.lines, ...second.lines];
    expect(second.cursor).toBeNull();
    expect(lines).toHaveLength(41);
    expect(lines.map((line) => line.balance)).toEqual(
      lines.map((_, place) => lines.slice(place).reduce((sum, line) => sum + line.points, 0)),
    );
    expect(lines[0]?.balance).toBe(first.balance);
    expect(lines.at(-2)).toMatchObject({ reason: 'check_in', points: 5, balance: 10 });
  });

  test('begins anew for somebody who had everything erased and came back', async () => {
    const { town, anna, communityId, checkIn, statement } = await openPlan();
    await checkIn();
    await anna.get('membership.erase', { communityId });
    town.wait(2 * DAY_MS);
    await anna.get('community.join', { communityId });
    expect(await statement()).toEqual({ balance: 0, lines: [], cursor: null });
    await checkIn();
    expect(await statement()).toMatchObject({ balance: 5, lines: [{ points: 5, balance: 5 }], cursor: null });
  });
});

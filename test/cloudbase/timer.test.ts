// The timer's jobs over CloudBase's document database, through the real SDK to the stand-in: the same work, done once, for few requests.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { openInvites } from '../support/invites';
import { createTown } from '../support/town';

const cloudBase = await enterCloudBase({ collections: ['documents'] });
const { createCloudBaseStore } = await import('#server/adapters/store-cloudbase/create-cloudbase-store');

beforeEach(() => cloudBase.reset());
afterAll(() => cloudBase.stop());

/** A community with an inviter whose campaign was ended while a friend waited; nine days later. */
async function openLateTimer() {
  const town = createTown({ store: createCloudBaseStore() });
  const stage = await openInvites({}, '2026-03-08', town);
  const { anna, bring, owner, invites, tap, communityId } = stage;
  await bring(anna, 'friend');
  await anna.get('checkin.checkIn', tap);
  await owner.get('campaign.end', invites);
  town.goToDay('2026-03-11');
  return { ...stage, town, communityId };
}

test('what is due is done once, by two timers at once, and the data is whole', async () => {
  const { town, owner, anna, communityId, tap } = await openLateTimer();
  await Promise.all([town.runTimer(), town.runTimer()]);
  town.wait(10 * MINUTE_MS);
  await town.runTimer();
  expect((await owner.get('promise.open', { communityId })).total).toBe(1);
  expect((await owner.get('analytics.days', { communityId })).days).toHaveLength(9);
  expect((await anna.get('leaderboard.last', { communityId, kind: 'checkin', period: 'week' })).mine).toMatchObject({ rank: 1, points: 1 });
  expect((await owner.get('campaign.open', tap)).card.state).toBe('ended');
  expect((await checkData(town.store)).differences).toEqual([]);
}, 30_000);

test('a timer with nothing to do asks one question, and the look at a day that is over asks few', async () => {
  const { town } = await openLateTimer();
  await town.runTimer();
  await town.runTimer();
  cloudBase.clearLog();
  town.wait(10 * MINUTE_MS);
  await town.runTimer();
  expect(cloudBase.requests.map(({ action }) => action)).toEqual(['database.getDocument']);
  town.goToDay('2026-03-12');
  cloudBase.clearLog();
  const { done } = await town.runTimer();
  expect(done).toBe(1);
  // Housekeeping, six jobs that look, one day that is counted, and when to come again.
  expect(cloudBase.requests.length).toBeLessThanOrEqual(41);
}, 30_000);

// A shop with prizes of the check-in board for its first two weeks, and what tests read of how they were settled.
import type { SettlementDocument } from '#core/tables';
import { MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident } from './town';

const ranks = [
  { untilRank: 1, points: 100 },
  { untilRank: 3, points: 30 },
];

/** A shop from Monday the second of March on with prizes for its first two weeks; members check in as often as the test says. */
export async function openPrizes(change: object = {}) {
  const shop = await openShop();
  const { communityId, town } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const parameters = { period: 'week', ranks };
  const prizes = await shop.publish({ type: 'season_prize', startsOn: '2026-03-02', endsOn: '2026-03-15', parameters, ...change });
  const checkIn = (person: Resident) => person.get('checkin.checkIn', { communityId, campaignId: plan });
  const on = async (day: string, ...people: readonly Resident[]) => {
    town.goToDay(day);
    for (const person of people) {
      town.wait(MINUTE_MS);
      await checkIn(person);
    }
  };
  const settlements = async () => {
    const page = await town.store.list('settlement.byCampaign', communityId, { prefix: [prizes], order: 'ascending' }, 200);
    return page.documents as unknown as readonly SettlementDocument[];
  };
  const won = async (person: Resident) => {
    const { lines } = await person.get('points.statement', { communityId });
    return lines.filter(({ reason }) => reason === 'season_prize').map(({ points }) => points);
  };
  const idOf = (person: Resident) => person.memberIdIn(communityId);
  const differences = async () => (await checkData(town.store)).differences;
  return { ...shop, communityId, town, plan, prizes, on, settlements, won, idOf, differences };
}

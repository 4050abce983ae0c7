// An exchange of goods for points that is open, with members who have points and a clerk.
import { expect } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident } from './town';

/** A shop in which anna has 100 points and bob 50, and a coffee costs 40: three of them, two for each. */
export async function openExchange(parameters: Record<string, number | string> = {}) {
  const shop = await openShop();
  const { communityId, town } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31', parameters: { pointsPerDay: 50, milestones: [] } });
  const choices = { item: '美式咖啡一杯', pricePoints: 40, stock: 3, perMemberMax: 2, ...parameters };
  const campaignId = await shop.publish({ type: 'points_exchange', endsOn: '2026-05-31', parameters: choices });
  const [anna, bob, clerk] = [await shop.member('anna'), await shop.member('bob'), await shop.clerk('clerk')];
  const checkIn = (person: Resident) => person.get('checkin.checkIn', { communityId, campaignId: plan });
  await checkIn(anna);
  town.nextDay();
  await checkIn(anna);
  await checkIn(bob);
  const input = { communityId, campaignId };
  const balance = async (person: Resident) => (await person.get('points.statement', { communityId })).balance;
  const left = async () => (await anna.get('campaign.open', input)).card.left;
  const keyOf = (person: Resident, n = 1) => ({ ...input, memberId: person.memberIdIn(communityId), n });
  const sound = async () => expect((await checkData(town.store)).differences).toEqual([]);
  return { ...shop, communityId, town, campaignId, input, anna, bob, clerk, checkIn, balance, left, keyOf, sound };
}

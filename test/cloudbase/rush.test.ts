// A rush on CloudBase: sixty-four people claim at once, each answered by an instance of their own, and what is given is exactly what there is.
import { afterAll, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openStore, startStandIn } from '../store/cloudbase-case';
import { createTown, openShop, type Town } from '../support/town';

const STOCK = 40;
const PEOPLE = 64;
const TRIES = 10;

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());

test.each([
  ['to whom nothing else is open', false],
  ['whose first own action it is, with a welcome gift', true],
])(
  'sixty-four instances at once, of people %s, end exactly at the stock of a rush',
  async (_who, areNew) => {
    cloudBase.reset();
    const town = createTown({ store: openStore() });
    const shop = await openShop(town);
    const { communityId } = shop;
    const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { stock: STOCK, rush: 1 } });
    const names = Array.from({ length: PEOPLE }, (_, n) => `person ${n}`);
    for (const name of names) await shop.member(name);
    const gift = areNew ? await shop.publish({ type: 'welcome_gift' }) : null;
    const stores = names.map(() => openStore());
    const instances = stores.map((store) => createTown({ store }));
    cloudBase.clearLog();
    const claim = async (instance: Town, n: number): Promise<string> => {
      // On a slow machine some are told to try again, and do, as a phone does.
      for (let tries = 1; ; tries += 1) {
        const code = await instance.person(names[n] as string).code('coupon.claim', { communityId, campaignId }, `rush-claim-${n}`);
        if (code !== 'try_again' || tries === TRIES) return code;
      }
    };
    const codes = await Promise.all(instances.map(claim));
    const conflicts = cloudBase.requests.filter(({ action }) => action === 'database.abortTransaction').length;
    process.stdout.write(`${cloudBase.requests.length} requests for ${PEOPLE} claims, ${conflicts} attempts lost to another\n`);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(STOCK);
    expect(codes.filter((code) => code === 'sold_out')).toHaveLength(PEOPLE - STOCK);
    const { campaigns } = await shop.owner.get('analytics.today', { communityId });
    const rowOf = (id: string) => campaigns.find(({ card }) => card.campaignId === id);
    if (gift !== null) expect(rowOf(gift)?.card.people).toBe(STOCK);
    expect(rowOf(campaignId)).toMatchObject({ couponsReserved: STOCK, couponsIssued: STOCK, card: { left: 0, people: STOCK } });
    expect((await checkData(town.store)).differences).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
  },
  60_000,
);

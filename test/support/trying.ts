// A shop that lets members try something, for tests: who applies, who uses the voucher, who reports.
import { createLoadedChecker } from './loaded-checker';
import { createTown, type DraftChoices, FIRST_DAY, openShop, type Resident } from './town';

/** A campaign of a community. */
export interface Place {
  readonly communityId: string;
  readonly campaignId: string;
}

/** Uses a member's voucher of a trial at the counter. */
export async function useVoucher(person: Resident, clerk: Resident, { communityId, campaignId }: Place): Promise<void> {
  const couponId = `${communityId}/coupon/${campaignId}/${person.memberIdIn(communityId)}/1`;
  const { code } = await person.get('redemption.code', { communityId, couponId });
  const { scanToken } = await clerk.get('redemption.scan', { communityId, code: code.token });
  await clerk.get('redemption.confirm', { communityId, scanToken, orderFen: 1_000 });
}

/** The words of a report that says enough. */
export const REPORT = '外脆里软,下次还来买';

/** Opens it: applications until the third day, vouchers until the sixth, reports until the ninth. */
export async function openTrying() {
  const checker = createLoadedChecker();
  const shop = await openShop(createTown({ contentCheck: checker }));
  const [anna, eva, fay] = [await shop.member('anna'), await shop.member('eva'), await shop.member('fay')];
  const days = { startsOn: FIRST_DAY, endsOn: '2026-03-04' };
  const trial = async ({ parameters, ...rest }: Partial<DraftChoices> = {}): Promise<Place> => ({
    communityId: shop.communityId,
    campaignId: await shop.publish({
      type: 'trial',
      title: '核桃包试吃',
      ...days,
      ...rest,
      parameters: { item: '核桃包', places: 1, useUntilOn: '2026-03-07', reportUntilOn: '2026-03-10', ...parameters },
    }),
  });
  const ranked = (parameters: object = {}) => trial({ parameters: { selection: 'criteria', by: 'streak', ...parameters } });
  const apply = (person: Resident, place: Place, text = '豆浆油条') => person.call('trial.apply', { ...place, text });
  const report = (person: Resident, place: Place, text = REPORT, stars = 5) => person.call('trial.report', { ...place, text, stars });
  const mine = async (person: Resident, place: Place) => (await person.get('campaign.open', place)).card.mine.entry;
  const results = (place: Place) => shop.owner.get('trial.results', place);
  /** Somebody who has tried it. */
  const tried = async (person: Resident, place: Place) => {
    await apply(person, place);
    await useVoucher(person, shop.owner, place);
  };
  const judge = async (person: Resident, place: Place, slot: 'apply' | 'report', refusal: 'other' | null) => {
    const { waiting } = await shop.owner.get('moderation.texts', { communityId: shop.communityId });
    const memberId = person.memberIdIn(shop.communityId);
    const found = waiting.find((one) => one.person.memberId === memberId && one.slot === slot);
    return shop.owner.call('moderation.judge', { ...place, memberId, slot, since: found?.since ?? 0, refusal });
  };
  return { checker, shop, anna, eva, fay, trial, ranked, apply, report, mine, results, tried, judge };
}

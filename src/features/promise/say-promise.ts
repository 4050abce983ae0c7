// What is said of a promise that broke: what it owes, and what each way to make it good does.
import type { BrokenPromise } from '#app/features/owner-desk';
import { benefitLabel } from '#app/i18n/say-benefit';
import type { OwnersWords } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

type Person = BrokenPromise['member'];

type Owed = BrokenPromise['owed'];
type OwedCoupon = Omit<Extract<Owed, { kind: 'coupon' }>, 'kind'>;

function sayCoupon({ owner, formats, benefits }: OwnersWords, { benefit, thresholdFen, useDays }: OwedCoupon): string {
  const threshold = thresholdFen === 0 ? null : formats.money(thresholdFen);
  return owner.promises.promised(benefitLabel(benefits, benefit), threshold, formats.days(useDays));
}

/** What a promise owes, a sentence for each coupon and whom it is for. */
export function sayOwed(words: OwnersWords, { owed, member, friend }: BrokenPromise): readonly string[] {
  const says = words.owner.promises;
  if (owed.kind === 'words') return [owed.words];
  if (owed.kind === 'points') return [says.promisedPoints(words.formats.points(owed.points))];
  if (owed.kind === 'goods') return [says.promisedGoods(owed.item, owed.number), says.why(owed.words)];
  if (owed.kind === 'coupon') return [sayCoupon(words, owed)];
  const to = (person: Person | null, coupons: readonly OwedCoupon[]) =>
    person === null ? [] : coupons.map((coupon) => says.promisedTo(nameOf(words, person), sayCoupon(words, coupon)));
  return [...to(friend, owed.friend), ...to(member, owed.inviter)];
}

/** How the owner calls somebody. */
export function nameOf({ owner }: OwnersWords, person: Person): string {
  return owner.shared.person(person.name, person.tag);
}

/** What giving what is owed does, one line each. */
function settleEffects(words: OwnersWords, { owed, member, friend }: BrokenPromise): readonly string[] {
  const { owner, formats, benefits } = words;
  const says = owner.promises;
  if (owed.kind === 'words') return [];
  if (owed.kind === 'goods') return says.goods.effects(nameOf(words, member), owed.item, owed.number);
  if (owed.kind === 'points') return [says.settleOne(nameOf(words, member), formats.points(owed.points)), ...says.settleEffect];
  const give = (person: Person | null, coupons: readonly OwedCoupon[]) =>
    person === null
      ? []
      : coupons.map(({ benefit }) => says.settleOne(nameOf(words, person), says.aCoupon(benefitLabel(benefits, benefit))));
  const given = owed.kind === 'coupon' ? give(member, [owed]) : [...give(friend, owed.friend), ...give(member, owed.inviter)];
  const [first] = owed.kind === 'coupon' ? [owed] : [...owed.friend, ...owed.inviter];
  return [...given, ...(first === undefined ? [] : [says.settleDays(formats.days(first.useDays))]), ...says.settleEffect];
}

type Settled = ValueOf<'promise.settle'>;

/** What a sheet says before, and what is said once it is done. */
interface SettleSheet {
  readonly title: string;
  readonly effects: readonly string[];
  readonly confirm: string;
  done(settled: Settled): string;
}

/** Giving what is owed. */
export function givingSheet(words: OwnersWords, promise: BrokenPromise): SettleSheet {
  const { owner, formats } = words;
  const says = owner.promises;
  const effects = settleEffects(words, promise);
  if (promise.owed.kind === 'goods') {
    return { title: says.goods.title, effects, confirm: says.goods.confirm, done: () => says.goods.done };
  }
  const done = ({ coupons, points, useUntilOn }: Settled) =>
    useUntilOn === null ? says.settledPoints(formats.points(points)) : says.settled(formats.coupons(coupons), formats.day(useUntilOn));
  return { title: says.settleTitle, effects, confirm: says.settleConfirm, done };
}

/** Settling otherwise, with words that are kept: of an order, its points go back. */
export function wordsSheet(words: OwnersWords, promise: BrokenPromise): SettleSheet & { readonly label: string; readonly example: string } {
  const { owner, formats } = words;
  const { goods, ...says } = owner.promises;
  const { owed, member } = promise;
  if (owed.kind !== 'goods') {
    const asks = { label: says.wordsLabel, example: says.wordsExample, confirm: says.byWordsConfirm };
    return { ...asks, title: says.byWordsTitle, effects: says.byWordsEffect, done: () => says.settledWords };
  }
  const effects = goods.backEffects(nameOf(words, member), formats.points(owed.points));
  const asks = { label: goods.backLabel, example: goods.backExample, confirm: goods.backConfirm };
  return { ...asks, title: goods.backTitle, effects, done: ({ points }) => goods.backDone(formats.points(points)) };
}

// A shop for tests of reminders: a messenger that keeps what it sends, and a member who has a coupon and a streak.
import { expect } from 'vitest';
import type { InputOf } from '#core/contract';
import type { JournalDocument, ReminderDocument } from '#core/tables';
import { addDays, type Day, dayStartAt } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { HOUR_MS, type Instant } from '#core/values/instant';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { checkData } from '#server/app/check-data';
import type { Store } from '#server/ports/store';
import { createRecordingMessenger } from './recording-messenger';
import { createTown, FIRST_DAY, openShop, type Resident, shanghai } from './town';

/** An instant by the shop's clock. */
export const clock = (on: Day, hours: number): Instant => dayStartAt(on, shanghai) + hours * HOUR_MS;

/** What `reminder.accept` takes. */
export type Accepted = InputOf<'reminder.accept'>['accepted'];

/** The same store, which counts how often it is asked. */
function countReads(store: Store): { readonly store: Store; asked(): number } {
  let asked = 0;
  const counted =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    (...given: Given) => {
      asked += 1;
      return ask(...given);
    };
  const { read, list, rank, top, around } = store;
  const reads = { read: counted(read), list: counted(list), rank: counted(rank), top: counted(top), around: counted(around) };
  return { store: { ...store, ...reads }, asked: () => asked };
}

/** A shop with a check-in plan and a drop, a messenger that keeps what it sends, and Anna, who has a coupon and a streak. */
export async function openReminded() {
  const messenger = createRecordingMessenger();
  const { store, asked } = countReads(createMemoryStore());
  const shop = await openShop(createTown({ messenger, store }));
  const { communityId, town } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', title: '每日打卡' });
  const drop = await shop.publish({ type: 'coupon_drop', title: '五元券', parameters: { perMemberMax: 3 } });
  const anna = await shop.member('anna');
  const { ticket } = await anna.get('coupon.claim', { communityId, campaignId: drop });
  await anna.get('checkin.checkIn', { communityId, campaignId: plan });
  const aboutCoupon: Accepted[number] = { kind: 'coupon_expiring', couponId: ticket.couponId };
  const aboutPlan: Accepted[number] = { kind: 'checkin_open', campaignId: plan };
  const accept = (...accepted: Accepted) => anna.get('reminder.accept', { communityId, accepted });
  const walletOf = async (person: Resident) => {
    const id = makeId(communityId, 'reminder', person.memberIdIn(communityId));
    return (await town.store.read([id])).get(id) as unknown as ReminderDocument;
  };
  /** Lets the timer run at an instant; nothing may differ from the journal afterwards. */
  const runTimerAt = async (at: Instant) => {
    town.goTo(at);
    const report = await town.runTimer();
    expect((await checkData(town.store)).differences).toEqual([]);
    return report;
  };
  const checkIn = () => anna.get('checkin.checkIn', { communityId, campaignId: plan });
  const dayBefore = addDays(ticket.useUntilOn, -1);
  return { ...shop, asked, messenger, plan, drop, anna, ticket, aboutCoupon, aboutPlan, accept, walletOf, runTimerAt, checkIn, dayBefore };
}

/** The day after the first day of every test. */
export const tomorrow = addDays(FIRST_DAY, 1);

/** The journal of the shop, in its order. */
export async function journalsOf(shop: {
  town: { store: Parameters<typeof checkData>[0] };
  communityId: string;
}): Promise<readonly JournalDocument[]> {
  const range = { prefix: [], order: 'ascending' } as const;
  return (await shop.town.store.list('journal.byStamp', shop.communityId, range, 200)).documents as unknown as readonly JournalDocument[];
}

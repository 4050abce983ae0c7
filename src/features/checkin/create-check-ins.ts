// The check-ins of a phone: the stamp falls at the tap, and is taken back when the server says no or nothing comes.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import type { Resource } from '#app/features/resource';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;
type Card = Home['campaigns'][number];

/** What a check-in answers. */
export type CheckInValue = ValueOf<'checkin.checkIn'>;

/** What came of a tap: the value, the reason why not, or null when the same check-in was under way already. */
export type CheckInReply = { readonly ok: true; readonly value: CheckInValue } | No | null;

/** A check-in whose answer has not come: of which plan, and for which day where that is not today. */
export interface Stamping {
  readonly campaignId: string;
  readonly on: string | null;
}

/** What is under way. Nothing of it is in the home itself: to take a stamp back is to forget it here. */
export interface CheckInsState {
  readonly stamping: readonly Stamping[];
}

/** The check-ins of a phone. */
export interface CheckIns {
  readonly store: StoreApi<CheckInsState>;
  /**
   * Checks in for today, or for the day `on` while its grace lasts. A try whose outcome is unknown keeps its requestId for the next.
   * @param land hears the answer while the stamp still stands, so that a page of its own can take it over
   */
  run(campaignId: string, on?: string, land?: (value: CheckInValue) => void): Promise<CheckInReply>;
}

/** What check-ins need of their phone. */
export interface CheckInsParts {
  readonly caller: Caller;
  readonly here: () => { communityId: string };
  readonly home: Resource<Home>;
  readonly newId: () => string;
}

/** Whether today's check-in of a plan is under way. */
export function isStamping({ stamping }: CheckInsState, campaignId: string): boolean {
  return stamping.some((one) => one.campaignId === campaignId && one.on === null);
}

/** A card with one more day of today's. What only the server knows, points and milestones that are paid, stays as it was. */
export function stampedCard(card: Card): Card {
  const { mine } = card;
  if (mine.checkedInToday) return card;
  const nearer = <Stop extends { readonly missingDays: number }>(stop: Stop): Stop => ({
    ...stop,
    missingDays: Math.max(0, stop.missingDays - 1),
  });
  return {
    ...card,
    people: card.people + 1,
    mine: {
      ...mine,
      checkedInToday: true,
      streakDays: mine.streakDays + 1,
      totalDays: mine.totalDays + 1,
      next: mine.next && nearer(mine.next),
      plan: mine.plan && { ...mine.plan, restToday: false, unitWaits: false, milestones: mine.plan.milestones.map(nearer) },
    },
  };
}

/** A card after a check-in, of today or within the grace for the day before. */
export function afterCheckIn(card: Card, value: CheckInValue, today: string): Card {
  const stamped = value.on === today ? stampedCard(card) : card;
  const isPaid = (stop: { readonly ladder: string; readonly days: number }) =>
    value.milestones.some(({ ladder, days }) => ladder === stop.ladder && days === stop.days);
  const { plan } = stamped.mine;
  return {
    ...stamped,
    mine: {
      ...stamped.mine,
      streakDays: value.streakDays,
      totalDays: value.totalDays,
      next: value.next,
      plan: plan && { ...plan, milestones: plan.milestones.map((stop) => (isPaid(stop) ? { ...stop, paid: true } : stop)) },
    },
  };
}

/** Makes the check-ins of a phone; those of several plans do not wait for each other. */
export function createCheckIns({ caller, here, home, newId }: CheckInsParts): CheckIns {
  const store = createStore<CheckInsState>(() => ({ stamping: [] }));
  const deeds = new Map<string, Deed<{ communityId: string; campaignId: string; on?: string }, 'checkin.checkIn'>>();

  function deedOf(campaignId: string) {
    const deed = deeds.get(campaignId) ?? createDeed((input, requestId) => caller.change('checkin.checkIn', input, requestId), newId);
    deeds.set(campaignId, deed);
    return deed;
  }

  function putIntoHome(campaignId: string, value: CheckInValue): void {
    home.put((shown) => ({
      ...shown,
      me: { ...shown.me, points: value.points },
      campaigns: shown.campaigns.map((card) => (card.campaignId === campaignId ? afterCheckIn(card, value, shown.today) : card)),
    }));
  }

  return {
    store,
    async run(campaignId, on, land) {
      const deed = deedOf(campaignId);
      if (deed.store.getState().busy) return null;
      const mine: Stamping = { campaignId, on: on ?? null };
      store.setState(({ stamping }) => ({ stamping: [...stamping, mine] }));
      try {
        const reply = await deed.run({ ...here(), campaignId, ...(on === undefined ? {} : { on }) });
        if (reply?.ok === true) {
          putIntoHome(campaignId, reply.value);
          land?.(reply.value);
          void home.refresh();
        }
        // Somebody who checked in on another phone sees the stamp here too.
        if (reply?.ok === false && reply.code === 'already_checked_in') void home.refresh();
        return reply as CheckInReply;
      } finally {
        store.setState(({ stamping }) => ({ stamping: stamping.filter((one) => one !== mine) }));
      }
    },
  };
}

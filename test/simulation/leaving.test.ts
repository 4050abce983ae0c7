// People who leave for good and come back, at random: the journal still makes every document, and nobody earns anything a second time.
import { describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { checkData } from '#server/app/check-data';
import { createLoadedChecker } from '../support/loaded-checker';
import { createTown, openShop, type Resident, type Shop } from '../support/town';
import { createChance } from './chance';

const PEOPLE = 6;
const DAYS = 12;
const TAPS_PER_DAY = 30;

interface Life {
  readonly shop: Shop;
  readonly people: readonly Resident[];
  readonly journals: readonly JournalDocument[];
  /** Points of somebody right after everything about them was erased. */
  readonly pointsAfter: readonly number[];
}

async function journalsOf(shop: Shop): Promise<readonly JournalDocument[]> {
  const journals: JournalDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await shop.town.store.list('journal.byStamp', shop.communityId, { prefix: [], order: 'ascending' }, 200, cursor);
    journals.push(...(page.documents as unknown as JournalDocument[]));
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return journals;
}

/** A life in which everything that a person can do happens to happen, and leaving again and again. */
async function live(seed: number): Promise<Life> {
  const chance = createChance(seed);
  const shop = await openShop(createTown({ contentCheck: createLoadedChecker() }));
  const { communityId, town } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', parameters: { milestones: [{ days: 2, points: 50 }] } });
  const drop = await shop.publish({ type: 'coupon_drop', parameters: { stock: 100, perMemberMax: 2 } });
  const invites = await shop.publish({ type: 'invite_reward', parameters: { pairs: 30 } });
  const people = Array.from({ length: PEOPLE }, (_, index) => town.person(`person ${index}`));
  const pointsAfter: number[] = [];
  const cards: string[] = [];

  async function tap(person: Resident): Promise<void> {
    const here = { communityId };
    switch (chance.below(9)) {
      case 0:
      case 1: {
        const card = cards.length === 0 || chance.oneIn(2) ? {} : { inviteToken: chance.pick(cards) };
        await person.call('community.enter', { ...here, ...card });
        await person.call('community.join', here);
        return;
      }
      case 2:
      case 3:
        await person.call('checkin.checkIn', { ...here, campaignId: plan });
        return;
      case 4:
        await person.call('coupon.claim', { ...here, campaignId: drop });
        return;
      case 5: {
        const made = await person.call('invite.create', { ...here, campaignId: invites });
        if (made.ok) cards.push(made.value.token);
        return;
      }
      case 6:
        await person.call('leaderboard.hide', { ...here, hidden: chance.oneIn(2) });
        return;
      case 7:
        await person.call('membership.showName', { ...here, nickname: '名字' });
        return;
      default: {
        if (!chance.oneIn(3)) return;
        const left = await person.call('membership.erase', here);
        if (left.ok) pointsAfter.push((await person.get('community.home', here)).me.points);
      }
    }
  }

  for (let day = 0; day < DAYS; day += 1) {
    for (let count = 0; count < TAPS_PER_DAY; count += 1) {
      town.wait(1 + chance.below(1_000));
      await tap(chance.pick(people));
    }
    town.nextDay();
  }
  return { shop, people, journals: await journalsOf(shop), pointsAfter };
}

function counted<Key>(keys: readonly Key[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(JSON.stringify(key), (counts.get(JSON.stringify(key)) ?? 0) + 1);
  return [...counts.values()];
}

describe.each([1, 2, 3, 4, 5])('a life with leaving, seed %i', (seed) => {
  test('keeps the books and gives nothing twice', async () => {
    const { shop, people, journals, pointsAfter } = await live(seed);
    const { town, communityId, owner } = shop;
    expect(pointsAfter.length).toBeGreaterThan(5);
    expect(pointsAfter.every((points) => points === 0)).toBe(true);
    expect((await checkData(town.store)).differences).toEqual([]);

    const events = journals.flatMap((journal) => journal.events.map((event) => ({ ...event, by: journal.memberId })));
    const milestones = events.flatMap((event) => (event.kind === 'milestone_reached' ? [[event.by, event.days]] : []));
    expect(Math.max(0, ...counted(milestones))).toBeLessThanOrEqual(1);
    const claims = events.flatMap((event) => (event.kind === 'coupon_issued' && event.reason === 'claim' ? [event.memberId] : []));
    expect(Math.max(0, ...counted(claims))).toBeLessThanOrEqual(2);
    const welcomes = events.flatMap((event) => (event.kind === 'coupon_issued' && event.reason === 'invited' ? [event.memberId] : []));
    expect(Math.max(0, ...counted(welcomes))).toBeLessThanOrEqual(1);
    const days = events.flatMap((event) => (event.kind === 'checked_in' ? [[event.by, event.on]] : []));
    expect(Math.max(0, ...counted(days))).toBeLessThanOrEqual(1);

    const { members } = await owner.get('community.members', { communityId });
    const present = new Set(members.map(({ person }) => person.memberId));
    expect((await owner.get('community.home', { communityId })).community.members).toBe(present.size);
    const board = await owner.get('leaderboard.board', { communityId, kind: 'checkin', period: 'all' });
    for (const { person } of board.top) expect(present.has(person.memberId)).toBe(true);
    for (const person of people.filter((one) => !present.has(one.memberIdIn(communityId)))) {
      const ids = ['identity', 'profile'].map((table) => `${communityId}/${table}/${person.memberIdIn(communityId)}`);
      expect((await town.store.read(ids)).size).toBe(0);
    }
  });
});

// Everything that is held about a member, given to the member page by page, and to nobody else.
import { beforeEach, describe, expect, test } from 'vitest';
import { openCounter } from '../support/counter';
import { aJpeg, base64Of } from '../support/jpeg';
import { createLoadedChecker, type LoadedChecker } from '../support/loaded-checker';
import { createTown } from '../support/town';

let checker: LoadedChecker;
let counter: Awaited<ReturnType<typeof openCounter>>;

beforeEach(async () => {
  checker = createLoadedChecker();
  counter = await openCounter({}, createTown({ contentCheck: checker }));
  counter.town.wait(1);
});

const here = () => ({ communityId: counter.communityId });
const annaId = () => counter.anna.memberIdIn(counter.communityId);

describe('an export', () => {
  async function exportOf(person: typeof counter.anna) {
    const sections: Record<string, Record<string, unknown>[]> = {};
    let cursor: string | undefined;
    do {
      const part = await person.get('membership.export', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
      sections[part.section] = [...(sections[part.section] ?? []), ...part.documents];
      cursor = part.cursor ?? undefined;
    } while (cursor !== undefined);
    return sections;
  }

  test('holds every document of mine, and nobody else’s', async () => {
    const { anna, town, coupon } = counter;
    await anna.get('membership.showName', { ...here(), nickname: '小林' });
    await anna.get('membership.showAvatar', { ...here(), picture: base64Of(aJpeg()) });
    const sections = await exportOf(anna);
    const ids = Object.values(sections).flatMap((documents) => documents.map(({ id }) => String(id)));
    for (const own of ['member', 'identity', 'profile']) expect(ids).toContain(`${counter.communityId}/${own}/${annaId()}`);
    expect(sections['coupons']).toMatchObject([{ id: coupon.couponId }]);
    expect(sections['person']).toContainEqual({ id: expect.any(String), source: expect.stringMatching(/^\/pictures\//) });
    expect(JSON.stringify(sections)).toContain('小林');
    expect(JSON.stringify(sections)).not.toContain(town.person('owner').memberIdIn(counter.communityId));
    const range = { prefix: [annaId()], order: 'ascending' } as const;
    const journals = await town.store.list('journal.byMember', counter.communityId, range, 100);
    expect(sections['journal']?.map(({ id }) => id)).toEqual(journals.documents.map(({ id }) => id));
  });

  test('of a picture that WeChat is looking at names no check, whose answer somebody could then make up', async () => {
    checker.picture = { pending: 'trace-1' };
    await counter.anna.get('membership.showAvatar', { ...here(), picture: base64Of(aJpeg()) });
    const { person } = await exportOf(counter.anna);
    expect(person).toContainEqual(expect.objectContaining({ id: `${counter.communityId}/profile/${annaId()}` }));
    expect(JSON.stringify(person)).toContain('/pictures/');
    expect(JSON.stringify(person)).not.toContain('trace-1');
  });

  test('goes over as many pages as there are', async () => {
    const { anna, town } = counter;
    for (let count = 0; count < 60; count += 1) {
      town.wait(1);
      await anna.get('leaderboard.hide', { ...here(), hidden: count % 2 === 0 });
    }
    expect((await exportOf(anna))['journal']?.length).toBeGreaterThan(60);
  });

  test('of a cursor that is none is denied', async () => {
    for (const cursor of ['members', 'coupons~no-cursor', 'person~']) {
      expect(await counter.anna.code('membership.export', { ...here(), cursor })).toBe('invalid_input');
    }
  });
});

// Where accounts joined from: a digest that compares within one week and one community, never an address, and gone after two weeks.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#core/values/instant';
import { createKeyedFingerprint } from '#server/adapters/signing/keyed-fingerprint';
import { checkData } from '#server/app/check-data';
import { placeOf } from '#server/app/place-of';
import { openNoticed, openRing } from '../support/rings';
import { createTown, openShop, type Town } from '../support/town';

const HOME = '203.0.113.7';
const fingerprint = createKeyedFingerprint('a key');
const MONDAY = Date.UTC(2026, 2, 5);
const of = (address: string | undefined, communityId = 'c', now = MONDAY) => placeOf(fingerprint, communityId, address, now);

/** A town whose every phone is on one network. */
function onOneNetwork(): Town {
  const town = createTown();
  return { ...town, person: (personKey) => town.person(personKey, HOME) };
}

describe('a place', () => {
  test.each([
    ['the same address', HOME, HOME],
    ['an IPv4 address in IPv6 clothes', HOME, `::ffff:${HOME}`],
    ['two phones in one household', '2001:db8:1:2::1', '2001:0db8:1:2:aaaa:bbbb:cccc:dddd'.replace('0db8', 'db8')],
  ])('of %s is the same', (_name, one, other) => {
    expect(of(one)).not.toBeNull();
    expect(of(one)).toBe(of(other));
  });

  test('is another one of another address, in another community, with another key, and in another week', () => {
    const digests = [of(HOME), of('203.0.113.8'), of(HOME, 'd'), of(HOME, 'c', MONDAY + 7 * DAY_MS), of('2001:db8:1:3::1')];
    digests.push(placeOf(createKeyedFingerprint('another key'), 'c', HOME, MONDAY));
    expect(new Set(digests).size).toBe(digests.length);
  });

  test.each([
    undefined,
    '',
    '127.0.0.1',
    '::1',
    '10.0.0.4',
    '192.168.1.2',
    '172.20.0.1',
    'fe80::1',
    '::ffff:10.0.0.1',
    'unknown',
    '_hidden',
    '<b>',
  ])('of %j is none: it is everybody’s, or nobody’s', (address) => {
    expect(of(address)).toBeNull();
  });
});

test('the address itself is kept nowhere', async () => {
  const { town, here } = await openNoticed(onOneNetwork());
  const { documents } = await town.store.list('identity.byPerson', here.communityId, { prefix: [], order: 'ascending' }, 50);
  expect(documents.every(({ place }) => typeof place === 'string')).toBe(true);
  const journal = await town.store.list('journal.byStamp', here.communityId, { prefix: [], order: 'ascending' }, 200);
  for (const document of [...documents, ...journal.documents]) expect(JSON.stringify(document)).not.toContain(HOME);
});

test('accounts from one place are one sign of a ring, beside the others', async () => {
  const { waiting } = await openNoticed(onOneNetwork());
  expect(await waiting()).toMatchObject([{ signs: ['burst', 'never_back', 'same_place'], weight: 6 }]);
});

test('friends of one household who come back are not noticed', async () => {
  const { anna, ring, night, town, here, waiting } = await openRing(onOneNetwork());
  const friends = await ring(anna, 'family', 5);
  town.nextDay();
  for (const friend of friends) await friend.get('community.enter', here);
  await night();
  expect(await waiting()).toEqual([]);
});

test('a place is removed from the account after two weeks, with the first look of the timer after that, and nothing else of it', async () => {
  const town = onOneNetwork();
  const shop = await openShop(town);
  await shop.member('anna');
  const accounts = async () =>
    (await town.store.list('identity.byPerson', shop.communityId, { prefix: [], order: 'ascending' }, 50)).documents;
  const before = await accounts();
  town.wait(13 * DAY_MS);
  await town.runTimer();
  expect((await accounts()).every(({ place }) => place !== undefined)).toBe(true);
  town.wait(2 * DAY_MS);
  await town.runTimer();
  const known = ({ id, memberId, personKey, joinedAt }: (typeof before)[number]) => ({ id, memberId, personKey, joinedAt });
  expect((await accounts()).map(known)).toEqual(before.map(known));
  expect((await accounts()).every(({ place, placedAt }) => place === undefined && placedAt === undefined)).toBe(true);
  await town.runTimer();
  expect((await accounts()).length).toBe(2);
  expect((await checkData(town.store)).differences).toEqual([]);
});

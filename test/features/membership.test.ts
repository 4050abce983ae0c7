// What members show of themselves, through the application: opted into, checked, waiting, taken back; and pictures that are kept.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { MINUTE_MS } from '#core/values/instant';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { createKeyedFingerprint } from '#server/adapters/signing/keyed-fingerprint';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { Fault } from '#server/ports/fault';
import { aJpeg, base64Of, exif } from '../support/jpeg';
import { createLoadedChecker, type LoadedChecker } from '../support/loaded-checker';
import { createTown, openShop, type Resident, type Shop } from '../support/town';

let checker: LoadedChecker;
let shop: Shop;
let anna: Resident;

const picture = base64Of(aJpeg());

beforeEach(async () => {
  checker = createLoadedChecker();
  shop = await openShop(createTown({ contentCheck: checker }));
  anna = await shop.member('anna');
});

const here = () => ({ communityId: shop.communityId });
const meOf = async (person: Resident) => (await person.get('community.home', here())).me;

/** Anna as the owner sees her in the list of members. */
async function seen() {
  const { members } = await shop.owner.get('community.members', here());
  return members.find(({ person }) => person.memberId === anna.memberIdIn(shop.communityId))?.person;
}

/** Whether the server still has the picture of an image's source. */
async function isServed(source: string): Promise<boolean> {
  const [, , community = '', id = ''] = source.split('/');
  return (await createDocumentPictures(shop.town.store).read(community, id)) !== null;
}

async function leftOver(): Promise<number> {
  const range = { prefix: [], order: 'ascending' } as const;
  return (await shop.town.store.list('discardedPicture.byDiscarded', null, range, 10)).documents.length;
}

describe('a nickname', () => {
  test('is nobody’s until they want one', async () => {
    expect(await seen()).toMatchObject({ name: null, avatar: null });
    expect(await anna.get('membership.showName', { ...here(), nickname: '小林' })).toEqual({ state: 'shown' });
    expect(await seen()).toMatchObject({ name: '小林' });
    expect(checker.askedTexts.at(-1)).toEqual({ text: '小林', scene: 'profile', personKey: 'anna' });
    expect(await anna.get('membership.showName', { ...here(), nickname: null })).toEqual({ state: 'masked' });
    expect(await seen()).toMatchObject({ name: null });
  });

  test('that may not be shown is refused, and the one before stays', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '小林' });
    checker.texts.set('骂', 'risky');
    const reply = await anna.call('membership.showName', { ...here(), nickname: '骂骂' });
    expect(reply).toEqual({ ok: false, code: 'content_refused', data: { path: 'nickname', label: 'abuse', word: '骂' } });
    expect(await seen()).toMatchObject({ name: '小林' });
  });

  test.each([
    ['needs a look', () => checker.texts.set('老板', 'review')],
    [
      'could not be checked',
      () => {
        checker.isDown = true;
      },
    ],
  ])('that %s waits, seen by its member and nobody else', async (_what, load) => {
    load();
    expect(await anna.get('membership.showName', { ...here(), nickname: '老板娘' })).toEqual({ state: 'waiting' });
    expect(await seen()).toMatchObject({ name: null });
    expect(await meOf(anna)).toMatchObject({ name: null, profile: { waitingName: '老板娘' } });
    expect((await meOf(shop.owner)).profile.waitingName).toBeNull();
  });

  test('is in no journal, neither itself nor a digest by which it could be guessed', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '小林' }, 'name-request');
    const id = `${shop.communityId}/journal/${anna.memberIdIn(shop.communityId)}/name-request`;
    const journal = (await shop.town.store.read([id])).get(id) as unknown as JournalDocument;
    expect(JSON.stringify(journal)).not.toContain('小林');
    const request = JSON.stringify(['membership.showName', { ...here(), nickname: '小林' }]);
    expect(journal.digest).not.toBe(createHash('sha256').update(request).digest('base64url'));
    expect(journal.digest).toBe(createKeyedFingerprint('test-journal')(request));
  });
});

describe('a picture', () => {
  test('is nobody’s until they want one; then others see it, without what the camera wrote', async () => {
    const taken = base64Of(aJpeg(132, 132, [exif]));
    expect(await anna.get('membership.showAvatar', { ...here(), picture: taken })).toEqual({ state: 'shown' });
    const { avatar } = (await seen()) ?? {};
    expect(avatar).toMatch(/^\/pictures\/[a-z2-7]{12}\/[0-9a-f]{32}$/);
    expect((await meOf(anna)).avatar).toBe(avatar);
    const [, , community = '', id = ''] = (avatar ?? '').split('/');
    expect((await createDocumentPictures(shop.town.store).read(community, id))?.bytes).toEqual(new Uint8Array(aJpeg()));
  });

  test('is checked where it is kept', async () => {
    await anna.get('membership.showAvatar', { ...here(), picture });
    expect(checker.askedPictures).toEqual([{ address: (await meOf(anna)).avatar?.replace('/pictures/', ''), personKey: 'anna' }]);
  });

  test('that replaces another leaves nothing of the one before', async () => {
    await anna.get('membership.showAvatar', { ...here(), picture });
    const first = (await meOf(anna)).avatar ?? '';
    await anna.get('membership.showAvatar', { ...here(), picture });
    const second = (await meOf(anna)).avatar ?? '';
    expect([first === second, await isServed(first), await isServed(second), await leftOver()]).toEqual([false, false, true, 0]);
  });

  test('is taken back, and gone from the server', async () => {
    await anna.get('membership.showAvatar', { ...here(), picture });
    const { avatar } = await meOf(anna);
    expect(await anna.get('membership.showAvatar', { ...here(), picture: null })).toEqual({ state: 'masked' });
    expect([(await meOf(anna)).avatar, await isServed(avatar ?? ''), await leftOver()]).toEqual([null, false, 0]);
  });

  test('sent twice by a bad network is kept once', async () => {
    const input = { ...here(), picture };
    await anna.get('membership.showAvatar', input, 'avatar-request');
    const { avatar } = await meOf(anna);
    await anna.get('membership.showAvatar', input, 'avatar-request');
    expect((await meOf(anna)).avatar).toBe(avatar);
    expect(checker.askedPictures).toHaveLength(1);
  });

  test('is what was looked at, and no other that is sent under the same request meanwhile', async () => {
    const wishes = [aJpeg(132, 132), aJpeg(120, 120)];
    const ask = checker.checkPicture;
    let both: () => void = () => undefined;
    const kept = new Promise<void>((resolve) => {
      both = resolve;
    });
    checker.checkPicture = async (asked) => {
      const answer = await ask(asked);
      if (checker.askedPictures.length === wishes.length) both();
      await kept;
      return answer;
    };
    const codes = await Promise.all(
      wishes.map((wish) => anna.code('membership.showAvatar', { ...here(), picture: base64Of(wish) }, 'avatar-request')),
    );
    expect([...codes].sort()).toEqual(['ok', 'request_id_reused']);
    const [, , community = '', id = ''] = ((await meOf(anna)).avatar ?? '').split('/');
    const served = await createDocumentPictures(shop.town.store).read(community, id);
    expect(served?.bytes).toEqual(new Uint8Array(wishes[codes.indexOf('ok')] ?? []));
  });

  test.each([
    ['too large for what is shown', base64Of(aJpeg(133, 132))],
    ['not a picture', base64Of(Uint8Array.from([1, 2, 3]))],
  ])('that is %s is not read', async (_what, unreadable) => {
    const reply = await anna.call('membership.showAvatar', { ...here(), picture: unreadable });
    expect(reply).toEqual({ ok: false, code: 'picture_unreadable', data: { sideMin: 16, sideMax: 132 } });
  });

  test('of more than 48 KB, or not of base64, is denied', async () => {
    for (const odd of ['A'.repeat(48 * 1024 + 4), 'data:image/jpeg;base64,AAAA', '']) {
      expect(await anna.code('membership.showAvatar', { ...here(), picture: odd })).toBe('invalid_input');
    }
  });

  test('that may not be shown is refused and not kept', async () => {
    checker.picture = 'risky';
    const reply = await anna.call('membership.showAvatar', { ...here(), picture });
    expect(reply).toEqual({ ok: false, code: 'content_refused', data: { path: 'picture', label: 'other', word: null } });
    const [asked] = checker.askedPictures;
    expect(await isServed(`/pictures/${asked?.address}`)).toBe(false);
  });

  test.each(['review', { pending: 'trace-1' }] as const)('in %j waits, and the one before stays on show', async (verdict) => {
    await anna.get('membership.showAvatar', { ...here(), picture });
    const before = (await meOf(anna)).avatar;
    checker.picture = verdict;
    expect(await anna.get('membership.showAvatar', { ...here(), picture })).toEqual({ state: 'waiting' });
    expect((await seen())?.avatar).toBe(before);
    expect((await meOf(anna)).profile.waitingPicture).toMatch(/^\/pictures\//);
  });
});

describe('pictures that cannot be removed', () => {
  test('spoil nothing and are removed when the timer comes by', async () => {
    const store = createMemoryStore();
    const kept = createDocumentPictures(store);
    let isDown = true;
    const pictures = {
      ...kept,
      remove: async (address: string) => {
        if (isDown) throw new Fault('pictures_unavailable', 'the storage does not answer');
        await kept.remove(address);
      },
    };
    const checked = createLoadedChecker();
    shop = await openShop(createTown({ store, pictures, contentCheck: checked }));
    anna = await shop.member('anna');
    await anna.get('membership.showAvatar', { ...here(), picture });
    const { avatar } = await meOf(anna);
    expect(await anna.code('membership.showAvatar', { ...here(), picture: null })).toBe('ok');
    expect([await isServed(avatar ?? ''), await leftOver()]).toEqual([true, 1]);
    isDown = false;
    shop.town.wait(6 * MINUTE_MS);
    await shop.town.runTimer({ pictures });
    expect([await isServed(avatar ?? ''), await leftOver()]).toEqual([false, 0]);
  });
});

describe('an installation that shows nothing of its members', () => {
  beforeEach(async () => {
    shop = await openShop(createTown({ contentCheck: checker, userContent: false }));
    anna = await shop.member('anna');
  });

  test('takes neither a nickname nor a picture, and says so beforehand', async () => {
    expect((await meOf(anna)).profile.open).toBe(false);
    expect(await anna.code('membership.showName', { ...here(), nickname: '小林' })).toBe('user_content_off');
    expect(await anna.code('membership.showAvatar', { ...here(), picture })).toBe('user_content_off');
    expect(checker.askedPictures).toEqual([]);
  });

  test('masks those who had shown something before, and lets them take it back', async () => {
    const { store } = shop.town;
    const id = `${shop.communityId}/profile/${anna.memberIdIn(shop.communityId)}`;
    const profile = { id, memberId: anna.memberIdIn(shop.communityId), nickname: '小林' };
    await store.decide([id], () => ({ reply: null, writes: [{ kind: 'insert', document: profile }] }));
    expect(await seen()).toMatchObject({ name: null, avatar: null });
    expect((await meOf(anna)).name).toBeNull();
    expect(await anna.get('membership.showName', { ...here(), nickname: null })).toEqual({ state: 'masked' });
    expect((await store.read([id])).size).toBe(0);
  });
});

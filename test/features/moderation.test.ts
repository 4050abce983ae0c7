// The owner's queue of what waits for a look, and what WeChat's check says of a picture later.
import { beforeEach, describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { judgePicture } from '#server/app/jobs/judge-picture';
import type { JobParts } from '#server/app/run-jobs';
import { aJpeg, base64Of } from '../support/jpeg';
import { createLoadedChecker, type LoadedChecker } from '../support/loaded-checker';
import { createTown, openShop, type Resident, type Shop } from '../support/town';

let checker: LoadedChecker;
let shop: Shop;
let anna: Resident;

const picture = base64Of(aJpeg());

beforeEach(async () => {
  checker = createLoadedChecker();
  checker.texts.set('老板', 'review');
  checker.picture = 'review';
  shop = await openShop(createTown({ contentCheck: checker }));
  anna = await shop.member('anna');
});

const here = () => ({ communityId: shop.communityId });
const queue = async () => (await shop.owner.get('moderation.queue', here())).waiting;
const meOf = async (person: Resident) => (await person.get('community.home', here())).me;
const memberId = () => anna.memberIdIn(shop.communityId);

describe('the queue', () => {
  test('is empty while everything passes', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '小林' });
    expect(await queue()).toEqual([]);
  });

  test('shows the owner what waits, the oldest first, and nobody else may look', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '老板娘' });
    shop.town.wait(10);
    const eva = await shop.member('eva');
    await eva.get('membership.showAvatar', { ...here(), picture });
    const [first, second, ...others] = await queue();
    expect(first).toMatchObject({ person: { memberId: memberId(), name: null }, nickname: { text: '老板娘' }, picture: null });
    expect(second).toMatchObject({ nickname: null, picture: { source: expect.stringMatching(/^\/pictures\//) } });
    expect(others).toEqual([]);
    expect(await anna.code('moderation.queue', here())).toBe('co_owner_only');
  });

  test('comes in pages of twenty, each of few reads', async () => {
    for (let count = 0; count < 21; count += 1) {
      shop.town.wait(1);
      await (await shop.member(`member ${count}`)).get('membership.showName', { ...here(), nickname: `老板${count}` });
    }
    const page = await shop.owner.get('moderation.queue', here());
    expect(page.waiting).toHaveLength(20);
    const last = await shop.owner.get('moderation.queue', { ...here(), cursor: page.cursor ?? '' });
    expect([last.waiting.map(({ nickname }) => nickname?.text), last.cursor]).toEqual([['老板20'], null]);
  });
});

describe('a look', () => {
  const judge = (part: object) => shop.owner.call('moderation.decide', { ...here(), memberId: memberId(), ...part } as never);

  test('lets a nickname through', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '老板娘' });
    const [row] = await queue();
    expect((await judge({ shown: 'nickname', since: row?.nickname?.since, refusal: null })).ok).toBe(true);
    expect([(await meOf(anna)).name, await queue()]).toEqual(['老板娘', []]);
  });

  test('refuses it with a reason, which the member and the journal are told, without the name', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '老板娘' });
    const [row] = await queue();
    await judge({ shown: 'nickname', since: row?.nickname?.since, refusal: 'impersonation' });
    expect(await meOf(anna)).toMatchObject({ name: null, profile: { waitingName: null, refusedName: 'impersonation' } });
    const range = { prefix: [shop.owner.memberIdIn(shop.communityId)], order: 'descending' } as const;
    const page = await shop.town.store.list('journal.byMember', shop.communityId, range, 1);
    const [journal] = page.documents as unknown as JournalDocument[];
    expect(journal?.events).toEqual([{ kind: 'moderated', memberId: memberId(), shown: 'nickname', refusal: 'impersonation' }]);
    expect(JSON.stringify(journal)).not.toContain('老板');
  });

  test('lets a picture through, or refuses it and removes the file', async () => {
    const { store } = shop.town;
    await anna.get('membership.showAvatar', { ...here(), picture });
    const [first] = await queue();
    await judge({ shown: 'picture', since: first?.picture?.since, refusal: null });
    const { avatar } = await meOf(anna);
    expect(avatar).toBe(first?.picture?.source);
    shop.town.wait(1);
    await anna.get('membership.showAvatar', { ...here(), picture });
    const [second] = await queue();
    await judge({ shown: 'picture', since: second?.picture?.since, refusal: 'offensive' });
    expect(await meOf(anna)).toMatchObject({ avatar, profile: { waitingPicture: null, refusedPicture: 'offensive' } });
    const [, , community = '', id = ''] = (second?.picture?.source ?? '').split('/');
    expect(await createDocumentPictures(store).read(community, id)).toBeNull();
  });

  test('at what was changed since changes nothing', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '老板娘' });
    const [row] = await queue();
    shop.town.wait(1);
    await anna.get('membership.showName', { ...here(), nickname: '老板大' });
    expect(await judge({ shown: 'nickname', since: row?.nickname?.since, refusal: null })).toMatchObject({ code: 'nothing_waiting' });
    expect((await meOf(anna)).name).toBeNull();
  });

  test('at what the member took back changes nothing', async () => {
    await anna.get('membership.showName', { ...here(), nickname: '老板娘' });
    const [row] = await queue();
    await anna.get('membership.showName', { ...here(), nickname: null });
    expect(await judge({ shown: 'nickname', since: row?.nickname?.since, refusal: null })).toMatchObject({ code: 'nothing_waiting' });
  });
});

describe("the answer of WeChat's check of a picture", () => {
  const parts = () => ({ store: shop.town.store, log: { line: () => undefined } }) as unknown as JobParts;
  const answer = (traceId: string, result: 'pass' | 'review' | 'risky') => judgePicture({ traceId, result }, parts(), shop.town.now());

  beforeEach(async () => {
    checker.picture = { pending: 'trace-1' };
    await anna.get('membership.showAvatar', { ...here(), picture });
  });

  test('shows it, once, however often the push comes', async () => {
    await answer('trace-1', 'pass');
    const written = shop.town.written();
    await answer('trace-1', 'pass');
    await answer('trace-1', 'risky');
    expect((await meOf(anna)).avatar).toMatch(/^\/pictures\//);
    expect([await queue(), shop.town.written()]).toEqual([[], written]);
  });

  test('refuses it, and the file is noted to be removed', async () => {
    await answer('trace-1', 'risky');
    expect(await meOf(anna)).toMatchObject({ avatar: null, profile: { waitingPicture: null, refusedPicture: 'other' } });
    const range = { prefix: [], order: 'ascending' } as const;
    expect((await shop.town.store.list('discardedPicture.byDiscarded', null, range, 10)).documents).toHaveLength(1);
  });

  test('that leaves it to a person, is of a trace that nobody knows, or comes too late, changes nothing', async () => {
    const written = shop.town.written();
    await answer('trace-1', 'review');
    await answer('trace-2', 'risky');
    expect(shop.town.written()).toBe(written);
    expect(await queue()).toHaveLength(1);
    await anna.get('membership.showAvatar', { ...here(), picture: null });
    await answer('trace-1', 'pass');
    expect((await meOf(anna)).avatar).toBeNull();
  });

  test('is for the picture that was checked, not for the next', async () => {
    checker.picture = { pending: 'trace-2' };
    await anna.get('membership.showAvatar', { ...here(), picture });
    await answer('trace-1', 'pass');
    expect((await meOf(anna)).avatar).toBeNull();
    await answer('trace-2', 'pass');
    expect((await meOf(anna)).avatar).not.toBeNull();
  });
});

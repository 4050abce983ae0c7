// Topics through the application: what members write is checked, shown, reported, judged, taken back and erased.
import { beforeEach, describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openTalk } from '../support/talk';
import { createTown, openShop, type Resident, type Shop } from '../support/town';

let here: Awaited<ReturnType<typeof openTalk>>;
beforeEach(async () => {
  here = await openTalk();
});

describe('an answer to a topic', () => {
  test('stands for everybody, the newest first, under a mask or the shown name', async () => {
    const { shop, anna, eva, topic, write, threadOf } = here;
    await eva.get('membership.showName', { communityId: shop.communityId, nickname: '小伊' });
    await write(anna, topic, '豆浆油条');
    shop.town.wait(1_000);
    await write(eva, topic, '吐司');
    const { posts, mine } = await threadOf(anna, topic);
    expect(posts.map(({ text, person, mine: own }) => [text, person.name, own])).toEqual([
      ['吐司', '小伊', false],
      ['豆浆油条', null, true],
    ]);
    expect(mine).toMatchObject([{ text: '豆浆油条', state: 'shown' }]);
  });

  test('comes in pages, each text once', async () => {
    const { shop, anna, topic, write, threadOf, at } = here;
    for (let n = 0; n < 23; n += 1) {
      await write(await shop.member(`writer ${n}`), topic, `第${n}条`);
      shop.town.wait(1);
    }
    const first = await threadOf(anna, topic);
    expect(first.posts).toHaveLength(20);
    const second = await anna.get('content.thread', { ...at(topic), cursor: first.cursor ?? '' });
    const all = [...first.posts, ...second.posts].map(({ text }) => text);
    expect(new Set(all).size).toBe(23);
    expect(second.cursor).toBeNull();
  });

  test('is one per member: written again, it takes the place of the one before', async () => {
    const { anna, eva, topic, write, seenBy } = here;
    await write(anna, topic, '粥');
    await write(anna, topic, '面');
    expect(await seenBy(eva, topic)).toEqual(['面']);
  });

  test('that may not be said is refused with the field, and nothing is kept', async () => {
    const { checker, shop, anna, topic, at } = here;
    checker.texts.set('骂', 'risky');
    const before = shop.town.written();
    const no = await anna.call('content.post', { ...at(topic), text: '骂人' });
    expect(no).toMatchObject({ code: 'content_refused', data: { path: 'text', word: '骂' } });
    expect(shop.town.written()).toBe(before);
  });

  test('that needs a look waits: its writer sees it, the owner has it in the queue, others see it once it is let through', async () => {
    const { checker, shop, anna, eva, topic, at, write, threadOf, seenBy, waiting, judge, textsWaiting } = here;
    checker.texts.set('便宜', 'review');
    expect(await write(anna, topic, '隔壁更便宜')).toEqual({ slot: 'answer', state: 'waiting' });
    expect(await seenBy(eva, topic)).toEqual([]);
    expect((await threadOf(anna, topic)).mine).toMatchObject([{ text: '隔壁更便宜', state: 'waiting' }]);
    expect((await anna.get('campaign.open', at(topic))).card.mine.entry).toMatchObject({ kind: 'topic', state: 'waiting' });
    expect((await waiting()).waiting).toMatchObject([{ text: '隔壁更便宜', title: '三月活动', shown: false, reports: [] }]);
    expect(await textsWaiting()).toBe(1);
    expect((await judge(anna, null)).ok).toBe(true);
    expect(await seenBy(eva, topic)).toEqual(['隔壁更便宜']);
    expect(await textsWaiting()).toBe(0);
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('that the owner refuses is only its writer’s to see, with the reason; the next one waits for a look', async () => {
    const { checker, anna, eva, topic, at, write, threadOf, seenBy, judge } = here;
    checker.texts.set('便宜', 'review');
    await write(anna, topic, '隔壁更便宜');
    await judge(anna, 'offensive');
    expect(await seenBy(eva, topic)).toEqual([]);
    expect((await threadOf(anna, topic)).mine).toMatchObject([{ state: 'refused', refusal: 'offensive' }]);
    expect((await anna.get('campaign.open', at(topic))).card.mine.entry).toMatchObject({ state: 'refused', refusal: 'offensive' });
    expect(await write(anna, topic, '换一句')).toMatchObject({ state: 'waiting' });
  });

  test('is judged as it was looked at: one that was changed meanwhile does not wait in that form', async () => {
    const { checker, shop, anna, topic, write, waiting, textOf } = here;
    checker.texts.set('便宜', 'review');
    await write(anna, topic, '便宜');
    const since = (await waiting()).waiting[0]?.since ?? 0;
    shop.town.wait(1);
    await write(anna, topic, '更便宜');
    expect(await shop.owner.code('moderation.judge', { ...textOf(anna), since, refusal: null })).toBe('nothing_waiting');
  });

  test('can be taken off by the owner though nobody reported it', async () => {
    const { shop, anna, eva, topic, write, threadOf, seenBy, textOf } = here;
    await write(anna, topic, '你好');
    const since = (await threadOf(anna, topic)).posts[0]?.at ?? 0;
    await shop.owner.get('moderation.judge', { ...textOf(anna), since, refusal: 'other' });
    expect(await seenBy(eva, topic)).toEqual([]);
  });

  test('is taken back by its writer, and by nobody else', async () => {
    const { shop, anna, eva, topic, at, write, seenBy } = here;
    await write(anna, topic, '豆浆');
    expect(await eva.code('content.remove', { ...at(topic), slot: 'answer' })).toBe('not_found');
    await anna.get('content.remove', { ...at(topic), slot: 'answer' });
    expect(await seenBy(eva, topic)).toEqual([]);
    expect((await anna.get('campaign.open', at(topic))).card.mine.entry).toMatchObject({ state: 'none' });
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('that the owner has refused is not back by taking it back and posting it again, nor by posting twice', async () => {
    const { shop, anna, eva, topic, at, write, threadOf, seenBy, judge, textsWaiting } = here;
    const takeBack = () => anna.get('content.remove', { ...at(topic), slot: 'answer' });
    await write(anna, topic, '别处更好');
    const since = (await threadOf(anna, topic)).posts[0]?.at ?? 0;
    await shop.owner.get('moderation.judge', { ...here.textOf(anna), since, refusal: 'other' });
    await takeBack();
    expect((await threadOf(anna, topic)).mine).toEqual([]);
    expect(await anna.code('content.remove', { ...at(topic), slot: 'answer' })).toBe('not_found');
    expect(await write(anna, topic, '别处更好')).toMatchObject({ state: 'waiting' });
    expect(await write(anna, topic, '别处更好。')).toMatchObject({ state: 'waiting' });
    await takeBack();
    expect(await textsWaiting()).toBe(0);
    expect(await write(anna, topic, '别处更好')).toMatchObject({ state: 'waiting' });
    expect(await seenBy(eva, topic)).toEqual([]);
    await judge(anna, null);
    expect(await seenBy(eva, topic)).toEqual(['别处更好']);
    expect(await write(anna, topic, '这里更好')).toMatchObject({ state: 'shown' });
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('is taken at the longest, and not a character longer', async () => {
    const { anna, topic, at } = here;
    expect(await anna.code('content.post', { ...at(topic), text: '早'.repeat(300) })).toBe('ok');
    expect(await anna.code('content.post', { ...at(topic), text: '早'.repeat(301) })).toBe('invalid_input');
  });

  test('is written by nobody outside of the group, nor after the end; and read by nobody outside', async () => {
    const { shop, anna, at } = here;
    const closed = await shop.publish({ type: 'topic', groupId: 'fruit-group' });
    const outsider = shop.town.person('outsider');
    await outsider.get('community.join', { communityId: shop.communityId });
    expect(await outsider.code('content.post', { ...at(closed), text: '你好' })).toBe('not_in_group');
    expect(await outsider.code('content.thread', at(closed))).toBe('not_in_group');
    await shop.owner.get('campaign.end', at(closed));
    expect(await anna.code('content.post', { ...at(closed), text: '你好' })).toBe('campaign_ended');
    expect(await anna.code('content.thread', at(closed))).toBe('ok');
  });

  test('sent twice at once is there once', async () => {
    const { anna, eva, topic, seenBy, at } = here;
    const input = { ...at(topic), text: '豆浆' };
    await Promise.all([anna.call('content.post', input), anna.call('content.post', input)]);
    expect(await seenBy(eva, topic)).toEqual(['豆浆']);
  });
});

describe('a report', () => {
  const report = (person: Resident) => person.code('content.report', { ...here.textOf(here.anna), reason: 'offensive' });

  test('puts a text into the queue, once per member, while others still see it; let through, it may be reported anew by others', async () => {
    const { shop, anna, eva, topic, write, seenBy, waiting, judge } = here;
    await write(anna, topic, '难听的话');
    expect(await report(eva)).toBe('ok');
    expect(await report(eva)).toBe('already_reported');
    expect((await waiting()).waiting).toMatchObject([{ shown: true, reports: ['offensive'] }]);
    expect(await seenBy(eva, topic)).toEqual(['难听的话']);
    await judge(anna, null);
    expect((await waiting()).waiting).toEqual([]);
    expect(await report(eva)).toBe('already_reported');
    expect(await report(await shop.member('fay'))).toBe('ok');
  });

  test('by the third member hides a text until the owner has looked, and new words do not bring it back', async () => {
    const { shop, anna, eva, topic, write, seenBy, judge } = here;
    await write(anna, topic, '难听的话');
    await report(eva);
    await report(await shop.member('fay'));
    expect(await seenBy(eva, topic)).toHaveLength(1);
    await report(await shop.member('gil'));
    expect(await seenBy(eva, topic)).toEqual([]);
    expect(await write(anna, topic, '换一句')).toMatchObject({ state: 'waiting' });
    await judge(anna, null);
    expect(await seenBy(eva, topic)).toEqual(['换一句']);
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('stays with the place when its writer takes the text back; the words are gone, and nothing waits', async () => {
    const { shop, anna, eva, topic, at, write, seenBy, waiting, textsWaiting, textOf } = here;
    const takeBack = () => anna.get('content.remove', { ...at(topic), slot: 'answer' });
    await write(anna, topic, '难听的话');
    await report(eva);
    const since = (await waiting()).waiting[0]?.since ?? 0;
    await takeBack();
    expect(await textsWaiting()).toBe(0);
    expect((await waiting()).waiting).toEqual([]);
    expect(await shop.owner.code('moderation.judge', { ...textOf(anna), since, refusal: 'other' })).toBe('nothing_waiting');
    const { documents } = await anna.get('membership.export', { communityId: shop.communityId, cursor: 'texts' });
    expect(JSON.stringify(documents)).not.toContain('难听的话');
    expect(await write(anna, topic, '换一句')).toMatchObject({ state: 'shown' });
    expect((await waiting()).waiting).toMatchObject([{ text: '换一句', reports: ['offensive'] }]);
    await report(await shop.member('fay'));
    await report(await shop.member('gil'));
    await takeBack();
    expect(await write(anna, topic, '再换一句')).toMatchObject({ state: 'waiting' });
    expect(await seenBy(eva, topic)).toEqual([]);
    await takeBack();
    await anna.get('membership.erase', { communityId: shop.communityId });
    const left = await shop.town.store.list('entry.byMember', shop.communityId, { prefix: [], order: 'ascending' }, 50);
    expect(left.documents).toEqual([]);
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('is not for one’s own text, nor for what nobody sees', async () => {
    const { anna, eva, topic, write, at } = here;
    await write(anna, topic, '你好');
    expect(await report(anna)).toBe('own_entry');
    await anna.get('content.remove', { ...at(topic), slot: 'answer' });
    expect(await report(eva)).toBe('not_found');
  });
});

describe('without user content', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(createTown({ userContent: false }));
  });

  test('topics and questions are not offered, saved or published; quizzes, polls and notices are', async () => {
    const { types } = await shop.owner.get('campaign.types', { communityId: shop.communityId });
    const codes = types.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['quiz', 'poll', 'notice']));
    expect(codes).not.toContain('topic');
    expect(codes).not.toContain('question');
    const draft = { ...(types[0]?.start as never as object), type: 'topic', title: '话题', parameters: { prompt: '聊聊' } } as never;
    expect(await shop.owner.code('campaign.save', { communityId: shop.communityId, draft })).toBe('user_content_off');
  });

  test('one that was there before shows the owner’s words alone, and takes none', async () => {
    const on = await openShop(createTown());
    const campaignId = await on.publish({ type: 'topic', title: '早餐' });
    const draft = await on.save({ type: 'topic' });
    const member = await on.member('anna');
    await member.get('content.post', { communityId: on.communityId, campaignId, text: '豆浆' });
    const off = createTown({ userContent: false, store: on.town.store });
    const input = { communityId: on.communityId, campaignId };
    expect(await off.person('anna').get('content.thread', input)).toMatchObject({ open: false, title: '早餐', mine: [], posts: [] });
    expect(await off.person('anna').code('content.post', { ...input, text: '油条' }, 'switched-off-1')).toBe('user_content_off');
    expect(await off.person('owner').code('campaign.publish', { communityId: on.communityId, campaignId: draft }, 'switched-off-2')).toBe(
      'user_content_off',
    );
    expect(await off.person('anna').code('content.remove', { ...input, slot: 'answer' }, 'switched-off-3')).toBe('ok');
  });
});

describe('a way to elsewhere, on a server of one’s own', () => {
  const asking = '加 V：abc123 领好东西';

  test('waits for the owner where members speak or show themselves', async () => {
    const shop = await openShop(createTown());
    const { communityId } = shop;
    const campaignId = await shop.publish({ type: 'topic' });
    const anna = await shop.member('anna');
    expect(await anna.get('content.post', { communityId, campaignId, text: asking })).toMatchObject({ state: 'waiting' });
    expect(await anna.get('membership.showName', { communityId, nickname: 'Ｖ Ｘ：abc123' })).toMatchObject({ state: 'waiting' });
    expect((await shop.owner.get('moderation.texts', { communityId })).waiting.map(({ text }) => text)).toEqual([asking]);
  });

  test('is the shop’s own to name in its posts', async () => {
    const shop = await openShop(createTown());
    const campaignId = await shop.save({ type: 'coupon_drop', summary: '有事加微信 abc12345' });
    expect((await shop.owner.get('campaign.preview', { communityId: shop.communityId, campaignId })).problems).toEqual([]);
  });
});

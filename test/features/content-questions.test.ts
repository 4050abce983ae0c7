// Questions and answers through the application: asked so many times, answered by others, one answer accepted for good.
import { beforeEach, describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openTalk } from '../support/talk';

let here: Awaited<ReturnType<typeof openTalk>>;
beforeEach(async () => {
  here = await openTalk();
});

describe('a question', () => {
  test('is answered by others, and its asker accepts one answer, for good: help that counts, and no points', async () => {
    const { shop, anna, eva, talk, write, threadOf, question, reply, accept, helpedOf, at } = here;
    await write(anna, talk, '面包怎么存？');
    expect((await reply(eva, anna, '切片冷冻')).ok).toBe(true);
    const inside = { ...at(talk), question: question(anna) };
    expect(await anna.get('content.thread', inside)).toMatchObject({
      question: { text: '面包怎么存？' },
      posts: [{ text: '切片冷冻', accepted: false }],
    });
    expect((await accept(anna, eva)).ok).toBe(true);
    expect(await anna.get('content.thread', inside)).toMatchObject({ question: { accepted: true }, posts: [{ accepted: true }] });
    expect((await threadOf(eva, talk)).posts).toMatchObject([{ text: '面包怎么存？', accepted: true }]);
    expect(await helpedOf(eva)).toBe(1);
    expect((await eva.get('community.home', { communityId: shop.communityId })).me.points).toBe(0);
    const fay = await shop.member('fay');
    await reply(fay, anna, '放冰箱');
    expect(await accept(anna, fay)).toMatchObject({ code: 'already_accepted' });
    expect(await reply(eva, anna, '改一下')).toMatchObject({ code: 'already_accepted' });
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('accepted by two taps at once counts once; a second question of the same asker counts no second time', async () => {
    const { anna, eva, talk, write, reply, accept, helpedOf } = here;
    await write(anna, talk, '一');
    await write(anna, talk, '二');
    await reply(eva, anna, '答一');
    await reply(eva, anna, '答二', 2);
    await Promise.all([accept(anna, eva), accept(anna, eva)]);
    expect((await accept(anna, eva, 2)).ok).toBe(true);
    expect(await helpedOf(eva)).toBe(1);
  });

  test('is asked as often as the terms say, those taken back among them', async () => {
    const { anna, talk, write, at } = here;
    await write(anna, talk, '一');
    await anna.get('content.remove', { ...at(talk), slot: 'q1' });
    await write(anna, talk, '二');
    expect(await anna.call('content.post', { ...at(talk), text: '三' })).toMatchObject({ code: 'asked_all', data: { max: 2 } });
  });

  test('is answered by nobody who asked it, nor once it is gone, nor accepted by anybody else', async () => {
    const { shop, anna, eva, talk, idOf, write, question, reply, accept, at } = here;
    await write(anna, talk, '一');
    expect(await reply(anna, anna, '自己答')).toMatchObject({ code: 'own_entry' });
    await reply(eva, anna, '答');
    expect(await eva.code('content.accept', { ...at(talk), slot: 'q1', helperId: idOf(eva) })).toBe('not_found');
    expect(await accept(anna, await shop.member('fay'))).toMatchObject({ code: 'not_found' });
    await anna.get('content.remove', { ...at(talk), slot: 'q1' });
    expect(await reply(eva, anna, '再答')).toMatchObject({ code: 'not_found' });
    expect(await eva.code('content.thread', { ...at(talk), question: question(anna) })).toBe('not_found');
  });

  test('that waits is for nobody but its asker to open', async () => {
    const { checker, anna, eva, talk, write, seenBy, question, at } = here;
    checker.texts.set('便宜', 'review');
    await write(anna, talk, '哪里便宜？');
    expect(await seenBy(eva, talk)).toEqual([]);
    expect(await eva.code('content.thread', { ...at(talk), question: question(anna) })).toBe('not_found');
    expect(await anna.get('content.thread', { ...at(talk), question: question(anna) })).toMatchObject({ question: { state: 'waiting' } });
  });
});

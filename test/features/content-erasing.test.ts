// Erasing a member takes every text of theirs along, and leaves what they write afterwards.
import { beforeEach, describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { checkData } from '#server/app/check-data';
import { openTalk } from '../support/talk';

let here: Awaited<ReturnType<typeof openTalk>>;
beforeEach(async () => {
  here = await openTalk();
});

describe('erasing', () => {
  test('takes every text of the member away at once, also from the queue, and nothing of it is in the journal', async () => {
    const { checker, shop, anna, eva, topic, talk, idOf, write, seenBy, reply, textsWaiting } = here;
    checker.texts.set('便宜', 'review');
    await write(anna, topic, '独一无二的话,便宜');
    await write(anna, talk, '独一无二的问题');
    await write(eva, talk, '伊娃问');
    await reply(anna, eva, '独一无二的回答');
    await anna.get('membership.erase', { communityId: shop.communityId });
    const { store } = shop.town;
    for (const index of ['entry.byMember', 'leftTexts.byLeft'] as const) {
      const { documents } = await store.list(index, shop.communityId, { prefix: [], order: 'ascending' }, 50);
      expect(documents.map(({ memberId }) => memberId)).not.toContain(idOf(anna));
    }
    expect(await textsWaiting()).toBe(0);
    const { documents } = await store.list('journal.byStamp', shop.communityId, { prefix: [], order: 'ascending' }, 200);
    expect(JSON.stringify(documents as unknown as JournalDocument[])).not.toContain('独一无二');
    expect(await seenBy(eva, talk)).toEqual(['伊娃问']);
    expect((await checkData(store)).differences).toEqual([]);
  });

  test('leaves what the same person writes afterwards', async () => {
    const { shop, anna, eva, topic, write, seenBy } = here;
    await write(anna, topic, '旧的');
    await anna.get('membership.erase', { communityId: shop.communityId });
    shop.town.wait(1);
    await anna.get('community.join', { communityId: shop.communityId });
    await write(anna, topic, '新的');
    shop.town.wait(3_600_000);
    await shop.town.runTimer();
    expect(await seenBy(eva, topic)).toEqual(['新的']);
  });

  test('comes after an export that holds every text', async () => {
    const { shop, anna, topic, write } = here;
    await write(anna, topic, '豆浆油条');
    const { documents } = await anna.get('membership.export', { communityId: shop.communityId, cursor: 'texts' });
    expect(documents).toMatchObject([{ text: '豆浆油条', slot: 'answer' }]);
  });
});

// What a page says that has nothing to show: a broken link is called that, since nobody has filled in anything.
import { describe, expect, test } from 'vitest';
import { en } from '#app/i18n/en';
import { sayNo, sayNothingThere } from '#app/i18n/say';
import { zhCn } from '#app/i18n/zh-cn';
import { createTown, openShop } from '../support/town';

describe.each([zhCn, en])('a page without anything to show, in $language', (words) => {
  test('says of a member’s page with a broken link that it is the link, and of one that leads to nobody that nobody was found', async () => {
    const { owner, communityId } = await openShop(createTown());
    const story = (memberId: string) => owner.call('membership.story', { communityId, memberId, part: 'who' });
    const [broken, nobody] = [await story('不是编号/'), await story('nobody')];
    if (broken.ok || nobody.ok) throw new Error('there is nobody');
    expect([broken.code, nobody.code]).toEqual(['invalid_input', 'not_found']);
    expect(sayNothingThere(words, broken)).toEqual(words.member.shared.brokenLink);
    expect(sayNothingThere(words, nobody)).toEqual(sayNo(words, nobody));
  });
});

// Campaigns around content on the phone: what a card says of them and what a tap chooses.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { cardPictureOf } from '#app/features/campaign/card-picture';
import { leadOf, optionsOf, percentOf, percentsOf, questionsOf, readChosen, withChoice } from '#app/features/content/content-parts';
import { en } from '#app/i18n/en';
import { zhCn } from '#app/i18n/zh-cn';
import { openParameters } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { offeredType } from '../support/offered-types';

const written = {
  quiz: { questions: [{ question: '欧包怎么保存？', optionA: '放冰箱冷藏', optionB: '切片冷冻', optionC: '', optionD: '', right: 2 }] },
  poll: { options: [{ option: '红豆面包' }, { option: '核桃面包' }] },
};

/** A card with the type's own beginning and what an owner has written, as it reaches a member. */
function cardOf(type: 'quiz' | 'poll' | 'topic' | 'question' | 'notice'): CampaignCard {
  const own = type === 'quiz' || type === 'poll' ? written[type] : {};
  const parameters = { ...offeredType(type).start.parameters, ...own };
  const open = openParameters(campaignTypes[type].parameters, parameters as never);
  return {
    type,
    title: '活动',
    groupLabel: null,
    endsOn: '2026-03-30',
    parameters: open,
    mine: { entry: null },
  } as unknown as CampaignCard;
}

describe('a card', () => {
  test('has the options of a quiz that are there, and never the right one', () => {
    const [first] = questionsOf(cardOf('quiz'));
    expect(first?.options).toEqual(['放冰箱冷藏', '切片冷冻']);
    expect(JSON.stringify(cardOf('quiz'))).not.toContain('right');
  });

  test.each(['quiz', 'poll', 'topic', 'question', 'notice'] as const)('of a %s leads with the owner’s words, in the chat too', (type) => {
    const card = cardOf(type);
    expect(leadOf(card)).not.toBe('');
    for (const words of [zhCn, en]) {
      const picture = cardPictureOf(words, card as never, '果蔬店');
      expect(picture.gives).not.toBe('');
      expect(picture.marks).toHaveLength(1);
    }
  });

  test('of a poll has its options in order', () => {
    expect(optionsOf(cardOf('poll'))).toEqual(['红豆面包', '核桃面包']);
  });
});

describe('a tap on an option', () => {
  test.each([
    ['takes the place of the other where one may be chosen', [1], 2, 1, [2]],
    ['is added in order where several may', [3], 1, 2, [1, 3]],
    ['does nothing where all choices are used', [1, 2], 3, 2, [1, 2]],
    ['takes it off again', [1, 2], 1, 2, [2]],
  ] as const)('%s', (_what, chosen, option, max, expected) => expect(withChoice(chosen, option, max)).toEqual(expected));
});

test('a share is whole percent, and nothing of nothing', () => {
  expect([percentOf(1, 3), percentOf(3, 3), percentOf(0, 0)]).toEqual([33, 100, 0]);
});

describe('the shares of a poll', () => {
  const votes = fc.array(fc.nat(500), { minLength: 2, maxLength: 10 });

  test('add up to 100 where everybody has one vote, each within one percent, and none of nothing', () => {
    expect(percentsOf([1, 1, 1], 3)).toEqual([34, 33, 33]);
    expect(percentsOf([3, 3, 1], 7)).toEqual([43, 43, 14]);
    expect(percentsOf([2, 2, 2, 1], 7)).toEqual([29, 29, 28, 14]);
    expect(percentsOf([0, 0], 0)).toEqual([0, 0]);
    fc.assert(
      fc.property(votes, (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const percents = percentsOf(counts, total);
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(total === 0 ? 0 : 100);
        for (const [index, count] of counts.entries()) {
          const percent = percents[index] ?? 0;
          expect(Math.abs(percent * total - count * 100)).toBeLessThanOrEqual(total);
          if (count === 0) expect(percent).toBe(0);
          for (const [place, other] of counts.entries()) if (count > other) expect(percent).toBeGreaterThanOrEqual(percents[place] ?? 0);
        }
      }),
    );
  });

  test('are each a share of the people where one has several votes', () => {
    expect(percentsOf([3, 3, 2], 3)).toEqual([100, 100, 67]);
  });
});

describe('the choices of a quiz that were kept', () => {
  const questions = [
    { question: '欧包怎么保存？', options: ['冷藏', '冷冻'] },
    { question: '豆浆几点开卖？', options: ['六点', '七点', '八点'] },
  ];

  test.each([
    ['are there as far as they were made', '2', [2]],
    ['are all there', '1,3', [1, 3]],
    ['are none where nothing was kept', null, []],
    ['are none where a question has no such option', '2,4', []],
    ['are none where there are fewer questions', '1,1,1', []],
    ['are none where it is something else', '2,x', []],
  ] as const)('%s', (_what, kept, expected) => expect(readChosen(kept, questions)).toEqual(expected));
});

// The share card: whatever an owner writes, nothing is cut, nothing leaves the paper and nothing runs into the foot.
import { describe, expect, test } from 'vitest';
import { type CardPicture, cardPictureOf } from '#app/features/campaign/card-picture';
import { CARD_HEIGHT, CARD_WIDTH, drawCard } from '#app/features/campaign/draw-card';
import { en } from '#app/i18n/en';
import { zhCn } from '#app/i18n/zh-cn';
import { fitText, wrapText } from '#app/ui/wrap-text';
import { type CampaignTypeCode, campaignTypeCodes } from '#core/rules/campaign/types/index';
import { offeredType } from '../support/offered-types';

interface Written {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** A Chinese character is as wide as its size, another one a little more than half of it. */
function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? size : size * 0.58), 0);
}

/** A pen that remembers what it wrote and where. */
function newPen(): { readonly pen: CanvasRenderingContext2D; readonly written: readonly Written[] } {
  const written: Written[] = [];
  let moved = 0;
  const size = () => Number(/(\d+)px/.exec(state.font)?.[1] ?? 0);
  const state = { font: '', textAlign: 'left' };
  const nothing = () => undefined;
  const pen = new Proxy(state, {
    get(target, name: string) {
      if (name === 'measureText') return (text: string) => ({ width: widthOf(text, size()) });
      if (name === 'save') return () => (moved += 1);
      if (name === 'restore') return () => (moved -= 1);
      if (name === 'fillText') {
        return (text: string, x: number, y: number) => {
          const width = widthOf(text, size());
          const left = target.textAlign === 'right' ? x - width : target.textAlign === 'center' ? x - width / 2 : x;
          if (moved === 0) written.push({ text, left, right: left + width, bottom: y });
        };
      }
      return name in target ? target[name as keyof typeof target] : nothing;
    },
  });
  return { pen: pen as unknown as CanvasRenderingContext2D, written };
}

function pictureFor(
  type: CampaignTypeCode,
  words: typeof zhCn,
  title: string,
  group: string | null,
  parameters: Record<string, unknown> = {},
): CardPicture {
  const { start } = offeredType(type);
  const card = { ...start, mine: { priceFen: 999_999 }, title, groupLabel: group, parameters: { ...start.parameters, ...parameters } };
  return cardPictureOf(words, card as never, '青禾面包房中山路总店一二三四五六七八九');
}

const titles = ['早起', '早起打卡计划一起来看日出吃早餐跑步读书二十四字整', 'Up early with the block!', 'Donaudampfschifffahrten!'];
const groups = [null, '一二三四五六七八九十一二三四五六七八九十'];
const large = {
  item: '手工吐司五百克大份装两条一袋',
  referenceFen: 1_000_000,
  amountOffFen: 99_999,
  capFen: 1_000_000,
  thresholdFen: 1_000_000,
  pointsPerDay: 1_000,
  milestones: [{ days: 366, points: 100_000 }],
  stock: 1_000_000,
  perMemberMax: 20,
};

describe.each([zhCn, en])('in $language', (words) => {
  const cases = campaignTypeCodes.flatMap((type) => titles.flatMap((title) => groups.map((group) => [type, title, group] as const)));

  const worths = ['percent_off', 'gift', 'service', 'group_price'].flatMap((benefit) => titles.map((title) => [benefit, title] as const));
  test.each(worths)('a coupon worth %s called %s fits its paper', (benefit, title) => {
    const { pen, written } = newPen();
    drawCard(pen, pictureFor('coupon_drop', words, title, null, { ...large, benefit, percentOff: 15, priceFen: 999_999 }));
    expect(Math.min(...written.map(({ left }) => left))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...written.map(({ right }) => right))).toBeLessThanOrEqual(CARD_WIDTH);
  });

  test.each(cases)('%s called %s for %s fits its paper', (type, title, group) => {
    const { pen, written } = newPen();
    const picture = pictureFor(type, words, title, group, large);
    drawCard(pen, picture);
    for (const { left, right } of written) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(CARD_WIDTH);
    }
    const foot = written.filter(({ text }) => text === picture.until || text === picture.foot);
    const above = written.filter((line) => !foot.includes(line));
    expect(Math.max(...above.map(({ bottom }) => bottom))).toBeLessThan(340);
    expect(Math.max(...foot.map(({ bottom }) => bottom))).toBeLessThan(CARD_HEIGHT);
    const said = written
      .map(({ text }) => text)
      .join('')
      .replace(/[\s·]/g, '');
    for (const text of [picture.title, picture.gives, picture.condition, picture.until]) expect(said).toContain(text.replace(/[\s·]/g, ''));
  });
});

const narrow = (text: string) => widthOf(text, 10);

test('Chinese breaks between any two characters, and no line begins with a closing mark', () => {
  expect(wrapText('每天打卡，连续七天。', 40, narrow)).toEqual(['每天打', '卡，连续', '七天。']);
});

test('a dot between two things is written on no end of a line', () => {
  expect(wrapText('满 ¥30 可用 · 仅限本群', 80, narrow)).toEqual(['满 ¥30 可用', '仅限本群']);
  expect(wrapText('满 ¥30 可用 · 仅限本群', 70, narrow)).toEqual(['满 ¥30 可用', '仅限本群']);
});

test('words and numbers stay whole', () => {
  expect(wrapText('on orders of ¥1,234.50 or more', 80, narrow)).toEqual(['on orders of', '¥1,234.50 or', 'more']);
});

test('what is too wide for every size is written small and whole', () => {
  expect(fitText('Donaudampfschifffahrt', 40, 1, [20, 10], widthOf)).toEqual({ size: 10, lines: ['Donaudampfschifffahrt'] });
});

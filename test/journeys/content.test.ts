// Story: a member takes a quiz, votes, reads a letter, says something that has to be looked at, and picks the answer that helped.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { type Pictured, pictureAll } from './stage/open-album';
import { type FramedPhone, openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
const questions = [{ question: '香蕉怎么放得久？', optionA: '放冰箱冷藏', optionB: '挂起来通风', optionC: '', optionD: '', right: 2 }];
let ids: Readonly<Record<'quiz' | 'poll' | 'topic' | 'question' | 'notice', string>>;

const pageOf = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;

/** The composer is no single line: it is a field of several. */
const typeInto = ({ frame }: FramedPhone, text: string) =>
  frame.locator('textarea[id="text"]:visible, [id="text"]:visible textarea').last().fill(text);

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  ids = {
    quiz: await shop.publish('quiz', '果蔬小常识', { parameters: { questions } }),
    poll: await shop.publish('poll', '下周进哪样水果'),
    topic: await shop.publish('topic', '今天的早餐'),
    question: await shop.publish('question', '买菜做菜问问看'),
    notice: await shop.publish('notice', '清明三天的营业时间'),
  };
  await shop.join('member', '小林');
  const clerk = await shop.join('clerk', '小陈');
  await clerk.get('content.answer', { communityId: shop.communityId, campaignId: ids.quiz, chosen: [1] });
  await clerk.get('content.answer', { communityId: shop.communityId, campaignId: ids.poll, chosen: [2] });
  await clerk.get('content.post', { communityId: shop.communityId, campaignId: ids.topic, text: '小米粥配拌黄瓜。' });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('on her phone a member', () => {
  test('answers a quiz, and only then is told what was right and what it earned', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(ids.quiz));
    await phone.at('quiz-option-2').click();
    await expect.poll(() => phone.at('quiz-results').count()).toBe(0);
    await phone.at('quiz-send').click();
    await phone.at('quiz-results').waitFor();
    await untilSays(phone.says, '1 题对了 1 题', '得到 2 积分。');
    await expect.poll(() => phone.at('quiz-results').textContent()).toContain('正确答案');
    await phone.screenshot('content-1-quiz');
  });

  test('votes, and sees the counts', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(ids.poll));
    await phone.at('poll-option-1').click();
    await phone.at('poll-send').click();
    await phone.at('poll-bars').waitFor();
    await expect.poll(() => phone.says()).toContain('2 人投过票');
    await phone.screenshot('content-2-poll');
  });

  test('reads the letter', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(ids.notice));
    await phone.at('notice-got').click();
    await phone.at('notice-read').waitFor();
  });

  test('is refused a text that may not be said, keeps what she typed, and finds one that waits', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(ids.topic));
    await phone.at('text').waitFor();
    await typeInto(phone, '来抽奖吧');
    await phone.at('text-send').click();
    await phone.at('refusal-content_refused').waitFor();
    await phone.screenshot('content-3-refused');
    await typeInto(phone, '全网最好吃的豆浆');
    await phone.at('text-send').click();
    await phone.at('text-waiting').waitFor();
    // Her text has come back from the server, and what was said of it still stands there.
    await phone.frame.locator('[id^="take-back-"]:visible').first().waitFor();
    await expect.poll(() => phone.at('text-waiting').count()).toBe(1);
    await expect.poll(() => phone.says()).toContain('等群主看');
  });

  test('asks, is answered, and accepts the answer that helped', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(ids.question));
    await phone.at('text').waitFor();
    await typeInto(phone, '荠菜怎么存?');
    await phone.at('text-send').click();
    await phone.at('text-shown').waitFor();
    const { me } = await (await stage.voice('member')).get('community.home', { communityId: shop.communityId });
    const question = { memberId: me.memberId, slot: 'q1' };
    const clerk = await stage.voice('clerk');
    await clerk.get('content.post', { communityId: shop.communityId, campaignId: ids.question, question, text: '焯水挤干,冷冻。' });
    await phone.at(`open-${me.memberId}-q1`).click();
    const helper = (await clerk.get('community.home', { communityId: shop.communityId })).me.memberId;
    const reply = `${helper}-to-${me.memberId}-q1`;
    await phone.at(`accept-${reply}`).click();
    await phone.at(`sure-${reply}-confirm`).click();
    await phone.at(`text-${reply}`).getByText('已采纳').waitFor();
    await phone.screenshot('content-4-accepted');
  });
});

describe('the owner', () => {
  test('finds the text on her day, and lets it stand', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/today/index');
    await phone.at('need-texts').click();
    await phone.at('no-texts-waiting').or(phone.frame.locator('[id^="stand-"]')).first().waitFor();
    await expect.poll(() => phone.says()).toContain('全网最好吃的豆浆');
    await phone.screenshot('content-5-queue');
    await phone.frame.locator('[id^="stand-"]:visible').first().click();
    await phone.at('no-texts-waiting').waitFor();
  });
});

describe('the form of her owner', () => {
  test('gives a quiz’s question a line to itself, its options below', async () => {
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/editor/index?type=quiz');
    const boxOf = async (column: string) => {
      const field = owner.at(`field-questions-0-${column}`);
      await field.waitFor();
      return (await field.boundingBox()) as NonNullable<Awaited<ReturnType<typeof field.boundingBox>>>;
    };
    const [question, option] = [await boxOf('question'), await boxOf('optionA')];
    expect(question.width).toBeGreaterThan(option.width * 1.8);
    expect(option.y).toBeGreaterThan(question.y + question.height);
  });

  test('numbers the options of a poll', async () => {
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/editor/index?type=poll');
    await untilSays(owner.says, '选项 1', '选项 2');
  });
});

test.each([false, true])('every screen holds at both widths, in English: %s', async (english) => {
  const pictures: readonly Pictured[] = [
    { route: pageOf(ids.quiz), shows: 'quiz-results', name: 'content-quiz', dark: true },
    { route: pageOf(ids.poll), shows: 'poll-bars', name: 'content-poll', dark: true },
    { route: pageOf(ids.topic), shows: 'text-send', name: 'content-topic' },
    { route: pageOf(ids.question), shows: 'text-send', name: 'content-question' },
    { route: pageOf(ids.notice), shows: 'notice-letter', name: 'content-notice' },
    { route: '/pages/home/index', shows: `offer-${ids.quiz}`, name: 'content-home' },
  ];
  expect(await pictureAll(browser, stage.origin, 'member', pictures, english)).toEqual([]);
  const fresh: readonly Pictured[] = [
    { route: pageOf(ids.quiz), shows: 'quiz-results', name: 'content-quiz-wrong' },
    { route: '/packages/owner/editor/index?type=quiz', shows: 'field-title', name: 'content-editor' },
  ];
  expect(await pictureAll(browser, stage.origin, 'clerk', fresh.slice(0, 1), english)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'owner', fresh.slice(1), english)).toEqual([]);
});

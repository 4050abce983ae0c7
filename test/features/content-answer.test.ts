// Quizzes, polls and notices through the application: answered once, paid for knowing, and nothing told before the answer.
import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident, type Shop } from '../support/town';

type Rows = Extract<InputOf<'campaign.save'>['draft']['parameters'][string], readonly unknown[]>;

let shop: Shop;
let anna: Resident;
let eva: Resident;

/** Five questions; the second option is the right one of each. */
const questionsOf = (count: number): Rows =>
  Array.from({ length: count }, (_, index) => ({
    question: `第${index + 1}题`,
    optionA: '甲',
    optionB: '乙',
    optionC: index === 0 ? '丙' : '',
    optionD: '',
    right: 2,
  }));

const quiz = (parameters: Record<string, number | string | Rows> = {}) =>
  shop.publish({ type: 'quiz', parameters: { questions: questionsOf(3), pointsPerRight: 4, pointsBudget: 20, ...parameters } });
const poll = (parameters: Record<string, number | string | Rows> = {}) =>
  shop.publish({ type: 'poll', parameters: { options: [{ option: '甲' }, { option: '乙' }, { option: '丙' }], ...parameters } });

beforeEach(async () => {
  shop = await openShop();
  anna = await shop.member('anna');
  eva = await shop.member('eva');
});

const at = (campaignId: string) => ({ communityId: shop.communityId, campaignId });
const pointsOf = async (person: Resident) => (await person.get('community.home', { communityId: shop.communityId })).me.points;

describe('a quiz', () => {
  test('pays each right answer at once, from what publishing has set aside, and says when that is gone', async () => {
    const campaignId = await quiz();
    const first = await anna.get('content.answer', { ...at(campaignId), chosen: [2, 2, 2] });
    expect(first).toEqual({ right: 3, pointsEarned: 12, points: 12, budgetGone: false });
    const second = await eva.get('content.answer', { ...at(campaignId), chosen: [2, 2, 2] });
    expect(second).toEqual({ right: 3, pointsEarned: 8, points: 8, budgetGone: true });
    const third = await (await shop.member('late')).get('content.answer', { ...at(campaignId), chosen: [2, 1, 1] });
    expect(third).toEqual({ right: 1, pointsEarned: 0, points: 0, budgetGone: true });
    const { lines } = await anna.get('points.statement', { communityId: shop.communityId });
    expect(lines).toMatchObject([{ points: 12, reason: 'quiz', campaignId }]);
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('that is not rewarded reserves and pays nothing, and counts the score all the same', async () => {
    const campaignId = await quiz({ rewarded: 0 });
    expect(await anna.get('content.answer', { ...at(campaignId), chosen: [2, 1, 2] })).toMatchObject({
      right: 2,
      pointsEarned: 0,
      budgetGone: false,
    });
  });

  test('tells nobody the right answers before they have answered, and then all of them', async () => {
    const campaignId = await quiz();
    const before = [
      await anna.get('campaign.open', at(campaignId)),
      await anna.get('community.home', { communityId: shop.communityId }),
      await anna.get('campaign.glance', at(campaignId)),
      await shop.town.person('stranger').get('campaign.open', at(campaignId)),
    ];
    expect(JSON.stringify(before)).toContain('第1题');
    expect(JSON.stringify(before)).not.toContain('"right"');
    expect(await anna.code('content.results', at(campaignId))).toBe('not_answered');
    await anna.get('content.answer', { ...at(campaignId), chosen: [1, 2, 2] });
    await eva.get('content.answer', { ...at(campaignId), chosen: [3, 1, 1] });
    const results = await anna.get('content.results', at(campaignId));
    expect(results).toEqual({ total: 2, counts: [1, 0, 1, 0], chosen: [1, 2, 2], right: [2, 2, 2] });
    const { card } = await anna.get('campaign.open', at(campaignId));
    expect(JSON.stringify(card.parameters)).not.toContain('right');
    expect(card.mine.entry).toMatchObject({ kind: 'quiz', right: 2, points: 8 });
    expect(card.people).toBe(2);
  });

  test('keeps the right answers for the owner, who goes on editing the draft', async () => {
    const campaignId = await shop.save({ type: 'quiz', parameters: { questions: questionsOf(1) } });
    const { draft } = await shop.owner.get('campaign.preview', at(campaignId));
    expect(draft.parameters['questions']).toEqual(questionsOf(1));
  });

  test('is answered once: again is refused, and two taps at once are one answer', async () => {
    const campaignId = await quiz();
    const input = { ...at(campaignId), chosen: [2, 2, 2] };
    const replies = await Promise.all([anna.call('content.answer', input), anna.call('content.answer', input)]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'already_answered', data: { answeredAt: shop.town.now() } });
    expect(await pointsOf(anna)).toBe(12);
  });

  test('under one request is answered the same however often it is sent', async () => {
    const input = { ...at(await quiz()), chosen: [2, 1, 2] };
    const first = await anna.get('content.answer', input, 'one-request');
    expect(await anna.get('content.answer', input, 'one-request')).toEqual(first);
    expect(await pointsOf(anna)).toBe(8);
  });

  test.each([
    ['one question too few', [2, 2]],
    ['one too many', [2, 2, 2, 2]],
    ['an option that a question does not have', [4, 2, 2]],
    ['an option that another question has', [2, 3, 2]],
  ])('refuses %s', async (_what, chosen) => {
    const reply = await anna.call('content.answer', { ...at(await quiz()), chosen });
    expect(reply).toMatchObject({ code: 'choices_off', data: { min: 3, max: 3 } });
  });

  test('that is over is not answered any more, and shows what came of it to everybody', async () => {
    const campaignId = await quiz();
    await shop.owner.get('campaign.end', at(campaignId));
    expect(await anna.code('content.answer', { ...at(campaignId), chosen: [2, 2, 2] })).toBe('campaign_ended');
    expect(await anna.get('content.results', at(campaignId))).toEqual({ total: 0, counts: [0, 0, 0, 0], chosen: [], right: [2, 2, 2] });
  });

  test('for a group is neither answered nor looked into from outside of it', async () => {
    const campaignId = await shop.publish({ type: 'quiz', groupId: 'fruit-group', parameters: { questions: questionsOf(1) } });
    const outsider = shop.town.person('outsider');
    await outsider.get('community.join', { communityId: shop.communityId });
    expect(await outsider.code('content.answer', { ...at(campaignId), chosen: [2] })).toBe('not_in_group');
    expect(await outsider.code('content.results', at(campaignId))).toBe('not_in_group');
    expect(await anna.code('content.answer', { ...at(campaignId), chosen: [2] })).toBe('ok');
  });

  test('earns nothing a second time by leaving and coming back', async () => {
    const campaignId = await quiz();
    await anna.get('content.answer', { ...at(campaignId), chosen: [2, 2, 2] });
    await anna.get('membership.erase', { communityId: shop.communityId });
    await anna.get('community.join', { communityId: shop.communityId });
    expect(await anna.code('content.answer', { ...at(campaignId), chosen: [2, 2, 2] })).toBe('already_answered');
    expect((await anna.get('campaign.open', at(campaignId))).card.mine.entry).toMatchObject({ chosen: [], right: 0 });
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test.each([
    ['a right option that the question does not have', { right: 3 }, 'questions.0.right'],
    ['a fourth option without a third', { optionD: '丁' }, 'questions.0.optionC'],
  ])('is not published with %s', async (_what, wrong, path) => {
    const questions = questionsOf(2).map((row, index) => (index === 0 ? { ...row, optionC: '', ...wrong } : row));
    const campaignId = await shop.save({ type: 'quiz', parameters: { questions } });
    expect(await shop.owner.call('campaign.publish', at(campaignId))).toMatchObject({ code: 'draft_incomplete', data: { paths: [path] } });
  });

  test.each([
    [11, 'draft_incomplete'],
    [12, 'ok'],
  ])('with a budget of %s points for three questions of four is %s', async (pointsBudget, code) => {
    const campaignId = await shop.save({ type: 'quiz', parameters: { questions: questionsOf(3), pointsPerRight: 4, pointsBudget } });
    expect(await shop.owner.code('campaign.publish', at(campaignId))).toBe(code);
  });
});

describe('a poll', () => {
  test('reserves nothing, gives nothing, and shows its counts to those who have voted', async () => {
    const campaignId = await poll();
    expect(await anna.code('content.results', at(campaignId))).toBe('not_answered');
    const reply = await anna.get('content.answer', { ...at(campaignId), chosen: [2] });
    expect(reply).toEqual({ right: null, pointsEarned: 0, points: 0, budgetGone: false });
    await eva.get('content.answer', { ...at(campaignId), chosen: [3] });
    expect(await anna.get('content.results', at(campaignId))).toEqual({ total: 2, counts: [0, 1, 1], chosen: [2], right: null });
  });

  test('that may be changed counts the last vote of each person only', async () => {
    const campaignId = await poll({ choicesMax: 2, changeable: 1 });
    for (const chosen of [[1, 2], [2, 3], [1], [3, 1]]) await anna.get('content.answer', { ...at(campaignId), chosen });
    await eva.get('content.answer', { ...at(campaignId), chosen: [3] });
    expect(await eva.get('content.results', at(campaignId))).toMatchObject({ total: 2, counts: [1, 0, 2] });
    expect((await anna.get('content.results', at(campaignId))).chosen).toEqual([1, 3]);
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('that may not be changed is voted in once', async () => {
    const campaignId = await poll({ changeable: 0 });
    await anna.get('content.answer', { ...at(campaignId), chosen: [1] });
    expect(await anna.code('content.answer', { ...at(campaignId), chosen: [2] })).toBe('already_answered');
  });

  test.each([
    ['as many as may be', [1, 2], 'ok'],
    ['one more', [1, 2, 3], 'choices_off'],
    ['the same twice', [1, 1], 'choices_off'],
    ['an option that is not there', [4], 'choices_off'],
  ])('for two choices takes %s: %j is %s', async (_what, chosen, code) => {
    expect(await anna.code('content.answer', { ...at(await poll({ choicesMax: 2 })), chosen })).toBe(code);
  });

  test('keeps the vote of somebody who left, and forgets which it was', async () => {
    const campaignId = await poll();
    await anna.get('content.answer', { ...at(campaignId), chosen: [2] });
    await anna.get('membership.erase', { communityId: shop.communityId });
    await eva.get('content.answer', { ...at(campaignId), chosen: [1] });
    expect(await eva.get('content.results', at(campaignId))).toMatchObject({ total: 2, counts: [1, 1, 0] });
    await anna.get('community.join', { communityId: shop.communityId });
    expect(await anna.code('content.answer', { ...at(campaignId), chosen: [3] })).toBe('already_answered');
    expect((await anna.get('content.results', at(campaignId))).chosen).toEqual([]);
  });

  test('is not published with an option twice, or more choices than options', async () => {
    const twice = await shop.save({ type: 'poll', parameters: { options: [{ option: '甲' }, { option: '甲' }], choicesMax: 3 } });
    const { problems } = await shop.owner.get('campaign.preview', at(twice));
    expect(problems).toEqual([
      { path: 'options.1.option', problem: 'repeated' },
      { path: 'choicesMax', problem: 'too_large', limit: 2 },
    ]);
  });
});

describe('a notice', () => {
  test('is read, once however often, and its readers are counted', async () => {
    const campaignId = await shop.publish({ type: 'notice', parameters: { paragraphs: [{ text: '明天休息。' }] } });
    await anna.get('content.read', at(campaignId));
    await anna.get('content.read', at(campaignId));
    await eva.get('content.read', at(campaignId));
    const { campaigns } = await shop.owner.get('analytics.today', { communityId: shop.communityId });
    expect(campaigns.find(({ card }) => card.campaignId === campaignId)?.funnel.claimed).toBe(2);
    expect((await anna.get('campaign.open', at(campaignId))).card.mine.entry).toEqual({ kind: 'notice', readAt: shop.town.now() });
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('that is over is not read any more', async () => {
    const campaignId = await shop.publish({ type: 'notice' });
    await shop.owner.get('campaign.end', at(campaignId));
    expect(await anna.code('content.read', at(campaignId))).toBe('campaign_ended');
  });
});

test('a campaign of another type is neither answered, read nor written in', async () => {
  const campaignId = await shop.publish({ type: 'coupon_drop' });
  expect(await anna.code('content.answer', { ...at(campaignId), chosen: [1] })).toBe('not_found');
  expect(await anna.code('content.results', at(campaignId))).toBe('not_found');
  expect(await anna.code('content.read', at(campaignId))).toBe('not_found');
  expect(await anna.code('content.post', { ...at(campaignId), text: '你好' })).toBe('not_found');
  expect(await anna.code('content.thread', at(campaignId))).toBe('not_found');
});

// WeChat's push about a picture, through the timer's function: shown once it passed, whatever else is pushed.
import { expect, test } from 'vitest';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { createTimerMain } from '#server/hosts/wechat/timer/create-timer-main';
import { pushHandlers } from '#server/hosts/wechat/timer/push-events';
import { aJpeg, base64Of } from '../support/jpeg';
import { createLoadedChecker } from '../support/loaded-checker';
import { createTown, loadedDice, openShop } from '../support/town';
import { createHeardLog } from './node-host';

async function openPushed() {
  const checker = createLoadedChecker();
  checker.picture = { pending: 'trace-1' };
  const shop = await openShop(createTown({ contentCheck: checker }));
  const { communityId, town } = shop;
  const anna = await shop.member('wechat:oAnna-1');
  await anna.get('membership.showAvatar', { communityId, picture: base64Of(aJpeg()) });
  const log = createHeardLog();
  const dice = loadedDice();
  const clock = { now: town.now };
  const main = createTimerMain({
    context: () => ({}),
    open: async () => ({ store: town.store, codes: createHmacCodes('test-codes'), dice, messenger: createLogMessenger(log), log }),
    handlers: pushHandlers,
    clock,
    dice,
    log,
    budgetMs: 1_000,
  });
  const push = (part: object) =>
    main({
      ToUserName: 'gh_1',
      FromUserName: 'oAnna-1',
      CreateTime: 1_773_100_800,
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'wx8f16a5e77871234',
      version: 2,
      errcode: 0,
      ...part,
    });
  const avatar = async () => (await anna.get('community.home', { communityId })).me.avatar;
  return { push, avatar, log };
}

test('a picture that passed is shown, however often WeChat says so', async () => {
  const { push, avatar, log } = await openPushed();
  expect(await push({ trace_id: 'trace-1', result: { suggest: 'pass', label: 100 } })).toBe('success');
  const shown = await avatar();
  expect(shown).toMatch(/^\/pictures\//);
  expect(await push({ trace_id: 'trace-1', result: { suggest: 'risky', label: 20002 } })).toBe('success');
  expect(await avatar()).toBe(shown);
  expect(log.lines).toEqual([]);
});

test('a push of a trace that nobody waits for, or of no sense, is acknowledged and changes nothing', async () => {
  const { push, avatar } = await openPushed();
  for (const part of [{ trace_id: 'trace-2', result: { suggest: 'pass' } }, { trace_id: 7 }, { result: null }, {}]) {
    expect(await push(part)).toBe('success');
  }
  expect(await avatar()).toBeNull();
});

// Asking in WeChat's own dialog: what each of its answers and errors means; and that a browser never asks.
import { afterEach, expect, test } from 'vitest';
import * as browser from '#app/platform/subscribe.h5';
import { askToSubscribe, canSubscribe } from '#app/platform/subscribe.weapp';

type Answer =
  | { readonly success: Readonly<Record<string, string>> }
  | { readonly fail: { readonly errCode?: number; readonly errMsg: string } };

const asked: (readonly string[])[] = [];

/** Puts a WeChat with the dialog in the phone; it gives one answer to everything. */
function enterWechat(answer: Answer): void {
  const requestSubscribeMessage = (options: { tmplIds: readonly string[]; success(result: unknown): void; fail(error: unknown): void }) => {
    asked.push(options.tmplIds);
    if ('success' in answer) options.success({ errMsg: 'requestSubscribeMessage:ok', ...answer.success });
    else options.fail(answer.fail);
  };
  Object.assign(globalThis, { wx: { requestSubscribeMessage } });
}

afterEach(() => {
  asked.length = 0;
  Object.assign(globalThis, { wx: undefined });
});

test.each([
  [{ a: 'accept' }, ['a']],
  [{ a: 'acceptWithAudio' }, ['a']],
  [{ a: 'reject' }, []],
  [{ a: 'ban' }, []],
  [{ a: 'filter' }, []],
  [{}, []],
  [{ a: 'reject', b: 'accept' }, ['b']],
])('of the answers %j what was accepted counts: %j', async (success, accepted) => {
  enterWechat({ success: success as Record<string, string> });
  expect(await askToSubscribe(['a', 'b'])).toEqual({ kind: 'answered', accepted });
});

test('the main switch that is off is told from every other failure', async () => {
  enterWechat({ fail: { errCode: 20004, errMsg: 'requestSubscribeMessage:fail The main switch is switched off' } });
  expect(await askToSubscribe(['a'])).toEqual({ kind: 'switched_off' });
  enterWechat({ fail: { errCode: 20005, errMsg: 'requestSubscribeMessage:fail Mini Program was banned' } });
  expect(await askToSubscribe(['a'])).toEqual({ kind: 'impossible' });
  enterWechat({ fail: { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' } });
  expect(await askToSubscribe(['a'])).toEqual({ kind: 'impossible' });
});

test('WeChat is asked for five templates at the most, and for none not at all', async () => {
  enterWechat({ success: {} });
  await askToSubscribe(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(await askToSubscribe([])).toEqual({ kind: 'impossible' });
  expect(asked).toEqual([['a', 'b', 'c', 'd', 'e']]);
});

test('an old WeChat without the dialog is not asked', async () => {
  Object.assign(globalThis, { wx: {} });
  expect(canSubscribe()).toBe(false);
  expect(await askToSubscribe(['a'])).toEqual({ kind: 'impossible' });
  enterWechat({ success: {} });
  expect(canSubscribe()).toBe(true);
});

test('a browser never offers it', async () => {
  expect(browser.canSubscribe()).toBe(false);
  expect(await browser.askToSubscribe()).toEqual({ kind: 'impossible' });
});

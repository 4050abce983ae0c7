// The browser that all journeys stand on: it starts anywhere, is as wide as a phone, and can show Chinese.
import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone } from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** How many different pictures these characters make when drawn alone; missing ones all make the same empty box. */
const countPictures = `(characters) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.font = '32px sans-serif';
  return new Set([...characters].map((character) => {
    pen.clearRect(0, 0, 40, 40);
    pen.fillText(character, 0, 34);
    return pen.getImageData(0, 0, 40, 40).data.join();
  })).size;
}`;

describe('the browser of the journeys', () => {
  test('draws each Chinese character as a picture of its own', async () => {
    const phone = await openPhone(browser);
    await phone.page.setContent('<html lang="zh-CN"><body style="font: 24px sans-serif"><p>群惠:每日打卡,领券核销</p></body></html>');
    expect(await phone.page.evaluate(`(${countPictures})('群惠打卡领券核销')`)).toBe(8);
    expect(statSync(await phone.screenshot('browser-chinese')).size).toBeGreaterThan(1_000);
    await phone.close();
  });

  test.each([
    ['ordinary', 390],
    ['small', 320],
  ] as const)('is as wide as the %s phone', async (size, width) => {
    const phone = await openPhone(browser, { size });
    await phone.page.setContent('<meta name="viewport" content="width=device-width"><p>群惠</p>');
    expect(await phone.page.evaluate('[innerWidth, devicePixelRatio, navigator.language]')).toEqual([width, 2, 'zh-CN']);
    await phone.close();
  });

  test('tells what a page complained about', async () => {
    const phone = await openPhone(browser);
    await phone.page.setContent('<script>throw new Error("the stamp is broken")</script>');
    expect(phone.complaints).toEqual(['the stamp is broken']);
    await phone.close();
  });
});

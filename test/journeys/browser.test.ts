// The browser that all journeys stand on: it starts anywhere, is as wide as a phone, and can show Chinese.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone, type Phone } from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const page = `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width">
<body style="font: 24px 'PingFang SC'"><p>群惠:每日打卡,领券核销</p></body></html>`;

/** How many different pictures these characters make when a canvas draws them alone, at once; missing ones all make the same empty box. */
const countPictures = `([font, characters]) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.font = font;
  const pictures = [...characters].map((character) => {
    pen.clearRect(0, 0, 40, 40);
    pen.fillText(character, 0, 34);
    return pen.getImageData(0, 0, 40, 40).data.join();
  });
  return new Set(pictures).size;
}`;

async function showPage(phone: Phone): Promise<void> {
  await phone.page.route('http://qunhui.test/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }));
  await phone.page.goto('http://qunhui.test/');
}

describe('the browser of the journeys', () => {
  test.each(['32px "PingFang SC"', '600 32px system-ui', '32px sans-serif'])(
    'draws each Chinese character as a picture of its own, on any machine and in a canvas: %s',
    async (font) => {
      const phone = await openPhone(browser);
      await showPage(phone);
      expect(await phone.page.evaluate(`(${countPictures})(${JSON.stringify([font, '群惠打卡领券核销'])})`)).toBe(8);
      await phone.close();
    },
  );

  test.each([
    ['ordinary', 390],
    ['small', 320],
  ] as const)('is as wide as the %s phone', async (size, width) => {
    const phone = await openPhone(browser, { size });
    await showPage(phone);
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

// Gives test pages the same Chinese font on every machine, so that screenshots are legible and text is as wide everywhere.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

const fontPackage = resolve(__dirname, '..', '..', 'node_modules/@fontsource-variable/noto-sans-sc');

/** The font that the app's own list names for Chinese; test machines do not have it, so ours can take its name. */
const nameInApp = 'PingFang SC';

/** Where pages find the font: below their own address, as a strict content security policy demands; no server is asked. */
const folder = '/font-of-the-test/';

/** Makes every page of the context, frames included, show Chinese in Noto Sans SC. */
export async function bringChineseFont(context: BrowserContext): Promise<void> {
  await context.route(`**${folder}*`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(folder.length);
    const body = await readFile(join(fontPackage, 'files', file));
    await route.fulfill({ body, headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=86400' } });
  });
  const faces = (await readFile(join(fontPackage, 'wght.css'), 'utf8'))
    .replaceAll("'Noto Sans SC Variable'", `'${nameInApp}'`)
    // A late swap would move what a test is about to tap.
    .replaceAll('font-display: swap', 'font-display: block');
  await context.addInitScript(
    ({ css, below }) => {
      if (!location.protocol.startsWith('http')) return;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css.replaceAll('url(./files/', `url(${location.origin}${below}`));
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    { css: faces, below: folder },
  );
}

/**
 * Waits for the pieces of the font that a page and its frames need, and has every text drawn anew: the browser keeps what it drew
 * of some texts, boxes, while a piece was on its way. A feature that no font has makes it look each of them up again.
 */
export async function drawTextsAgain(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await document.fonts.ready;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`*, ::placeholder { font-feature-settings: "q${String(document.adoptedStyleSheets.length).padStart(3, '0')}"; }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      await document.fonts.ready;
    });
  }
}

// Screens as one person sees them: each is examined at both widths, with the largest text, and some in the dark; and pictured, where
// pictures are wanted.
import type { Browser } from 'playwright-core';
import { openPhone, phoneSizes, withPictures } from '../../support/browser';
import { examineAccess } from './examine-access';
import { chineseTexts, examineScreen } from './examine-screen';
import { openWay } from './open-way';
import { visible } from './screen-places';

/** Longer than this, and something will not come. */
const PATIENCE_MS = 30_000;

/** The largest size of text that the settings offer. */
const TEXT_SCALE = 1.3;

/** A screen to be pictured. */
export interface Pictured {
  /** The page's path with its query. */
  readonly route: string;
  /** The id of something that is there once the screen is complete. */
  readonly shows: string;
  readonly name: string;
  /** The beginning of the id of something that is tapped first, and the id of what it opens. */
  readonly tap?: readonly [idBeginning: string, opens: string];
  readonly dark?: boolean;
}

/** The pictures of one person. */
export interface Album {
  /** Opens a screen, examines it at both widths and saves the pictures that are wanted; answers everything that is wrong with it. */
  picture(pictured: Pictured): Promise<string[]>;
  /** The Chinese texts on the screen that was pictured last. */
  chinese(): Promise<string[]>;
  /** Errors that the pages threw or wrote to their console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens an album on a phone of the person's own. */
export async function openAlbum(browser: Browser, origin: string, persona: string, english = false): Promise<Album> {
  const phone = await openPhone(browser);
  const { page } = phone;
  const way = openWay(page, origin, persona);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(
    ([key, language]) => {
      // The blank page between two screens has no storage.
      if (location.protocol.startsWith('http')) localStorage.setItem(key ?? '', JSON.stringify({ data: language }));
    },
    [`qunhui.${persona}.language`, english ? 'en' : 'zh-CN'],
  );

  async function settle(): Promise<void> {
    await page.locator('.skeleton:visible').first().waitFor({ state: 'hidden' });
  }

  /** As the person's own setting does. */
  async function setTextScale(scale: number): Promise<void> {
    await page.evaluate((factor) => document.documentElement.style.setProperty('--font-scale', factor), String(scale));
  }

  /** As tall as what the page holds, so that a picture shows all of it. */
  async function showWhole(width: number): Promise<void> {
    const height = await page.evaluate(() => {
      const scrolled = [document.documentElement, ...document.querySelectorAll('.taro_page, .taro-tabbar__panel')];
      return Math.max(...scrolled.filter((element) => element.getClientRects().length > 0).map((element) => element.scrollHeight));
    });
    await page.setViewportSize({ width, height: Math.max(phoneSizes.ordinary.height, height + 60) });
  }

  return {
    complaints: phone.complaints,
    async picture({ route, shows, name, tap, dark = false }) {
      await page.setViewportSize(phoneSizes.ordinary);
      await way.to(route);
      await visible(page, shows).waitFor();
      await settle();
      if (tap !== undefined) {
        way.leaveTouched();
        await page.locator(`[id^="${tap[0]}"]:visible`).first().click();
        await visible(page, tap[1]).waitFor();
      }
      const wrong: string[] = [];
      for (const width of [phoneSizes.ordinary.width, phoneSizes.small.width]) {
        await page.setViewportSize({
          width,
          height: width === phoneSizes.small.width ? phoneSizes.small.height : phoneSizes.ordinary.height,
        });
        await phone.screenshot(`${name}-${width}${english ? '-en' : ''}`);
        wrong.push(...(await examineScreen(page)).map((complaint) => `${name} at ${width}: ${complaint}`));
        // Roles and names are the same at every width, and in every language.
        const isFirst = width === phoneSizes.ordinary.width && !english;
        if (isFirst) wrong.push(...(await examineAccess(page)).map((complaint) => `${name}: ${complaint}`));
      }
      await setTextScale(TEXT_SCALE);
      wrong.push(...(await examineScreen(page)).map((complaint) => `${name} with large text: ${complaint}`));
      await setTextScale(1);
      // The whole of a long page is looked at once, in the language that people read.
      if (!english && withPictures) {
        await showWhole(phoneSizes.ordinary.width);
        await phone.screenshot(`${name}-whole`);
      }
      if (dark) {
        await page.emulateMedia({ colorScheme: 'dark' });
        await phone.screenshot(`${name}-dark${english ? '-en' : ''}`);
        wrong.push(...(await examineScreen(page)).map((complaint) => `${name} in the dark: ${complaint}`));
        await page.emulateMedia({ colorScheme: 'light' });
      }
      return wrong;
    },
    chinese: () => chineseTexts(page),
    close: () => phone.close(),
  };
}

/** Pictures screens of one person, one after another; answers everything that is wrong with any of them. */
export async function pictureAll(
  browser: Browser,
  origin: string,
  persona: string,
  pictures: readonly Pictured[],
  english = false,
): Promise<readonly string[]> {
  const album = await openAlbum(browser, origin, persona, english);
  const wrong: string[] = [];
  for (const pictured of pictures) wrong.push(...(await album.picture(pictured)));
  await album.close();
  return [...wrong, ...album.complaints];
}

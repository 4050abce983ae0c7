// Where things are on a screen: Taro keeps the pages below in the document, so an id counts only on the page that is on show.
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The element with this id on the page that is on show. */
export function visible(where: FrameLocator | Page, id: string): Locator {
  return where.locator(`[id="${id}"]:visible`).last();
}

/** The field with this id on the page that is on show: the id stands on the field itself or around it. */
export function field(where: FrameLocator | Page, id: string): Locator {
  const kinds = ['input', 'textarea'].flatMap((kind) => [`${kind}[id="${id}"]:visible`, `[id="${id}"]:visible ${kind}`]);
  return where.locator(kinds.join(', ')).last();
}

/**
 * The page that a way inside the app will lead to, asked for before it is gone. The router names a page by its path and a stamp of its own,
 * so that this is never the page that was on show before.
 */
export async function nextPage(where: FrameLocator | Page, route: string): Promise<Locator> {
  const before = await where.locator('#app [id^="/"]:visible').first().getAttribute('id');
  const [path] = route.split('?');
  return where.locator(`#app [id^="${path}"]:visible:not([id="${before}"])`).first();
}

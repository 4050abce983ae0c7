// Where things are on a screen: Taro keeps the pages below in the document, so an id counts only on the page that is on show.
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The element with this id on the page that is on show. */
export function visible(where: FrameLocator | Page, id: string): Locator {
  return where.locator(`[id="${id}"]:visible`).last();
}

/** The field with this id on the page that is on show: the id stands on the field itself or around it. */
export function field(where: FrameLocator | Page, id: string): Locator {
  return where.locator(`input[id="${id}"]:visible, [id="${id}"]:visible input`).last();
}

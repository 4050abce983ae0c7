// Every screen as it was approved: pictures are compared with those in test/approved, and `npm run pictures` approves new ones.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { allPictures } from './gallery/all-pages';
import { approve, differenceFrom, takeAwayOthers } from './gallery/compare-picture';
import { writeTable } from './gallery/experience-table';
import { createPhotographer, type Photographer } from './gallery/take-picture';
import { openTown, type Town, wayTo } from './gallery/towns';

const approving = process.env.APPROVE_PICTURES === '1';
/** Another browser than the bundled one draws letters in its own way: its pictures are taken, and not compared. */
const comparing = !process.env.CHROME_PATH;

let browser: Browser;
let photographer: Photographer;
let towns: Readonly<Record<keyof typeof openTown, Town>>;

beforeAll(async () => {
  const [shop, fresh, ring] = await Promise.all([openTown.shop(), openTown.fresh(), openTown.ring()]);
  const [busy, door] = await Promise.all([openTown.busy(), openTown.door()]);
  towns = { shop, fresh, ring, busy, door };
  browser = await launchBrowser([wayTo(Object.values(towns))]);
  photographer = createPhotographer(browser);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(towns ?? {}).map(({ stage }) => stage.leave()));
});

test.each(allPictures)('$name looks as it was approved', async ({ page, title, picture, name }) => {
  const shot = await photographer.take(towns[picture.town], page, picture);
  if (!picture.how?.includes('english')) expect(photographer.title()).toBe(title);
  expect(photographer.complaints()).toEqual([]);
  if (!comparing) return;
  const difference = await differenceFrom(name, shot);
  if (difference !== null && approving) await approve(name, shot);
  else expect(difference).toBeNull();
});

if (approving)
  test('what is approved is what is listed', async () => {
    await takeAwayOthers(allPictures.map(({ name }) => name));
    await writeTable();
  });

// A browser as it is on a slow machine: pages compute slowly, and every answer takes a while that nobody can foresee.
//   SLOW_BROWSER=4 npx vitest run --project journeys test/journeys/board.test.ts
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';

/** How many times slower pages are than they could be, if slower at all. */
const slowness = Number(process.env.SLOW_BROWSER ?? 1);

/** The longest that an answer is kept back, and the least certain thing of it all. */
const LONGEST_WAY_MS = 400;

function slowDown(context: BrowserContext): void {
  context.on('page', async (page) => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  });
  const late = context.route('**/*', async (route) => {
    await delay(Math.random() * LONGEST_WAY_MS);
    // A page that has been closed meanwhile asks for nothing any more.
    await route.fallback().catch(() => undefined);
  });
  late.catch(() => undefined);
}

/** Slows every page down that the browser opens from now on, where the environment asks for it. */
export function slowDownIfAsked(browser: Browser): Browser {
  if (slowness > 1) browser.on('context', slowDown);
  return browser;
}

// How one person comes from screen to screen: inside the app, as people do, and from a cold start where something was left behind.
import type { Page } from 'playwright-core';
import { nextPage } from './screen-places';

/** The way of a phone. */
export interface Way {
  /** Brings a screen of the app on show, untouched; does nothing where it is. */
  to(route: string): Promise<void>;
  /** The same by opening the app at that screen, as a link from outside does. */
  coldTo(route: string): Promise<void>;
  /** Says that something was tapped, typed or broken: what comes next begins from a cold start. */
  leaveTouched(): void;
}

/** The way of a phone that is a persona's at this origin. */
export function openWay(page: Page, origin: string, persona: string): Way {
  let on: string | null = null;

  async function coldTo(route: string): Promise<void> {
    // A hash alone would leave the app as it is.
    await page.goto('about:blank');
    await page.goto(`${origin}/app/?phone=${persona}#${route}`);
    on = route;
  }

  return {
    coldTo,
    async to(route) {
      if (on === route) return;
      if (on === null) return coldTo(route);
      const next = await nextPage(page, route);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, route);
      await next.waitFor();
      on = route;
    },
    leaveTouched() {
      on = null;
    },
  };
}

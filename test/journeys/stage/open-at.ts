// A phone of one person that opens the app at a page, and is remembered for whoever closes it.
import type { Browser } from 'playwright-core';
import { openPhone, type Phone } from '../../support/browser';

/** Longer than this, and something will not come. */
const PATIENCE_MS = 30_000;

/** Where phones are opened. */
export interface PhonePlace {
  readonly browser: Browser;
  readonly origin: string;
  /** The phones that are open; a new one is added. */
  readonly open: Phone[];
}

/** Opens a phone of the persona at a route of the app. */
export async function openAt({ browser, origin, open }: PhonePlace, persona: string, route: string): Promise<Phone> {
  const phone = await openPhone(browser);
  open.push(phone);
  phone.page.setDefaultTimeout(PATIENCE_MS);
  await phone.page.goto(`${origin}/app/?phone=${persona}#${route}`);
  return phone;
}

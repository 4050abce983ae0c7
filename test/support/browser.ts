// A real browser for tests, and pages in it that look like phones.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from './chromium';
import { slowDownIfAsked } from './slow-browser';

/** Whether pictures are to be saved; taking them is most of the time of a journey. */
export const withPictures = process.env.PICTURES === '1';

const artifacts = resolve(__dirname, '..', 'artifacts');

/** The two phones that every screen must fit, in CSS pixels. */
export const phoneSizes = {
  ordinary: { width: 390, height: 844 },
  small: { width: 320, height: 568 },
} as const;

/** What a phone page may be given; all of it has a default. */
export interface PhoneOptions {
  readonly size?: keyof typeof phoneSizes;
  readonly locale?: string;
  readonly dark?: boolean;
  /** A context to share, when two pages must share cookies and storage. */
  readonly context?: BrowserContext;
}

/** A page in a phone, and what went wrong in it. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that the page threw or wrote to its console, in order. */
  readonly complaints: readonly string[];
  /** Saves what the phone shows as test/artifacts/<name>.png, the whole page if asked, where pictures are wanted. */
  screenshot(name: string, wholePage?: boolean): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the browser. The flags are those that a root user in a container needs; each test file closes its own.
 * @throws Error with advice when no browser can run here
 */
export async function launchBrowser(moreFlags: readonly string[] = []): Promise<Browser> {
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    headless: true,
    chromiumSandbox: false,
    // File names of downloads are Chinese, which a machine without a language of its own could not spell.
    env: { ...definedEnvironment(), LANG: 'C.UTF-8', ...env },
    args: [
      '--no-zygote',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--in-process-gpu',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
      ...moreFlags,
    ],
  });
  return slowDownIfAsked(browser);
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function newPhoneContext(browser: Browser, options: PhoneOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: phoneSizes[options.size ?? 'ordinary'],
    deviceScaleFactor: 2,
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: true,
    isMobile: true,
  });
  return context;
}

async function pathOfPicture(name: string): Promise<string> {
  await mkdir(artifacts, { recursive: true });
  return join(artifacts, `${name}.png`);
}

/** Saves what a page, or a part of it, shows as test/artifacts/<name>.png, where pictures are wanted. */
export async function savePicture(name: string, part: Page | Locator): Promise<void> {
  if (!withPictures) return;
  const path = await pathOfPicture(name);
  await part.screenshot({ path, animations: 'disabled' });
}

/** Opens a page of a phone: Chinese, in China's zone, with a touch screen, each with storage of its own unless a context is given. */
export async function openPhone(browser: Browser, options: PhoneOptions = {}): Promise<Phone> {
  const context = options.context ?? (await newPhoneContext(browser, options));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    page,
    context,
    complaints,
    screenshot: async (name, wholePage = false) => {
      if (!withPictures) return;
      const path = await pathOfPicture(name);
      await page.screenshot({ path, fullPage: wholePage, animations: 'disabled' });
    },
    close: () => (options.context ? page.close() : context.close()),
  };
}

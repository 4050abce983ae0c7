// Measures in a browser how long it takes from a tap to the next picture, in our app and in an empty one beside it: prints JSON.
import type { CDPSession, Page } from 'playwright-core';
import { openShop } from '../journeys/stage/open-shop';
import { field, visible } from '../journeys/stage/screen-places';
import { startStage } from '../journeys/stage/start-stage';
import { launchBrowser, openPhone } from './browser';
import { serveFolder } from './static-server';

/** How often each interaction is measured. */
const RUNS = 7;

/** As slow as a phone of the middle: the processor is held to a quarter of its speed. */
const SLOWER = 4;

/**
 * Notes of each event that a person causes how long it was from the event until the next picture had been painted, in ms. A message that
 * is sent before the picture is painted is read after it. As text: what compiles this program would put its own helpers into a function.
 */
const watchEvents = `
  window.waits = [];
  const note = ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.waits.push(performance.now() - timeStamp);
    port2.postMessage(null);
  });
  for (const kind of ['pointerdown', 'pointerup', 'click', 'keydown']) addEventListener(kind, note, { capture: true });
`;

/** Does one thing at the slower speed, and gives the longest wait for a picture that it caused, in ms. */
async function waitFor(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => (window as unknown as { waits: number[] }).waits.splice(0));
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await act();
  const waits = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 400));
    return (window as unknown as { waits: number[] }).waits;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return Math.max(...waits);
}

/** One thing that people do: how to get there, and what is done then. */
interface Interaction {
  readonly name: string;
  readonly go: (page: Page, run: number) => Promise<void>;
  readonly act: (page: Page) => Promise<unknown>;
}

async function measure(page: Page, { go, act }: Interaction): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const waits: number[] = [];
  // The first is for the code to be compiled, as it is by the time that a person knows the app.
  for (let run = 0; run <= RUNS; run += 1) {
    await go(page, run);
    const wait = await waitFor(page, session, () => act(page));
    if (run > 0) waits.push(wait);
  }
  await session.detach();
  return waits;
}

const tap = (id: string) => (page: Page) => visible(page, id).click();
const letter = (id: string) => async (page: Page) => {
  await field(page, id).focus();
  await page.keyboard.press('a');
};

function emptyOnes(origin: string): readonly Interaction[] {
  const go = async (page: Page) => {
    await page.goto('about:blank');
    await page.goto(origin);
    await visible(page, 'tap').waitFor();
  };
  return [
    { name: 'tap', go, act: tap('tap') },
    { name: 'open', go, act: tap('open') },
    { name: 'type', go, act: letter('type') },
  ];
}

async function main(emptyFolder: string): Promise<void> {
  const [browser, stage, empty] = await Promise.all([launchBrowser(), startStage(), serveFolder(emptyFolder)]);
  const shop = await openShop(stage);
  await shop.publish('checkin_plan', '早市打卡');
  const drop = await shop.publish('coupon_drop', '周末水果券', { parameters: { stock: 200, perMemberMax: 20 } });
  await shop.join('member', '小林');
  const at = (persona: string, route: string, shows: string) => async (page: Page) => {
    await page.goto('about:blank');
    await page.goto(`${stage.origin}/app/?phone=${persona}#${route}`);
    await visible(page, shows).waitFor();
  };
  const campaign = `/packages/member/campaign/index?c=${shop.communityId}&id=${drop}`;
  const home = at('member', '/pages/home/index', 'streak-days');
  const nextMorning = async (page: Page) => {
    await stage.playground('clock', { to: 'next_day' });
    await home(page);
  };
  const ours: readonly (Interaction & { readonly like: string })[] = [
    { name: 'check in', like: 'tap', go: nextMorning, act: tap('check-in') },
    { name: 'switch tab', like: 'open', go: home, act: (page) => page.locator('.weui-tabbar__item').nth(1).click() },
    { name: 'open campaign', like: 'open', go: at('member', '/pages/wall/index', `offer-${drop}`), act: tap(`offer-${drop}`) },
    { name: 'claim', like: 'tap', go: at('member', campaign, 'claim'), act: tap('claim') },
    { name: 'open sheet', like: 'tap', go: at('member', campaign, 'open-why'), act: tap('open-why') },
    {
      name: 'type in editor',
      like: 'type',
      go: at('owner', '/packages/owner/editor/index?type=coupon_drop', 'field-title'),
      act: letter('field-title'),
    },
  ];
  const { page, close } = await openPhone(browser);
  await page.addInitScript(watchEvents);
  const bare = new Map<string, readonly number[]>();
  for (const one of emptyOnes(empty.origin)) bare.set(one.name, await measure(page, one));
  const measured: { name: string; like: string; ours: readonly number[]; empty: readonly number[] }[] = [];
  for (const one of ours)
    measured.push({ name: one.name, like: one.like, ours: await measure(page, one), empty: bare.get(one.like) ?? [] });
  process.stdout.write(JSON.stringify(measured));
  await close();
  await Promise.all([browser.close(), stage.leave(), empty.close()]);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

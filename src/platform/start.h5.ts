// What a browser wants before the first call: keys that press, and a way out when a page's files cannot be had.
import Taro from '@tarojs/taro';
import { guardEarlyFields } from '#app/platform/early-fields.h5';
import { startKeyboard } from '#app/platform/keyboard.h5';
import { lookAgain, watchLatePages } from '#app/platform/late-pages.h5';
import { watchKeys } from '#app/platform/leaving.h5';
import { isSaidMissing, type MissingWords, sayMissing, unsayMissing } from '#app/platform/missing-page.h5';

const RELOADED = 'qunhui.reloaded-at';

/** A second reload so soon would not help: the files are really gone, or the server is. */
const SOON_MS = 30_000;

/** A network that does not answer for so long is none. */
const PATIENCE_MS = 5_000;

/** Whether the server answers. */
async function isServerThere(): Promise<boolean> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    return (await fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store', signal: patience.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Watches for pages whose files do not come, scripts as well as styles. After an update of the server the old files are gone, so the app
 * begins anew, once; where that is no help, the person is told and can try again, which happens by itself when the network is back.
 */
export function startPlatform(words: () => MissingWords): void {
  startKeyboard();
  watchKeys();
  const isAwaited = watchLatePages();
  guardEarlyFields();
  for (const turn of ['__taroRouterChange', '__afterTaroRouterChange']) Taro.eventCenter.on(turn, unsayMissing);
  window.addEventListener('online', () => {
    if (isSaidMissing()) lookAgain();
  });
  window.addEventListener('unhandledrejection', async ({ reason }: PromiseRejectionEvent) => {
    const error = reason as { name?: unknown; code?: unknown } | null;
    if (error?.name !== 'ChunkLoadError' && error?.code !== 'CSS_CHUNK_LOAD_FAILED') return;
    const before = Number(window.sessionStorage.getItem(RELOADED) ?? 0);
    // A reload without a server would take away what is still on show.
    if (Date.now() - before < SOON_MS || !(await isServerThere())) {
      // Whoever has gone elsewhere meanwhile misses nothing.
      if (isAwaited()) sayMissing(words(), lookAgain);
      return;
    }
    window.sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  });
}

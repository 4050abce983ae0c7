// What a browser wants before the first call: keys that press, and a way out when a page's files cannot be had.
import { guardEarlyFields } from '#app/platform/early-fields.h5';
import { startKeyboard } from '#app/platform/keyboard.h5';
import { watchLatePages } from '#app/platform/late-pages.h5';

const RELOADED = 'qunhui.reloaded-at';

/** A second reload so soon would not help: the files are really gone, or the server is. */
const SOON_MS = 30_000;

/**
 * Watches for pages whose files do not come. After an update of the server the old files are gone, so the app begins anew, once;
 * where that is no help, `onMissing` tells the person.
 */
export function startPlatform(onMissing: () => void): void {
  startKeyboard();
  watchLatePages();
  guardEarlyFields();
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    const error = reason as { name?: unknown; code?: unknown } | null;
    if (error?.name !== 'ChunkLoadError' && error?.code !== 'CSS_CHUNK_LOAD_FAILED') return;
    const before = Number(window.sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - before < SOON_MS) return onMissing();
    // A reload without a server would take away what is still on show.
    fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store' }).then(({ ok }) => {
      if (!ok) return onMissing();
      window.sessionStorage.setItem(RELOADED, String(Date.now()));
      window.location.reload();
    }, onMissing);
  });
}

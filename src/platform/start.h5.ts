// What a browser wants before the first call: a way out when the app's files were replaced under an open page.

const RELOADED = 'qunhui.reloaded-at';

/** A second reload so soon would not help: the files are really gone, or the network is. */
const SOON_MS = 30_000;

/** After an update of the server, a page that was open before asks for files that are no longer there: it begins anew, once. */
export function startPlatform(): void {
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    const error = reason as { name?: unknown; code?: unknown } | null;
    const missing = error?.name === 'ChunkLoadError' || error?.code === 'CSS_CHUNK_LOAD_FAILED';
    if (!missing || !navigator.onLine) return;
    const before = Number(window.sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - before < SOON_MS) return;
    window.sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  });
}

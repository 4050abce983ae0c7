// In a browser every page is a file of its own: without this, a tab that was never opened could not open once the network is gone.

interface TaroRoute {
  readonly path: string;
  readonly load: (context: object, params: object) => readonly [page: Promise<unknown>, ...rest: unknown[]];
}

/** Begins when the first screen has had the line to itself for a while. */
const QUIET_MS = 800;

/** Fetches the tab pages and the member's pages, one after another, and stops quietly where the network does. */
export function warmPages(): void {
  const routes = (window as { __taroAppConfig?: { routes?: readonly TaroRoute[] } }).__taroAppConfig?.routes ?? [];
  const wanted = routes.filter(({ path }) => /^\/?(pages|packages\/member)\//.test(path));
  setTimeout(async () => {
    for (const route of wanted) {
      try {
        await route.load({}, {})[0];
      } catch {
        return;
      }
    }
  }, QUIET_MS);
}

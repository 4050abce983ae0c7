// Only the playground listens; in an ordinary browser the code is on the screen and nowhere else.
import { tellPlayground } from '#app/platform/playground';

/** Says which code is on the screen now; null when there is none. */
export function tellShowingCode(token: string | null): void {
  tellPlayground({ qunhui: 'showing-code', token });
}

// The playground is the outside of a phone in a browser.
import type { Outside } from '#app/platform/outside';
import { hearPlayground } from '#app/platform/playground';

/** Listens; returns the way to stop. */
export function hearOutside(outside: Outside): () => void {
  return hearPlayground((message) => {
    if (message.qunhui === 'clock-moved') outside.clockMoved();
    if (message.qunhui === 'open') outside.open(message.path, message.proof);
  });
}

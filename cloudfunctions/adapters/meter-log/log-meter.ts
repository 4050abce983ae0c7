// The meter where nobody comes to collect: a line of the log for each action. CloudBase keeps and searches the lines of its functions.
import type { Log } from '#server/ports/log';
import type { Meter } from '#server/ports/meter';

/** Creates a meter that writes `action` lines. */
export function createLogMeter(log: Log): Meter {
  return {
    action: ({ action, outcome, code, ms }) => log.line('notice', 'action', { action, outcome, code, ms: Math.round(ms * 10) / 10 }),
  };
}

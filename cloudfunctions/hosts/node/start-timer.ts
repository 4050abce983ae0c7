// The timer of the Node host: runs the jobs every minute inside of the server's process, one run at a time.
import { type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { type JobParts, type JobReport, runJobs } from '#server/app/run-jobs';

/** How long one run may begin new work; the next goes on. */
const BUDGET_MS = 20 * SECOND_MS;

/** A timer that goes. */
export interface RunningTimer {
  /** Runs at once, after the run that is under way; never fails. */
  fire(): Promise<void>;
  /** Fires no more; answers when the run that is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the timer; it fires at once and then every minute. Several servers on one store may each have one: whatever two do at the
 * same time is done once. `onRan` hears what each run came to, null where it broke off.
 */
export function startTimer(
  parts: JobParts,
  now: () => Promise<Instant> | Instant,
  everyMs = MINUTE_MS,
  onRan: (report: JobReport | null) => void = () => undefined,
): RunningTimer {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let waiting = false;

  async function run(): Promise<void> {
    waiting = false;
    if (stopped) return;
    try {
      onRan(await runJobs(parts, await now(), BUDGET_MS));
    } catch (error) {
      onRan(null);
      parts.log.line('error', 'timer_failed', { reference: parts.dice.id(8) }, error);
    }
  }

  function fire(): Promise<void> {
    // One run that waits is enough for all who ask meanwhile.
    if (!waiting) {
      waiting = true;
      running = running.then(run);
    }
    return running;
  }

  const ticking = setInterval(fire, everyMs);
  ticking.unref();
  void fire();
  return {
    fire,
    stop() {
      stopped = true;
      clearInterval(ticking);
      return running;
    },
  };
}

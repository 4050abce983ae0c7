// The meter in Prometheus' text format: actions, refusals, latencies, batches, conflicts, the timer, and the process itself.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BatchMeter, Meter } from '#server/ports/meter';

/** What the timer tells after each of its runs. */
export interface TimerMeter {
  /** `failed`: how many jobs of the run did not come about; `at`: when it ended, ms. */
  timerRan(failed: number, at: number): void;
}

/** The meter and what it has gathered. */
export interface PrometheusMeter extends Meter, BatchMeter, TimerMeter {
  /** The type of the text, as it stands in a response's head. */
  readonly contentType: string;
  /** Everything gathered so far; `pingStore` is asked whether the store answers. */
  text(pingStore: () => Promise<void>): Promise<string>;
  /** The names of the metrics that are ours. */
  readonly names: readonly string[];
}

/** Bounds of latency, seconds: from what an embedded database needs to what nobody waits for. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Bounds of a batch, decisions. */
const DECISIONS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Every metric of ours in one registry. */
function createMetrics(registers: Registry[]) {
  return {
    actions: new Counter({
      name: 'qunhui_actions_total',
      help: 'Actions answered, by how they ended: done, refused, denied, fault, bug.',
      labelNames: ['action', 'outcome'],
      registers,
    }),
    refusals: new Counter({
      name: 'qunhui_refusals_total',
      help: 'Actions that were answered with a "no", by its code.',
      labelNames: ['action', 'code'],
      registers,
    }),
    seconds: new Histogram({
      name: 'qunhui_action_seconds',
      help: 'Time from the request of an action to its reply.',
      labelNames: ['action'],
      buckets: SECONDS,
      registers,
    }),
    batches: new Histogram({
      name: 'qunhui_batch_decisions',
      help: 'Decisions that shared one load, one write and one commit.',
      buckets: DECISIONS,
      registers,
    }),
    batchSeconds: new Histogram({
      name: 'qunhui_batch_seconds',
      help: 'Time from the load of a batch to its commit.',
      buckets: SECONDS,
      registers,
    }),
    conflicts: new Counter({
      name: 'qunhui_batch_conflicts_total',
      help: 'Batches that lost against another process, or met what they had not seen, and were run again.',
      registers,
    }),
    storeUp: new Gauge({ name: 'qunhui_store_up', help: '1 when the store answers, 0 when it does not.', registers }),
    timerFailures: new Counter({ name: 'qunhui_timer_failures_total', help: 'Jobs of the timer that did not come about.', registers }),
    timerAt: new Gauge({ name: 'qunhui_timer_last_run_seconds', help: 'When the timer last ended a run, Unix time.', registers }),
  };
}

/** Creates the meter; `version` is that of the program. Each meter has its own numbers: several servers of one process do not mix. */
export function createPrometheusMeter(version: string): PrometheusMeter {
  const registry = new Registry();
  const metrics = createMetrics([registry]);
  new Gauge({
    name: 'qunhui_info',
    help: 'Always 1; the label says which program this is.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1);
  const names = registry.getMetricsAsArray().map(({ name }) => name);
  collectDefaultMetrics({ register: registry });
  return {
    names,
    contentType: registry.contentType,
    action({ action, outcome, code, ms }) {
      metrics.actions.inc({ action, outcome });
      if (code !== null) metrics.refusals.inc({ action, code });
      metrics.seconds.observe({ action }, ms / 1_000);
    },
    batch(decisions, ms) {
      metrics.batches.observe(decisions);
      metrics.batchSeconds.observe(ms / 1_000);
    },
    conflict: () => metrics.conflicts.inc(),
    timerRan(failed, at) {
      metrics.timerFailures.inc(failed);
      metrics.timerAt.set(at / 1_000);
    },
    async text(pingStore) {
      const answers = await pingStore().then(
        () => true,
        () => false,
      );
      metrics.storeUp.set(answers ? 1 : 0);
      return registry.metrics();
    },
  };
}

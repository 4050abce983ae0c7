// Makes the demo community on an empty database, by running the real actions over 45 simulated days; once per installation.
import type { SystemDocument } from '#core/tables';
import { addDays, dayOf, dayStartAt } from '#core/values/day';
import { makeId, SYSTEM } from '#core/values/ids';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { openDemoClock } from '#server/adapters/clock-demo/demo-clock';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { composeApp } from '#server/hosts/node/compose-app';
import { HISTORY_DAYS } from '#server/hosts/node/demo/demo-campaigns';
import { planDemoHistory } from '#server/hosts/node/demo/demo-history';
import { createChat } from '#server/hosts/node/playground/chat';
import { DEMO_ZONE } from '#server/hosts/node/playground/demo-group';
import { runSchedule } from '#server/hosts/node/simulation/run-schedule';
import { createSimulatedTime } from '#server/hosts/node/simulation/simulated-time';
import type { Clock } from '#server/ports/clock';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';

/** What the making of the demo is told. */
export interface SeedChoices {
  readonly log: Log;
  readonly seed?: number;
  /** The present moment, at which the history ends. */
  readonly endAt?: Instant;
  /** The time that the demo's clock runs on; the machine's if not said. */
  readonly clock?: Clock;
  /** Hears how far it is, from 0 to 1; never called when there is nothing to make. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

interface Marker {
  readonly seed: number;
  readonly endAt: Instant;
  readonly communityId: string | null;
}

const calendar = { zone: DEMO_ZONE, dayStartsMinutes: 0 };
/** In the night of the demo's zone its clock is set to this time of the morning: a shop with nobody in it shows nothing. */
const MORNING_MS = 10 * HOUR_MS + 20 * MINUTE_MS;
const MARKER = makeId(SYSTEM, 'playground', 'demo');
const SEED = 20_260;

async function markerOf(store: Store): Promise<Marker | null> {
  const document = (await store.read([MARKER])).get(MARKER) as SystemDocument | undefined;
  return document === undefined ? null : (document.value as Marker);
}

async function mark(store: Store, marker: Marker): Promise<Marker> {
  return store.decide([MARKER], (documents) => {
    const before = documents.get(MARKER) as SystemDocument | undefined;
    const kept = before?.value as Marker | undefined;
    if (kept !== undefined && marker.communityId === null) return { reply: kept, writes: [] };
    const document = { id: MARKER, value: marker };
    return { reply: marker, writes: [before === undefined ? { kind: 'insert', document } : { kind: 'put', document }] };
  });
}

async function isEmpty(store: Store): Promise<boolean> {
  return (await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1)).documents.length === 0;
}

function presentMoment(now: Instant): Instant {
  return Math.max(now, dayStartAt(dayOf(now, calendar), calendar) + MORNING_MS);
}

/**
 * Makes the demo community unless it is there, or other communities are. One that was broken off is gone on with: the same
 * seed and the same end send the same requests, and what was done already is answered from the journal.
 */
export async function seedDemo(store: Store, choices: SeedChoices): Promise<void> {
  const before = await markerOf(store);
  if (before !== null ? before.communityId !== null : !(await isEmpty(store))) return;
  const base = choices.clock ?? systemClock;
  const fresh: Marker = { seed: choices.seed ?? SEED, endAt: choices.endAt ?? presentMoment(base.now()), communityId: null };
  const { seed, endAt } = await mark(store, fresh);
  const time = createSimulatedTime();
  const { clock, dice } = time;
  const composed = await composeApp({ store, clock, dice, log: choices.log, demo: true, actionsPerMinute: Number.POSITIVE_INFINITY });
  const lastDay = HISTORY_DAYS - 1;
  const firstOn = addDays(dayOf(endAt, calendar), -lastDay);
  const chat = createChat(store);
  const history = planDemoHistory({ composed, time, seed, firstOn, endAt, lastDay, say: (message) => chat.send(message) });
  const { deeds } = history;
  choices.onProgress?.(0);
  await runSchedule(deeds, (done) => choices.onProgress?.(done / deeds.length));
  const demoClock = await openDemoClock(store, base);
  if (demoClock.now() <= endAt + MINUTE_MS) await demoClock.moveTo(endAt + MINUTE_MS + SECOND_MS);
  await mark(store, { seed, endAt, communityId: history.communityId() });
}

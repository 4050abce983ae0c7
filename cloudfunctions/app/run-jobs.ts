// The timer's runner: looks at the communities that are due, the longest due first, and does what their jobs find, for a bounded time.
import { agendaOf } from '#core/rules/agenda/agenda';
import { calendarOf } from '#core/rules/community/calendar';
import type { AgendaDocument, CommunityDocument } from '#core/tables';
import { addDays, dayOf, dayStartAt } from '#core/values/day';
import { communityOf, makeId, SYSTEM } from '#core/values/ids';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';
import { sweepDiscardedPictures } from '#server/app/discard-pictures';
import { sweepLeftTexts } from '#server/app/forget-texts';
import { ITEMS_MAX, type Job, type JobContext, SETTLE_MS } from '#server/app/jobs/define-job';
import { jobs as everyJob } from '#server/app/jobs/index';
import { runJob } from '#server/app/run-job';
import type { Codes } from '#server/ports/codes';
import type { Dice } from '#server/ports/dice';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';
import type { Messenger } from '#server/ports/messenger';
import type { Pictures } from '#server/ports/pictures';
import { PAGE_LIMIT_MAX, type Store, type StoredDocument } from '#server/ports/store';

/** What the runner is made from. */
export interface JobParts {
  readonly store: Store;
  readonly codes: Codes;
  readonly dice: Dice;
  readonly messenger: Messenger;
  readonly log: Log;
  /** Clears away what the store keeps for its own ends, where its engine needs that; bounded, and harmless if done again. */
  readonly sweepStore?: (now: Instant) => Promise<unknown>;
  /** Where pictures are kept, for those that nobody refers to any more. */
  readonly pictures?: Pictures;
  /** Milliseconds since some moment; goes on whatever is done to the clock. */
  readonly stopwatch?: () => number;
  /** The jobs to run, if not all. */
  readonly jobs?: readonly Job[];
}

/** What a run came to. */
export interface JobReport {
  readonly communities: number;
  readonly done: number;
  readonly failed: number;
  /** True where the budget ended before the work did: the next run goes on. */
  readonly cut: boolean;
}

/** How many due communities one run looks at. */
const DUE_MAX = PAGE_LIMIT_MAX;

/**
 * How often the timer looks for communities that have no agenda yet, and sweeps the store. A young community has nothing due before its
 * first day is over, unless it calls the timer itself.
 */
const HOUSEKEEPING_MS = 6 * HOUR_MS;

/**
 * Nothing is ever put off further than to the end of the next business day. What is due later was put off by a clock that had run ahead, or
 * by who called the timer before it knew the community: it is due, or the timer would wait for a day that is long in coming.
 */
const AHEAD_MAX_MS = 2 * DAY_MS;

/** After a failure a community is looked at again this soon. */
const RETRY_MS = 5 * MINUTE_MS;

const SYSTEM_AGENDA = makeId(SYSTEM, 'agenda');

const isDue = ({ dueAt }: AgendaDocument, now: Instant, aheadMax: number): boolean => dueAt <= now || dueAt > now + aheadMax;

interface Tally {
  communities: number;
  done: number;
  failed: number;
  cut: boolean;
}

interface Run extends JobParts {
  readonly now: Instant;
  readonly jobs: readonly Job[];
  readonly tally: Tally;
  isOver(): boolean;
}

function complain(run: Run, event: string, fields: Readonly<Record<string, string>>, error: unknown): void {
  run.tally.failed += 1;
  const code = error instanceof Fault ? error.code : 'bug';
  run.log.line(code === 'bug' ? 'error' : 'warning', event, { reference: run.dice.id(8), code, ...fields }, error);
}

/** Writes when a community is due next; somebody who has called the timer meanwhile is not forgotten. */
async function putOff(store: Store, before: AgendaDocument, dueAt: Instant, job: string | null): Promise<void> {
  await store.decide([before.id], (documents) => {
    const present = documents.get(before.id) as AgendaDocument | undefined;
    const wasCalled = present !== undefined && present.dueAt !== before.dueAt;
    const agenda = agendaOf(communityOf(before.id), wasCalled ? Math.min(present.dueAt, dueAt) : dueAt, job);
    const document = agenda as unknown as StoredDocument;
    return { reply: null, writes: [{ kind: present === undefined ? 'insert' : 'put', document }] };
  });
}

/** Gives every community an agenda that is due at once, where it has none or one that is too far ahead. */
async function enrol(store: Store, now: Instant): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, PAGE_LIMIT_MAX, cursor);
    const fresh = page.documents.map(({ id }) => agendaOf(communityOf(id), now));
    const known = await store.read(fresh.map(({ id }) => id));
    for (const agenda of fresh) {
      const present = known.get(agenda.id) as AgendaDocument | undefined;
      if (present === undefined || present.dueAt > now + AHEAD_MAX_MS) await putOff(store, present ?? agenda, now, null);
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}

/** The installation's own agenda, among those that were listed if these are all; null before the timer has ever run. */
async function houseAgenda(store: Store, listed: readonly AgendaDocument[]): Promise<AgendaDocument | null> {
  const found = listed.find(({ id }) => id === SYSTEM_AGENDA);
  if (found !== undefined) return found;
  if (listed.length < DUE_MAX) return null;
  return ((await store.read([SYSTEM_AGENDA])).get(SYSTEM_AGENDA) ?? null) as AgendaDocument | null;
}

async function keepHouse(run: Run, before: AgendaDocument): Promise<void> {
  try {
    await enrol(run.store, run.now);
    await run.sweepStore?.(run.now);
    const { store, pictures, log } = run;
    await sweepLeftTexts({ store, log }, run.now);
    if (pictures !== undefined) await sweepDiscardedPictures({ store, pictures, log }, run.now);
    await putOff(run.store, before, run.now + HOUSEKEEPING_MS, null);
  } catch (error) {
    complain(run, 'housekeeping_failed', {}, error);
  }
}

/** What the jobs of one community may use at an instant. */
export function jobContextOf(
  parts: Pick<JobParts, 'store' | 'codes' | 'messenger'>,
  community: CommunityDocument,
  now: Instant,
): JobContext {
  const { store, codes, messenger } = parts;
  const communityId = communityOf(community.id);
  const calendar = calendarOf(community);
  const finishedOn = addDays(dayOf(now - SETTLE_MS, calendar), -1);
  const context: JobContext = {
    communityId,
    community,
    calendar,
    now,
    today: dayOf(now, calendar),
    finishedOn,
    codes,
    messenger,
    store,
    run: (job, item) => runJob({ job, item, context }, store),
  };
  return context;
}

/** Does what one job finds. @returns when the community has to be looked at again for it; null when the run was cut short */
async function doJob(run: Run, job: Job, context: JobContext): Promise<Instant | null> {
  const fields = { job: job.name, community: context.communityId };
  let again: Instant = dayStartAt(addDays(context.finishedOn, 2), context.calendar) + SETTLE_MS;
  try {
    const items = await job.find(context);
    for (const item of items) {
      if (run.isOver()) return null;
      try {
        const outcome = await runJob({ job, item, context }, run.store);
        if (outcome.kind !== 'done') continue;
        run.tally.done += 1;
        await job.afterwards?.(item, outcome, context);
      } catch (error) {
        complain(run, 'job_failed', { ...fields, key: item.key }, error);
        again = Math.min(again, run.now + RETRY_MS);
      }
    }
    if (items.length >= (job.itemsMax ?? ITEMS_MAX)) again = run.now;
    return Math.min(again, (await job.nextAt?.(context)) ?? again);
  } catch (error) {
    complain(run, 'job_failed', fields, error);
    return Math.min(again, run.now + RETRY_MS);
  }
}

/** Looks at one community: every job once, beginning where the last look was cut short. */
async function visit(run: Run, before: AgendaDocument): Promise<void> {
  const { store, now, jobs, tally } = run;
  const communityId = communityOf(before.id);
  const communityKey = makeId(communityId, 'community');
  const community = (await store.read([communityKey])).get(communityKey) as CommunityDocument | undefined;
  if (community === undefined) return putOff(store, before, now + HOUSEKEEPING_MS, null);
  tally.communities += 1;
  const context = jobContextOf(run, community, now);
  const first = Math.max(
    0,
    jobs.findIndex(({ name }) => name === before.job),
  );
  let dueAt = Number.POSITIVE_INFINITY;
  for (const job of [...jobs.slice(first), ...jobs.slice(0, first)]) {
    const again = await doJob(run, job, context);
    if (again === null) {
      // Due still, but behind all that wait longer; and the next look begins after this job, or the first would be all that is ever done.
      const next = jobs[(jobs.indexOf(job) + 1) % jobs.length];
      tally.cut = true;
      return putOff(store, before, now, next?.name ?? null);
    }
    dueAt = Math.min(dueAt, again);
  }
  return putOff(store, before, Math.max(now, dueAt), null);
}

/**
 * Runs what is due. Safe to run twice, at once or late: every piece of work has its key, and what is cut short or fails is found again.
 * @param now the instant for which it runs, which every decision of the run bears
 * @param budgetMs no new piece of work is begun once this has passed
 */
export async function runJobs(parts: JobParts, now: Instant, budgetMs: number): Promise<JobReport> {
  const stopwatch = parts.stopwatch ?? (() => performance.now());
  const startedMs = stopwatch();
  const tally: Tally = { communities: 0, done: 0, failed: 0, cut: false };
  const isOver = () => stopwatch() - startedMs >= budgetMs;
  const run: Run = { ...parts, now, jobs: parts.jobs ?? everyJob, tally, isOver };
  const listed = async () => {
    const page = await parts.store.list('agenda.byDue', null, { prefix: [], order: 'ascending' }, DUE_MAX);
    return page.documents as unknown as readonly AgendaDocument[];
  };
  let agendas = await listed();
  const house = await houseAgenda(parts.store, agendas);
  if (house === null || isDue(house, now, HOUSEKEEPING_MS)) {
    await keepHouse(run, house ?? agendaOf(SYSTEM, now));
    agendas = await listed();
  }
  for (const agenda of agendas) {
    if (agenda.id === SYSTEM_AGENDA || !isDue(agenda, now, AHEAD_MAX_MS)) continue;
    if (isOver()) {
      tally.cut = true;
      break;
    }
    try {
      await visit(run, agenda);
    } catch (error) {
      complain(run, 'visit_failed', { community: communityOf(agenda.id) }, error);
    }
  }
  return { ...tally };
}

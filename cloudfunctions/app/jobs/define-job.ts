// What a job is: work that no person's tap starts, as changes on one community with keys that are the same whenever it runs again.
import { createHash } from 'node:crypto';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import type { Decision } from '#core/rules/decision';
import type { CommunityDocument } from '#core/tables';
import type { Calendar, Day } from '#core/values/day';
import { type Id, isIdPart } from '#core/values/ids';
import { type Instant, MINUTE_MS } from '#core/values/instant';
import type { JobOutcome } from '#server/app/run-job';
import type { Codes } from '#server/ports/codes';
import type { Messenger } from '#server/ports/messenger';
import type { Store } from '#server/ports/store';

/** How long after its last moment a business day counts as over: whatever was under way then has been answered. */
export const SETTLE_MS = 10 * MINUTE_MS;

/** The most items that a job finds at one look; what is left is found at the next. */
export const ITEMS_MAX = 50;

/** What a job may use to find its work. */
export interface JobContext {
  readonly communityId: string;
  readonly community: CommunityDocument;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly today: Day;
  /** The last business day that is over for good, SETTLE_MS after its end. */
  readonly finishedOn: Day;
  readonly codes: Codes;
  readonly messenger: Messenger;
  readonly store: Pick<Store, 'read' | 'list' | 'rank' | 'top' | 'around' | 'count'>;
  /** Runs a piece of another job's work in this community, such as what follows from an answer of the world outside. */
  run<Item extends JobItem>(job: Job, item: Item): Promise<JobOutcome>;
}

/** One piece of work. */
export interface JobItem {
  /** The same for the same work, whenever and by whomever it is found: what has been journalled under it is never done again. */
  readonly key: string;
}

/** What a job's decision may use besides its documents. */
export interface DecideContext extends Pick<JobContext, 'communityId' | 'now' | 'today' | 'finishedOn' | 'calendar' | 'codes'> {
  /** A decision sends nothing; it only asks what could be sent. */
  readonly messenger: Pick<Messenger, 'templates'>;
}

/** A job. */
export interface Job<Item extends JobItem = JobItem, Value = unknown> {
  /** Stable: the journal keeps it as `timer.{name}`. */
  readonly name: string;
  /** What it looks for, in a sentence for whoever runs the timer. */
  readonly looksFor: string;
  /** How many pieces of work it finds at most at one look, if not ITEMS_MAX. */
  readonly itemsMax?: number;
  /** Up to ITEMS_MAX pieces of work, the oldest first; an empty list is the usual answer and costs few reads. */
  find(context: JobContext): Promise<readonly Item[]>;
  /** Ids of documents that the decision will want; what is forgotten here costs one more round trip, nothing else. */
  documents?(item: Item, context: DecideContext): readonly Id[];
  /** Decides again on what holds now. A refusal, or no events, is no work any more: nothing is written. The value is journalled. */
  decide(item: Item, workspace: Workspace, context: DecideContext): Decision<Value>;
  /**
   * What follows in the world outside (a message), after the decision has been kept, in the run that kept it and in no other: at most
   * once. What it throws is logged.
   */
  afterwards?(item: Item, done: { readonly value: Value; readonly events: readonly JournalEvent[] }, context: JobContext): Promise<void>;
  /** When it wants to look again at the latest; without it, when the present business day is over. */
  nextAt?(context: JobContext): Promise<Instant> | Instant;
}

/** Declares a job while its parts' types are inferred; the registry knows it with its types erased. */
export function defineJob<Item extends JobItem, Value>(job: Job<Item, Value>): Job {
  return job as unknown as Job;
}

/** A key from its parts: readable where it fits into an id, else its digest. */
export function jobKey(name: string, ...parts: readonly string[]): string {
  const key = [name, ...parts].join('.');
  return isIdPart(key) ? key : `${name}.${createHash('sha256').update(key).digest('base64url')}`;
}

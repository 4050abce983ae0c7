// Where a community lives: one clock, one store to which faults happen, an application that may be started anew, and a way to it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { SendOutcome } from '#core/rules/reminder/send';
import { type Calendar, type Day, dayOf, dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant } from '#core/values/instant';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import type { Messenger } from '#server/ports/messenger';
import type { Store } from '#server/ports/store';
import { testTemplates } from '../support/recording-messenger';
import { createTown, loadedDice, type Resident, type Town } from '../support/town';
import { type Chance, createChance } from './chance';
import { createFaultyStore, type Faults, type FaultyStore } from './faults';
import { createPost, type Post } from './post';

/** What a life is made from: the same plan is the same life, to the last answer. */
export interface LifePlan {
  readonly seed: number;
  readonly days: number;
  readonly members: number;
  readonly faults: Faults;
  readonly store: 'memory' | 'sqlite';
  /** Breaks the store on purpose, below all faults: the checkers must find it. */
  readonly breakStore?: (store: Store) => Store;
}

/** A reminder that was handed to the messenger, and what that answered. */
export interface Message {
  readonly personKey: string;
  readonly kind: ReminderKind;
  readonly outcome: SendOutcome;
  readonly at: Instant;
}

/** A campaign as its owner published it and has improved it since. */
export interface Offer {
  readonly campaignId: string;
  readonly type: CampaignTypeCode;
  readonly endsOn: Day;
  parameters: Readonly<Record<string, unknown>>;
}

/** A code that a clerk scanned without a network, to be settled when there is one. */
export interface Note {
  readonly couponId: string;
  readonly code: string;
  readonly scannedAt: Instant;
}

/** Where a life is lived, and what has come about in it. */
export interface Stage {
  readonly plan: LifePlan;
  readonly chance: Chance;
  readonly calendar: Calendar;
  readonly store: FaultyStore;
  readonly post: Post;
  readonly communityId: string;
  readonly members: readonly string[];
  readonly offers: Offer[];
  readonly tokens: string[];
  readonly notes: Note[];
  readonly messages: Message[];
  readonly messenger: Messenger;
  /** Lines of the log that tell of a bug. */
  readonly bugs: string[];
  now(): Instant;
  today(): Day;
  /** Time goes on; never back. */
  goTo(at: Instant): void;
  town(): Town;
  person(personKey: string): Resident;
  memberIdOf(personKey: string): string;
  /** Looks at something, again where the store did not answer; null where it is refused. */
  look<A extends ActionName>(personKey: string, action: A, input: InputOf<A>): Promise<ValueOf<A> | null>;
  /** The process dies between two moments, and another takes its place. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

export const OWNER = 'owner';
/** Who runs the desk beside the owner, most of the time. */
export const CO_OWNER = 'co-owner';
export const CLERKS = ['clerk-1', 'clerk-2'] as const;

const calendars: readonly Calendar[] = [
  { zone: 'Asia/Shanghai', dayStartsMinutes: 0 },
  { zone: 'Asia/Shanghai', dayStartsMinutes: 240 },
  { zone: 'America/New_York', dayStartsMinutes: 0 },
  { zone: 'Pacific/Chatham', dayStartsMinutes: 90 },
];

/** A Monday, the end of a month and of a quarter, a leap day, the end of a year, and a night in which clocks are changed. */
const beginnings: readonly Day[] = ['2026-03-02', '2026-03-28', '2028-02-26', '2026-12-28', '2026-10-30'];

const LOOKS = 20;

async function openKept(kind: LifePlan['store']): Promise<{ open: () => Promise<Store>; remove: () => Promise<void> }> {
  if (kind === 'memory') {
    // What a memory store holds outlives the application, not the store: only SQLite is closed and opened again.
    const store = createMemoryStore();
    const open = async (): Promise<Store> => ({ ...store, close: async () => undefined });
    return { open, remove: () => store.close() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-life-'));
  return {
    open: () => createSqliteStore({ path: join(folder, 'life.db') }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Builds a stage; its community is still to be made. */
export async function openStage(plan: LifePlan): Promise<Stage> {
  const chance = createChance(plan.seed);
  const calendar = chance.pick(calendars);
  let at = dayStartAt(chance.pick(beginnings), calendar) + 9 * HOUR_MS;
  const now = () => at;
  const kept = await openKept(plan.store);
  const breakIt = plan.breakStore ?? ((store: Store) => store);
  const store = await createFaultyStore(async () => breakIt(await kept.open()), plan.faults, chance);
  const messages: Message[] = [];
  const messenger: Messenger = {
    templates: () => testTemplates,
    async send({ personKey, kind }) {
      const outcome = chance.pick(['sent', 'sent', 'sent', 'sent', 'later', 'no_credit', 'bad_data'] as const);
      messages.push({ personKey, kind, outcome, at });
      return outcome;
    },
  };
  const bugs: string[] = [];
  const log = {
    line: (level: string, event: string, _fields: unknown, error?: unknown) => {
      if (level === 'error') bugs.push(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  };
  const dice = loadedDice();
  const begin = () => {
    const begun = createTown({ store, messenger, log, dice, clock: { now } });
    begun.goTo(at);
    return begun;
  };
  let town = begin();
  let people = new Map<string, Resident>();
  const person = (personKey: string): Resident => {
    const known = people.get(personKey) ?? town.person(personKey);
    people.set(personKey, known);
    return known;
  };
  const post = createPost({ chance, faults: plan.faults, now, person });
  let communityId = '';
  return {
    plan,
    chance,
    calendar,
    store,
    post,
    members: Array.from({ length: plan.members }, (_, index) => `member-${index}`),
    offers: [],
    tokens: [],
    notes: [],
    messages,
    messenger,
    bugs,
    get communityId() {
      communityId ||= made(post);
      return communityId;
    },
    now,
    today: () => dayOf(at, calendar),
    goTo: (instant) => {
      at = Math.max(at, instant);
      town.goTo(at);
    },
    town: () => town,
    person,
    memberIdOf: (personKey) => town.person(personKey).memberIdIn(communityId),
    async look(personKey, action, input) {
      for (let tries = 0; tries < LOOKS; tries += 1) {
        const reply = await person(personKey).call(action, input);
        if (reply.ok) return reply.value;
        if (reply.code !== 'try_again') return null;
      }
      throw new Error(`${action} was answered with try_again ${LOOKS} times`);
    },
    async restart() {
      await store.restart();
      people = new Map();
      town = begin();
    },
    async end() {
      await store.close();
      await kept.remove();
    },
  };
}

/** The community that the owner made. */
function made({ book }: Post): string {
  for (const { action, replies } of book) {
    for (const { reply } of replies)
      if (action === 'community.create' && reply.ok) return (reply.value as { communityId: string }).communityId;
  }
  throw new Error('no community has been made yet');
}

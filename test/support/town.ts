// A small town for tests: the real application on the memory store, with people, groups and a clock that a test moves.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { GivenRole } from '#core/rules/community/roles';
import { policyRuleIds } from '#core/rules/policy/rule-ids';
import { type Day, dayStartAt } from '#core/values/day';
import { DAY_MS, HOUR_MS, type Instant } from '#core/values/instant';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createKeywordContentCheck } from '#server/adapters/content-check-keywords/keyword-content-check';
import { createPlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createSessionIdentity } from '#server/adapters/identity-session/session-identity';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { noMiniCode } from '#server/adapters/mini-code-none/no-mini-code';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { createKeyedFingerprint } from '#server/adapters/signing/keyed-fingerprint';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { type App, type AppReply, createApp, type Ports } from '#server/app/create-app';
import { type JobParts, type JobReport, runJobs } from '#server/app/run-jobs';
import type { Dice } from '#server/ports/dice';
import type { LogFields } from '#server/ports/log';
import type { Store } from '#server/ports/store';
import { checkReply } from './check-reply';

/** The town's business days: Shanghai, from midnight. */
export const shanghai = { zone: 'Asia/Shanghai', dayStartsMinutes: 0 };

/** What the owner of another shop writes about it. */
export const teaHouse = {
  name: '茶馆',
  theme: '好茶',
  promise: '每天一杯好茶',
  organiser: '茶馆',
  contact: '010-5555 0102',
  ...shanghai,
};

/** The first day of every test: a Monday. */
export const FIRST_DAY: Day = '2026-03-02';

/** Dice that give the same ids in the same order every time. */
export function loadedDice(): Dice {
  let thrown = 0;
  return {
    id(length) {
      thrown += 1;
      return thrown
        .toString(32)
        .padStart(length, 'a')
        .replaceAll(/[0189]/g, 'z')
        .slice(-length);
    },
  };
}

/** The same store, which counts what its decisions write: the documents and rows of each decision that came to a reply. */
export function countWrites(store: Store): { readonly store: Store; written(): number } {
  let written = 0;
  return {
    written: () => written,
    store: {
      ...store,
      async decide(ids, work) {
        let last = 0;
        const reply = await store.decide(ids, (documents) => {
          const outcome = work(documents);
          last = 'writes' in outcome ? outcome.writes.length : 0;
          return outcome;
        });
        written += last;
        return reply;
      },
    },
  };
}

/** Somebody with a phone. `call` takes an action and gives the reply; changes get a new requestId unless one is given. */
export interface Resident {
  readonly personKey: string;
  call<A extends ActionName>(action: A, input: InputOf<A>, requestId?: string): Promise<AppReply<ValueOf<A>>>;
  /** The value of an action that must succeed. */
  get<A extends ActionName>(action: A, input: InputOf<A>, requestId?: string): Promise<ValueOf<A>>;
  /** The code of a refusal or denial, `ok` where there was none. */
  code<A extends ActionName>(action: A, input: InputOf<A>, requestId?: string): Promise<string>;
  /** Anything at all, as a hostile phone may send it. */
  send(action: string, input: unknown, requestId?: unknown): Promise<AppReply>;
  proof(groupId?: string): string;
  memberIdIn(communityId: string): string;
}

/** The town. */
export interface Town {
  readonly app: App;
  readonly store: Store;
  readonly lines: { level: string; event: string; fields: LogFields; error: unknown }[];
  /** How many documents and board rows have been written so far. */
  written(): number;
  now(): Instant;
  /** Goes to an instant, which may lie before the present one. */
  goTo(at: Instant): void;
  goToDay(day: Day, hours?: number): void;
  wait(ms: number): void;
  nextDay(): void;
  /** Lets the timer run now, with all jobs and time enough unless told otherwise. */
  runTimer(given?: Partial<JobParts> & { readonly budgetMs?: number }): Promise<JobReport>;
  /** `from` is the network address that the host saw. */
  person(personKey: string, from?: string): Resident;
}

/** Builds a town. `store` and other ports can be given. */
export function createTown(given: Partial<Ports> = {}): Town {
  let at = dayStartAt(FIRST_DAY, shanghai) + 9 * HOUR_MS;
  let requests = 0;
  const clock = { now: () => at };
  const dice = given.dice ?? loadedDice();
  const identity = createSessionIdentity({ sessionSecret: 'test-session', pepper: 'test-pepper', clock: { now: () => 0 }, demo: true });
  const groupProof = createPlaygroundGroupProof('test-proof', dice);
  const lines: Town['lines'] = [];
  const { store, written } = countWrites(given.store ?? createMemoryStore());
  const log = {
    line: (level: string, event: string, fields: LogFields, error?: unknown) => void lines.push({ level, event, fields, error }),
  };
  const codes = createHmacCodes('test-codes');
  const messenger = given.messenger ?? createLogMessenger(log);
  const ports = {
    clock,
    dice,
    identity,
    groupProof,
    codes,
    messenger,
    miniCode: noMiniCode,
    contentCheck: createKeywordContentCheck(),
    pictures: createDocumentPictures(store),
    fingerprint: createKeyedFingerprint('test-journal'),
    log,
    actionsPerMinute: Number.POSITIVE_INFINITY,
    // However slow the machine is, nothing is: what is logged never depends on it.
    stopwatch: () => 0,
    ...given,
    store,
  };
  const inner = createApp(ports);
  // Every reply that any test sees is held to the contract.
  const app: App = {
    async handle(request) {
      const reply = await inner.handle(request);
      checkReply(request.action, reply);
      return reply;
    },
  };

  function person(personKey: string, from?: string): Resident {
    const { token } = identity.issueSession(personKey, 0);
    const call: Resident['call'] = async (action, input, requestId) => {
      requests += 1;
      const id = requestId ?? `request-${requests}`;
      const seen = from === undefined ? {} : { from };
      const reply = await app.handle({ action, input, requestId: id, credentials: { sessionToken: token }, ...seen });
      return reply as AppReply<ValueOf<typeof action>>;
    };
    return {
      personKey,
      call,
      async get(action, input, requestId) {
        const reply = await call(action, input, requestId);
        if (!reply.ok)
          throw new Error(`${action} was answered with ${JSON.stringify(reply)} ${lines.map((line) => line.error).join('\n')}`);
        return reply.value;
      },
      async code(action, input, requestId) {
        const reply = await call(action, input, requestId);
        return reply.ok ? 'ok' : reply.code;
      },
      send: (action, input, requestId) => app.handle({ action, input, requestId, credentials: { sessionToken: token } }),
      proof: (groupId = 'fruit-group') => groupProof.issue(groupId, personKey, at),
      memberIdIn: (communityId) => identity.memberIdOf(communityId, personKey),
    };
  }

  return {
    app,
    store,
    lines,
    written,
    person,
    now: () => at,
    goTo: (instant) => {
      at = instant;
    },
    goToDay: (day, hours = 9) => {
      at = dayStartAt(day, shanghai) + hours * HOUR_MS;
    },
    wait: (ms) => {
      at += ms;
    },
    nextDay: () => {
      at += DAY_MS;
    },
    runTimer: ({ budgetMs = Number.POSITIVE_INFINITY, ...parts } = {}) =>
      runJobs({ store, codes, dice, messenger, log, ...parts }, at, budgetMs),
  };
}

/** A fruit shop with its group, an owner, and the means to publish campaigns. */
export interface Shop {
  readonly town: Town;
  readonly owner: Resident;
  readonly communityId: string;
  /** A person who came through the group's card and joined. */
  member(personKey: string): Promise<Resident>;
  /** A member whom the owner has appointed. */
  clerk(personKey: string): Promise<Resident>;
  /** Gives a member a role. */
  appoint(person: Resident, role: GivenRole): Promise<void>;
  /** A draft as the owner saves it, not yet published. */
  save(draft: DraftChoices): Promise<string>;
  publish(draft: DraftChoices): Promise<string>;
}

type Draft = InputOf<'campaign.save'>['draft'];
/** What a test says about a draft; the rest is the type's own beginning. */
export type DraftChoices = { readonly type: Draft['type'] } & Partial<Omit<Draft, 'type' | 'parameters'>> & {
    readonly parameters?: Partial<Draft['parameters']>;
  };

/** A draft from its type's own beginning: days that begin as the window's first or last follow the window that is asked for. */
export function draftFrom(start: ValueOf<'campaign.types'>['types'][number]['start'], { type, parameters, ...rest }: DraftChoices): Draft {
  const follow = (value: unknown) => (value === start.startsOn ? rest.startsOn : value === start.endsOn ? rest.endsOn : undefined) ?? value;
  const own = Object.fromEntries(Object.entries(start.parameters).map(([name, value]) => [name, follow(value)]));
  return { ...start, type, title: '三月活动', ...rest, parameters: { ...own, ...parameters } } as Draft;
}

/** Opens the shop; `settings` changes what the owner writes, such as the zone, `ownerKey` whose it is. */
export async function openShop(
  town: Town = createTown(),
  settings: Partial<InputOf<'community.create'>> = {},
  ownerKey = 'owner',
): Promise<Shop> {
  const owner = town.person(ownerKey);
  const { communityId } = await owner.get('community.create', {
    name: '幸福里果蔬',
    theme: '新鲜水果',
    promise: '每天打卡,攒积分换水果',
    organiser: '幸福里果蔬店',
    contact: '010-5555 0101',
    ...shanghai,
    group: { proof: owner.proof(), label: '幸福里果蔬群' },
    ...settings,
  });

  async function member(personKey: string): Promise<Resident> {
    const person = town.person(personKey);
    await person.get('community.enter', { communityId, proof: person.proof() });
    await person.get('community.join', { communityId });
    return person;
  }

  async function appoint(person: Resident, role: GivenRole): Promise<void> {
    await owner.get('community.appoint', { communityId, memberId: person.memberIdIn(communityId), role });
  }

  async function save(choices: DraftChoices): Promise<string> {
    const { types } = await owner.get('campaign.types', { communityId });
    const start = types.find((candidate) => candidate.code === choices.type)?.start;
    if (start === undefined) throw new Error(`no type ${choices.type}`);
    return (await owner.get('campaign.save', { communityId, draft: draftFrom(start, choices) })).campaignId;
  }

  return {
    town,
    owner,
    communityId,
    member,
    appoint,
    save,
    async clerk(personKey) {
      const person = await member(personKey);
      await appoint(person, 'clerk');
      return person;
    },
    async publish(draft) {
      const campaignId = await save(draft);
      // An owner of tests has read every warning; what is not found is not kept.
      await owner.get('campaign.publish', { communityId, campaignId, confirmed: [...policyRuleIds] });
      return campaignId;
    },
  };
}

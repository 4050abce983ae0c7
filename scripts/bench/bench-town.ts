// A community for the benches: the application as the Node host composes it on the store that is measured, its members, and what they do.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import { DAY_MS } from '#core/values/instant';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import type { AppReply } from '#server/app/create-app';
import { composeApp, type NodeApp } from '#server/hosts/node/compose-app';
import type { Clock } from '#server/ports/clock';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';
import { perSecond } from './measure';

/** What members do in great numbers at once. */
export type Deed = 'claim' | 'check-in';

const actions = { claim: 'coupon.claim', 'check-in': 'checkin.checkIn' } as const satisfies Readonly<Record<Deed, ActionName>>;

/** A request as it travels: what is sent to an action, and whose session it is sent with. */
export interface TownRequest {
  readonly action: ActionName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly sessionToken: string;
}

/** The community and its members, who are numbered from 0. */
export interface BenchTown {
  readonly communityId: string;
  readonly app: NodeApp;
  readonly clock: Clock;
  /** Publishes a drop with so many coupons, one per member, and gives its id. */
  publishDrop(stock: number): Promise<string>;
  /** Publishes a plan of check-ins whose points do not run out, and gives its id. */
  publishPlan(): Promise<string>;
  /** Goes on to the next business day. */
  nextDay(): void;
  requestOf(deed: Deed, campaignId: string, member: number): TownRequest;
  /** One member's deed once more, by a tap of its own: whether it was done. */
  tryDo(deed: Deed, campaignId: string, member: number): Promise<boolean>;
  /** The same; throws when it is refused. */
  do(deed: Deed, campaignId: string, member: number): Promise<void>;
  /** What a member is shown; throws when it is refused. */
  view(member: number | 'owner', action: ActionName, input?: object): Promise<unknown>;
  memberIdOf(member: number): string;
}

const BEGIN = Date.UTC(2026, 2, 2, 1);
const GROUP = 'bench-group';
const JOINING_AT_ONCE = 256;
const POINTS_BUDGET = 100_000_000;

type Draft = InputOf<'campaign.save'>['draft'];

/** Opens the application on a store with a clock that moves only when it is told to. */
async function openApp(store: Store) {
  const calendar = { now: BEGIN };
  const clock: Clock = { now: () => calendar.now };
  const json = createJsonLog((line) => process.stderr.write(line), clock);
  // Whoever lets a crowd wait on purpose need not be told of each that waited.
  const log: Log = { ...json, line: (level, event, ...rest) => (event === 'slow' ? undefined : json.line(level, event, ...rest)) };
  const app = await composeApp({ store, clock, log, demo: true, actionsPerMinute: Number.POSITIVE_INFINITY });
  const tokens = new Map<string, string>();
  const tokenOf = (person: string): string => {
    // Sessions go by the clock of the machine.
    const token = tokens.get(person) ?? app.identity.issueSession(person, Date.now()).token;
    tokens.set(person, token);
    return token;
  };
  const ask = (person: string, action: ActionName, input: unknown, requestId: string): Promise<AppReply> =>
    app.app.handle({ action, input, requestId, credentials: { sessionToken: tokenOf(person) } });
  const get = async <Value>(person: string, action: ActionName, input: unknown, requestId: string): Promise<Value> => {
    const reply = await ask(person, action, input, requestId);
    if (!reply.ok) throw new Error(`${action} was answered with ${JSON.stringify(reply)}`);
    return reply.value as Value;
  };
  return { calendar, clock, app, tokenOf, ask, get };
}

const personOf = (member: number | 'owner'): string => (member === 'owner' ? 'owner' : `member-${member}`);

type OpenApp = Awaited<ReturnType<typeof openApp>>;

/** The town of a community that is there. `begun` keeps what is asked in one town apart from what is asked in another one of the same community. */
function townOf(communityId: string, { calendar, clock, app, tokenOf, ask, get }: OpenApp, begun: string): BenchTown {
  let published = 0;
  async function publish(code: Draft['type'], changes: Readonly<Record<string, number>>): Promise<string> {
    published += 1;
    const name = `${begun}-${published}`;
    const { types } = await get<ValueOf<'campaign.types'>>('owner', 'campaign.types', { communityId }, `bench-types-${name}`);
    const start = types.find((type) => type.code === code)?.start;
    const draft = { ...start, type: code, title: '测速活动', parameters: { ...start?.parameters, ...changes } } as Draft;
    const { campaignId } = await get<ValueOf<'campaign.save'>>('owner', 'campaign.save', { communityId, draft }, `bench-save-${name}`);
    await get('owner', 'campaign.publish', { communityId, campaignId }, `bench-publish-${name}`);
    return campaignId;
  }
  const requestOf: BenchTown['requestOf'] = (deed, campaignId, member) => ({
    action: actions[deed],
    input: { communityId, campaignId },
    requestId: `${campaignId}-${(calendar.now - BEGIN) / DAY_MS}-${member}`,
    sessionToken: tokenOf(personOf(member)),
  });
  const handle = ({ sessionToken, ...request }: TownRequest): Promise<AppReply> =>
    app.app.handle({ ...request, credentials: { sessionToken } });
  return {
    communityId,
    app,
    clock,
    publishDrop: (stock) => publish('coupon_drop', { stock, perMemberMax: 1 }),
    publishPlan: () => publish('checkin_plan', { pointsBudget: POINTS_BUDGET }),
    nextDay: () => {
      calendar.now += DAY_MS;
    },
    requestOf,
    async tryDo(deed, campaignId, member) {
      const request = requestOf(deed, campaignId, member);
      return (await handle({ ...request, requestId: `${request.requestId}-again` })).ok;
    },
    async do(deed, campaignId, member) {
      const reply = await handle(requestOf(deed, campaignId, member));
      if (!reply.ok) throw new Error(`a ${deed} was answered with ${JSON.stringify(reply)}`);
    },
    async view(member, action, input = {}) {
      const reply = await ask(personOf(member), action, { communityId, ...input }, '');
      if (!reply.ok) throw new Error(`${action} was answered with ${JSON.stringify(reply)}`);
      return reply.value;
    },
    memberIdOf: (member) => app.identity.memberIdOf(communityId, personOf(member)),
  };
}

/** Creates a community on a store and lets so many members join, through the real actions. */
export async function openBenchTown(store: Store, members: number, name = 'bench'): Promise<BenchTown> {
  const opened = await openApp(store);
  const { get, app } = opened;
  const proofOf = (person: string): string => app.groupProof.issue(GROUP, person, BEGIN);
  const community = {
    name: '测速群',
    theme: '测速',
    promise: '每天测一测',
    organiser: '测速店',
    contact: '010-5555 0101',
    zone: 'Asia/Shanghai',
    dayStartsMinutes: 0,
    group: { proof: proofOf('owner'), label: '测速群' },
  };
  const { communityId } = await get<ValueOf<'community.create'>>('owner', 'community.create', community, `${name}-create`);
  await perSecond(JOINING_AT_ONCE, members, async (member) => {
    const person = personOf(member);
    await get(person, 'community.enter', { communityId, proof: proofOf(person) }, `bench-enter-${member}`);
    await get(person, 'community.join', { communityId }, `bench-join-${member}`);
  });
  return townOf(communityId, opened, name);
}

/** The town of a community that somebody else has created, as another process finds it. */
export async function findBenchTown(store: Store, communityId: string): Promise<BenchTown> {
  return townOf(communityId, await openApp(store), `found-${process.pid}`);
}

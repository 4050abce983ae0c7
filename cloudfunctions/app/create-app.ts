// The application, host-agnostic: ports in, `handle` out. Parse, identify, limit, authorise, run, encode, in this order.
import { type ActionName, contract } from '#core/contract';
import { type Denial, type Failure, type Refusal, refuse } from '#core/refusals';
import { createContentReview } from '#server/app/check-content';
import { mayFound, mayPersonFound } from '#server/app/founding';
import { handlers } from '#server/app/handlers';
import { isGuess, limitGuesses, WRONG_CODES_PER_MINUTE } from '#server/app/limit-guesses';
import { createRateLimit, type RateLimit } from '#server/app/limit-rate';
import { meterReply } from '#server/app/meter-reply';
import { networkOf } from '#server/app/network-of';
import { isRequestId, parseInput } from '#server/app/parse-input';
import { placeOf } from '#server/app/place-of';
import type {
  ChangeContext,
  PersonViewHandler,
  PublicViewHandler,
  PublicViewName,
  RequestContext,
  ViewAnswer,
  ViewHandler,
} from '#server/app/request-context';
import { type AnyChangeHandler, newFileIdFor, newIdFor, runChange } from '#server/app/run-change';
import { runView } from '#server/app/run-view';
import { BadCursor } from '#server/ports/bad-cursor';
import type { Clock } from '#server/ports/clock';
import type { Codes } from '#server/ports/codes';
import type { ContentCheck } from '#server/ports/content-check';
import type { Dice } from '#server/ports/dice';
import { Fault } from '#server/ports/fault';
import type { Fingerprint } from '#server/ports/fingerprint';
import type { GroupProof } from '#server/ports/group-proof';
import type { Credentials, Identity } from '#server/ports/identity';
import type { Log } from '#server/ports/log';
import type { Messenger } from '#server/ports/messenger';
import type { Meter } from '#server/ports/meter';
import type { MiniCode } from '#server/ports/mini-code';
import type { Pictures } from '#server/ports/pictures';
import type { Store } from '#server/ports/store';

/** Everything that the application needs from the world. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly identity: Identity;
  readonly groupProof: GroupProof;
  readonly codes: Codes;
  readonly miniCode: MiniCode;
  readonly messenger: Messenger;
  readonly contentCheck: ContentCheck;
  readonly pictures: Pictures;
  readonly fingerprint: Fingerprint;
  readonly log: Log;
  /** Counts what is answered; nobody counts unless it is given. */
  readonly meter?: Meter;
  /** False shows nothing that members write or draw: no nicknames, no pictures. True unless it is said. */
  readonly userContent?: boolean;
  /** False lets only those found a community who run one already, once there is one. True unless it is said. */
  readonly foundingOpen?: boolean;
  /** Actions that one person may send per minute before `slow_down`; the default is for people, not for tools. */
  readonly actionsPerMinute?: number;
  /** Milliseconds since some moment, by which an action is called slow; the machine's own unless it is given. */
  readonly stopwatch?: () => number;
}

/** A request as a host hands it over: already read as JSON, nothing else about it is trusted. */
export interface AppRequest {
  readonly action: string;
  readonly input: unknown;
  readonly requestId?: unknown;
  readonly credentials: Credentials;
  /** The network address that the host saw; absent where it knows none. It is never kept. */
  readonly from?: string;
}

/** A reply as it travels on every wire. */
export type AppReply<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & (Refusal | Denial | Failure));

/** The application. */
export interface App {
  /** Answers any request; never throws. */
  handle(request: AppRequest): Promise<AppReply>;
}

const ACTIONS_PER_MINUTE = 240;

/** Views of all whom nobody has signed in, together: a Moments post may be read by many at once. */
const PUBLIC_VIEWS_PER_MINUTE = 6_000;

/** Those of one network, so that it cannot use up what is for all: hundreds of phones may share the address of their carrier. */
const PUBLIC_VIEWS_PER_NETWORK = 600;

function deny(denial: Denial): AppReply {
  return { ok: false, ...denial };
}

function isAction(name: string): name is ActionName {
  return Object.hasOwn(contract, name);
}

/** The action's name as far as a reply and the log repeat it; a host may have been handed anything. */
function nameOf(request: AppRequest): string {
  const name: unknown = request.action;
  return typeof name === 'string' ? name.slice(0, 60) : '';
}

/** A view's answer as a reply. */
function replyOf(answer: ViewAnswer<ActionName>): AppReply {
  return 'refusal' in answer ? { ok: false, ...(answer.refusal as Refusal) } : { ok: true, value: answer.value };
}

/** Counts a view of nobody in particular: first for its network where the host knows one, then for all. */
function takePublic(limits: Limits, from: string | undefined, now: number): number | null {
  const seconds = from ? limits.network.take(networkOf(from), now) : null;
  return seconds ?? limits.public.take('anyone', now);
}

/** Answers a view that anyone may see, without asking who looks. */
async function answerAnyone(ports: Ports, limits: Limits, name: PublicViewName, request: AppRequest): Promise<AppReply> {
  const now = ports.clock.now();
  const seconds = takePublic(limits, request.from, now);
  if (seconds !== null) return deny({ code: 'slow_down', data: { seconds } });
  const parsed = parseInput(contract[name].input, request.input);
  if ('denial' in parsed) return deny(parsed.denial);
  const handler: PublicViewHandler<PublicViewName> = handlers[name];
  return replyOf(await handler(parsed.input as never, { now, store: ports.store }));
}

/** The limits of one application. */
interface Limits {
  readonly person: RateLimit;
  readonly public: RateLimit;
  readonly network: RateLimit;
  /** Of codes that were wrong. */
  readonly guesses: RateLimit;
}

function isPublic(name: ActionName): name is PublicViewName {
  return contract[name].who === 'anyone';
}

/** The context of a change, written out field by field: it is made for each. Most make nothing new, so its id is made when it is asked for. */
function changeContext(ports: Ports, within: RequestContext, requestId: string, from: string | undefined): ChangeContext {
  let newId: string | null = null;
  const newIdNow = (): string => {
    newId ??= newIdFor(within.caller.personKey, requestId);
    return newId;
  };
  return {
    communityId: within.communityId,
    caller: within.caller,
    now: within.now,
    codes: within.codes,
    messenger: within.messenger,
    groupProof: within.groupProof,
    miniCode: within.miniCode,
    pictures: within.pictures,
    userContent: within.userContent,
    newId: newIdNow,
    newIdOf: (file) => newFileIdFor(newIdNow(), file),
    content: createContentReview(ports.contentCheck, ports.log),
    place: placeOf(ports.fingerprint, within.communityId, from, within.now),
  };
}

async function answer(ports: Ports, limits: Limits, request: AppRequest): Promise<AppReply> {
  const { action: name, requestId } = request;
  if (typeof name !== 'string' || !isAction(name)) return deny({ code: 'unknown_action', data: { action: nameOf(request) } });
  if (isPublic(name)) return answerAnyone(ports, limits, name, request);
  const declaration = contract[name];
  const parsed = parseInput(declaration.input, request.input);
  const identified = await ports.identity.identify(request.credentials);
  if ('denied' in identified) return deny({ code: identified.denied, data: {} });
  const { personKey } = identified;
  const now = ports.clock.now();
  const seconds = limits.person.take(personKey, now);
  if (seconds !== null) return deny({ code: 'slow_down', data: { seconds } });
  if ('denial' in parsed) return deny(parsed.denial);

  const handler: unknown = handlers[name];
  const { store, codes, messenger, groupProof, miniCode, pictures, foundingOpen = true } = ports;
  if (name === 'community.mine') {
    const mine = await (handler as PersonViewHandler<'community.mine'>)(
      {},
      {
        personKey,
        userContent: ports.userContent ?? true,
        mayFound: async (roles) => foundingOpen || mayFound(roles, store),
        store,
        memberIdOf: ports.identity.memberIdOf,
      },
    );
    return { ok: true, value: mine.value };
  }
  const input = parsed.input as never;
  const contextFor = (communityId: string): RequestContext => {
    return {
      communityId,
      caller: { personKey, memberId: ports.identity.memberIdOf(communityId, personKey) },
      now,
      codes,
      messenger,
      groupProof,
      miniCode,
      pictures,
      userContent: ports.userContent ?? true,
    };
  };
  const named = (parsed.input as { communityId?: string }).communityId;
  if (declaration.kind === 'view') {
    const view = () => runView({ name, handler: handler as ViewHandler<never>, input, context: contextFor(named ?? '') }, store);
    return isGuess(name) ? limitGuesses(limits.guesses, { personKey, now }, view) : view();
  }
  if (!isRequestId(requestId)) return deny({ code: 'request_id_required', data: {} });
  const change = handler as AnyChangeHandler;
  if (change.makesCommunity && !foundingOpen && !(await mayPersonFound(personKey, store))) {
    return { ok: false, ...refuse('founding_closed', {}) };
  }
  const within = contextFor(change.makesCommunity ? newIdFor(personKey, requestId) : (named ?? ''));
  return runChange({ name, handler: change, input, requestId, context: changeContext(ports, within, requestId, request.from) }, ports);
}

/** Makes the application from its ports. */
export function createApp(ports: Ports): App {
  const perMinute = ports.actionsPerMinute ?? ACTIONS_PER_MINUTE;
  const limits = {
    person: createRateLimit(perMinute),
    public: createRateLimit(PUBLIC_VIEWS_PER_MINUTE),
    network: createRateLimit(Number.isFinite(perMinute) ? PUBLIC_VIEWS_PER_NETWORK : perMinute),
    guesses: createRateLimit(Number.isFinite(perMinute) ? WRONG_CODES_PER_MINUTE : perMinute),
  };
  async function handleSafely(request: AppRequest): Promise<AppReply> {
    try {
      return await answer(ports, limits, request);
    } catch (error) {
      if (error instanceof BadCursor) return deny({ code: 'invalid_input', data: { path: 'cursor', problem: 'not_a_cursor' } });
      const reference = ports.dice.id(8);
      const isFault = error instanceof Fault;
      const fields = { reference, action: nameOf(request), code: isFault ? error.code : 'bug' };
      ports.log.line(isFault ? 'warning' : 'error', isFault ? 'fault' : 'bug', fields, error);
      return { ok: false, code: isFault ? 'try_again' : 'internal', data: { reference } };
    }
  }

  const stopwatch = ports.stopwatch ?? (() => performance.now());
  return {
    async handle(request) {
      const startedMs = stopwatch();
      const reply = await handleSafely(request);
      meterReply(ports, isAction(nameOf(request)) ? nameOf(request) : null, reply, stopwatch() - startedMs);
      return reply;
    },
  };
}

// Phones over HTTP that keep every request until it is answered, and remember every answer.
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import { policyRuleIds } from '#core/rules/policy/rule-ids';

/** One tap: a request under one id, and what it was answered for good; null until then. */
export interface Tap {
  readonly session: string;
  readonly action: ActionName;
  readonly input: unknown;
  readonly requestId: string;
  reply: string | null;
}

/** What phones have met on the way. */
export interface Met {
  /** Answers that say to try again. */
  tryAgain: number;
  /** Requests that nobody answered. */
  unanswered: number;
  /** Answers that a phone must never get. */
  readonly wrong: string[];
}

/** Phones of an owner and members of one community. */
export interface Phones {
  readonly taps: readonly Tap[];
  readonly met: Met;
  /** Lets every member tap on until told to stop; `onAnswer` hears of each answer that is for good. */
  tapOn(onAnswer: (answered: number) => boolean): Promise<void>;
  /** Sends what has no answer yet until it has one. */
  settle(): Promise<void>;
  /** Sends again what was answered with success, and gives what is answered otherwise now. */
  repeat(taps: readonly Tap[]): Promise<readonly Tap[]>;
}

const MEMBERS = 12;
const DROPS = 6;
const RETRY_MS = 20;
/** How long a phone waits for an answer before it asks again. */
const ANSWER_MS = 15_000;
/** A server that is asked too much by one person says so for the rest of the minute. */
const SLOW_DOWN_MS = 1_000;
const SETTLE_TRIES = 500;

/** Asks once; null where nobody answered. */
async function ask(origin: string, { session, action, input, requestId }: Tap): Promise<string | null> {
  // A connection that was cut at an unlucky moment may never say so.
  const impatience = new AbortController();
  const patience = setTimeout(() => impatience.abort(), ANSWER_MS);
  try {
    const response = await fetch(`${origin}/api/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
      body: JSON.stringify({ input, requestId }),
      signal: impatience.signal,
    });
    return await response.text();
  } catch {
    return null;
  } finally {
    clearTimeout(patience);
  }
}

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/session/visitor`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const session = /qunhui_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
  if (session === undefined) throw new Error(`nobody was signed in: ${await response.text()}`);
  return session;
}

function codeOf(reply: string): string {
  const parsed: { ok: boolean; code?: string } = JSON.parse(reply);
  return parsed.ok ? 'ok' : (parsed.code ?? '');
}

/** Whether a tap was answered with success, and by something that is kept: looking and entering again may come to nothing new. */
export function isAcknowledged({ reply, action }: Tap): boolean {
  return reply !== null && codeOf(reply) === 'ok' && action !== 'community.enter' && action !== 'campaign.types';
}

/** The desk of one signed-in person: asks and must be answered with success. */
function deskOf(origin: string, session: string, take: (tap: Tap) => void) {
  return async <A extends ActionName>(action: A, input: InputOf<A>, requestId: string): Promise<ValueOf<A>> => {
    const tap: Tap = { session, action, input, requestId, reply: null };
    take(tap);
    const reply = (await ask(origin, tap)) ?? '{"ok":false}';
    tap.reply = reply;
    const parsed: { ok: boolean; value: ValueOf<A> } = JSON.parse(reply);
    if (!parsed.ok) throw new Error(`${action} was answered with ${reply}`);
    return parsed.value;
  };
}

/** Makes a community with a plan and drops, and lets members join. */
async function openCommunity(origin: string, take: (tap: Tap) => void) {
  const owner = deskOf(origin, await signIn(origin), take);
  const words = {
    name: '幸福里果蔬',
    theme: '新鲜水果',
    promise: '每天打卡,攒积分换水果',
    organiser: '幸福里果蔬店',
    contact: '010-5555 0101',
  };
  const { communityId } = await owner('community.create', { ...words, zone: 'Asia/Shanghai', dayStartsMinutes: 0 }, 'crash-create');
  const { types } = await owner('campaign.types', { communityId }, 'crash-types');
  const publish = async (type: 'checkin_plan' | 'coupon_drop', parameters: Readonly<Record<string, number>>, name: string) => {
    const start = types.find(({ code }) => code === type)?.start;
    if (start === undefined) throw new Error(`no type ${type}`);
    const draft = { ...start, title: name, parameters: { ...start.parameters, ...parameters } } as InputOf<'campaign.save'>['draft'];
    const { campaignId } = await owner('campaign.save', { communityId, draft }, `crash-save-${name}`);
    await owner('campaign.publish', { communityId, campaignId, confirmed: [...policyRuleIds] }, `crash-publish-${name}`);
    return campaignId;
  };
  const plan = await publish('checkin_plan', {}, 'plan');
  const drops: string[] = [];
  for (let n = 0; n < DROPS; n += 1) drops.push(await publish('coupon_drop', { stock: 300, perMemberMax: 20, rush: n % 2 }, `drop-${n}`));
  const sessions: string[] = [];
  for (let n = 0; n < MEMBERS; n += 1) {
    const session = await signIn(origin);
    const member = deskOf(origin, session, take);
    await member('community.enter', { communityId }, 'crash-enter');
    await member('community.join', { communityId }, 'crash-join');
    sessions.push(session);
  }
  return { communityId, plan, drops, sessions };
}

/** The next tap of all: claims, hiding and showing, check-ins, in turn. */
function tapOf({ communityId, plan, drops }: Awaited<ReturnType<typeof openCommunity>>, session: string, n: number): Tap {
  const requestId = `crash-${String(n).padStart(7, '0')}`;
  const kinds: readonly (readonly [ActionName, unknown])[] = [
    ['coupon.claim', { communityId, campaignId: drops[n % DROPS] }],
    ['leaderboard.hide', { communityId, hidden: n % 2 === 0 }],
    ['coupon.claim', { communityId, campaignId: drops[(n + 1) % DROPS] }],
    ['checkin.checkIn', { communityId, campaignId: plan }],
  ];
  const [action, input] = kinds[n % kinds.length] ?? ['leaderboard.hide', { communityId, hidden: true }];
  return { session, action, input, requestId, reply: null };
}

/** Opens the phones at a server that runs; it may go and come back under the same origin. */
export async function openPhones(origin: string): Promise<Phones> {
  const taps: Tap[] = [];
  const met: Met = { tryAgain: 0, unanswered: 0, wrong: [] };
  const community = await openCommunity(origin, (tap) => void taps.push(tap));

  /** Sends a tap once; whether it was answered for good. */
  async function send(tap: Tap): Promise<boolean> {
    const reply = await ask(origin, tap);
    if (reply === null) {
      met.unanswered += 1;
      return false;
    }
    const code = codeOf(reply);
    if (code === 'try_again') met.tryAgain += 1;
    if (code === 'internal') met.wrong.push(`${tap.action} was answered with ${reply}`);
    if (code === 'slow_down') await pause(SLOW_DOWN_MS);
    if (code === 'try_again' || code === 'slow_down') return false;
    tap.reply = reply;
    return true;
  }

  async function settleAll(open: readonly Tap[]): Promise<void> {
    for (const tap of open) {
      for (let tries = 1; !(await send(tap)); tries += 1) {
        if (tries === SETTLE_TRIES) throw new Error(`${tap.action} ${tap.requestId} is not answered at all`);
        await pause(RETRY_MS);
      }
    }
  }

  return {
    taps,
    met,
    async tapOn(onAnswer) {
      let answered = 0;
      let goesOn = true;
      await Promise.all(
        community.sessions.map(async (session) => {
          while (goesOn) {
            const tap = tapOf(community, session, taps.length);
            taps.push(tap);
            if (await send(tap)) answered += 1;
            else await pause(RETRY_MS);
            goesOn &&= onAnswer(answered);
          }
        }),
      );
    },
    settle: () => settleAll(taps.filter(({ reply }) => reply === null)),
    async repeat(chosen) {
      const acknowledged = chosen.filter(isAcknowledged);
      const again = acknowledged.map((tap): Tap => ({ ...tap, reply: null }));
      await settleAll(again);
      return again.filter((tap, index) => tap.reply !== acknowledged[index]?.reply);
    },
  };
}

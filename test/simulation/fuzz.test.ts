// Whatever anybody sends, right, odd or broken, is answered as the contract says, and a no changes nothing.
// `npm run fuzz -- --requests 1000000 --seed 7` sends more of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ActionName, contract } from '#core/contract';
import type { AppReply } from '#server/app/create-app';
import { anyInput, type KnownValues } from '../support/any-input';
import { anyRequestId, oddInput } from '../support/odd-input';
import { type FullShop, openTwoShops, type TwoShops } from '../support/two-shops';
import { changedBetween } from '../support/whole-store';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 10_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_302);
/** After so many requests everything begins anew: in a town where all campaigns have been ended little can go wrong. */
const PER_TOWN = 1_000;
/** Every so many requests all of the store is read, besides the count of writes that is looked at each time. */
const LOOK_EVERY = 25;

const actions = Object.keys(contract) as ActionName[];
const callers = [
  'nobody',
  'forger',
  'stranger',
  'visitor',
  'left',
  'member',
  'dismissed',
  'clerk',
  'co_owner',
  'owner',
  'elsewhere',
] as const;

interface FuzzRequest {
  readonly action: string;
  readonly caller: (typeof callers)[number];
  readonly requestId: unknown;
  readonly input: unknown;
}

/** What both shops know, mostly of the one. */
function knownOf(here: FullShop, there: FullShop) {
  const both = Object.entries(here.known).map(([name, values]) => [name, [...values, ...values, ...(there.known[name] ?? []).slice(0, 1)]]);
  return { ...Object.fromEntries(both), proof: [here.people.member.proof(), here.people.visitor.proof(), there.owner.proof('tea-group')] };
}

/** The campaigns that a feature's actions are about, where those are not all: a request for the wrong kind ends early. */
const about: Readonly<Record<string, readonly string[]>> = {
  checkin: ['checkin_plan'],
  coupon: ['coupon_drop'],
  content: ['poll', 'quiz', 'notice', 'question', 'topic'],
  invite: ['invite_reward'],
  points: ['points_exchange'],
  trial: ['trial'],
};

function anyRequest({ here, there }: TwoShops): fc.Arbitrary<FuzzRequest> {
  const everything = knownOf(here, there);
  const requests = actions.map((action) => {
    const { input, who } = contract[action];
    const fitting = about[action.split('.', 1)[0] ?? '']?.map((type) => here.campaigns[type]);
    const known = fitting === undefined ? everything : { ...everything, campaignId: [...fitting, ...fitting, here.campaigns['ended']] };
    const allowed = who === 'anyone' || who === 'person' ? 'member' : who;
    // Values that belong together come about rarely by chance.
    const fit = Object.fromEntries(Object.entries(known as KnownValues).map(([name, values]) => [name, values.slice(0, 2)]));
    const caller = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...callers) }, { weight: 3, arbitrary: fc.constant(allowed) });
    return fc.record<FuzzRequest>({
      action: fc.constant(action),
      caller: caller as fc.Arbitrary<FuzzRequest['caller']>,
      requestId: anyRequestId,
      input: fc.oneof(anyInput(input, known), anyInput(input, fit), oddInput(input, known), oddInput(input, fit)),
    });
  });
  return fc.oneof(...requests);
}

function send({ town, here, there, stranger }: TwoShops, { action, caller, requestId, input }: FuzzRequest): Promise<AppReply> {
  if (caller === 'nobody' || caller === 'forger') {
    const sessionToken =
      caller === 'nobody' ? null : `1.${Buffer.from('here owner').toString('base64url')}.9999999999999.${'A'.repeat(32)}`;
    return town.app.handle({ action, input, requestId, credentials: { sessionToken } });
  }
  if (caller === 'stranger') return stranger.send(action, input, requestId);
  return (caller === 'elsewhere' ? there.owner : here.people[caller]).send(action, input, requestId);
}

/** What is wrong with an answer, in words; null where nothing is. The town itself holds every reply to the contract. */
function wrongWith({ action, caller }: FuzzRequest, reply: AppReply, wrote: boolean): string | null {
  const declaration = contract[action as ActionName];
  if (!reply.ok && (reply.code === 'internal' || reply.code === 'try_again')) return reply.code;
  if (wrote && !reply.ok) return `${reply.code} wrote something`;
  if (wrote && declaration.kind === 'view') return 'a view wrote something';
  if (reply.ok && (caller === 'nobody' || caller === 'forger') && declaration.who !== 'anyone')
    return 'somebody without a session got an answer';
  return null;
}

test(`${REQUESTS} requests of everybody for everything find no way around the contract`, { timeout: 60_000 + REQUESTS * 20 }, async () => {
  const seen = new Set<string>();
  for (let sent = 0; sent < REQUESTS; sent += PER_TOWN) {
    const shops = await openTwoShops();
    const { town } = shops;
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(anyRequest(shops), async (request) => {
        const looksAtAll = asked % LOOK_EVERY === 0;
        asked += 1;
        const [before, written, lines] = [looksAtAll ? await shops.content() : null, town.written(), town.lines.length];
        const reply = await send(shops, request);
        const wrong = wrongWith(request, reply, town.written() !== written);
        const [line] = town.lines.slice(lines).filter(({ level }) => level === 'error');
        if (wrong !== null) throw new Error(`${wrong} ${String((line?.error as Error | undefined)?.stack ?? '')}`);
        if (before !== null && !reply.ok) expect(changedBetween(before, await shops.content())).toEqual([]);
        seen.add(`${request.action} ${reply.ok ? 'ok' : reply.code}`);
      }),
      { numRuns: Math.min(PER_TOWN, REQUESTS - sent), seed: SEED + sent, endOnFailure: true },
    );
  }
  const answered = (code: string) => actions.filter((action) => seen.has(`${action} ${code}`)).length;
  // Requests that nobody could mean would prove nothing: most actions came about, and nearly all were given what they cannot take.
  if (REQUESTS >= 10_000)
    expect([answered('ok') / actions.length > 0.7, answered('invalid_input') === actions.length]).toEqual([true, true]);
});

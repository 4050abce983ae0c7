// The six stories: who does what, where it is done, and how the page sees by itself that it was done.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { PlaygroundState } from './server';

/** A story's name. */
export type StoryName = 'owner' | 'member' | 'coupon' | 'redemption' | 'invite' | 'board';

/** The community that the stories are told in, and the campaigns that they need. */
export interface Town {
  readonly communityId: string;
  /** The ids of the newest live ones; null where there is none. */
  readonly plan: string | null;
  /** For the group only. */
  readonly drop: string | null;
  readonly invite: string | null;
}

/** What the page can see. */
export interface Look {
  readonly state: PlaygroundState;
  readonly town: Town;
  /** The path, with its query, of the page that a person's phone shows; empty while it shows none. */
  pageOf(persona: string): string;
  /** A view as a person sees it; null when it cannot be had. */
  ask<A extends ActionName>(persona: string, action: A, input: InputOf<A>): Promise<ValueOf<A> | null>;
}

/** Where a step is done: on a phone, at a page of it or as it is; with a card or a way into the group; at the clock. */
export type Place =
  | { readonly phone: string; readonly path: string | null }
  | { readonly chats: string; readonly at: string }
  | { readonly clock: 'next_day' };

/** One step. `count` is what `isDone` is compared with: as it was when the step began. */
export interface Step {
  /** A step of looking: it is done when its page is on show, and over when the person says so. */
  readonly isLook?: true;
  place(look: Look): Promise<Place> | Place;
  count?(look: Look): Promise<number> | number;
  isDone(look: Look, before: number): Promise<boolean> | boolean;
}

/** One story. */
export interface Story {
  readonly name: StoryName;
  /** What the town must have. */
  readonly needs: readonly ('plan' | 'drop' | 'invite')[];
  readonly steps: readonly Step[];
}

const CAMPAIGN = '/packages/member/campaign/index';

const isAt = (persona: string, path: string) => (look: Look) => look.pageOf(persona).startsWith(path);
const onPhone = (phone: string, path: string | null) => () => ({ phone, path });

/** A step of looking at a page. */
function looks(persona: string, path: string): Step {
  return { isLook: true, place: onPhone(persona, path), isDone: isAt(persona, path) };
}

/** A step that is done by opening a campaign's card. */
function opens(persona: string, campaign: (look: Look) => string | null): Step {
  const part = (look: Look) => `id=${campaign(look) ?? ''}`;
  return {
    place: (look) => ({ chats: persona, at: `card ${part(look)}` }),
    isDone: (look) => isAt(persona, CAMPAIGN)(look) && look.pageOf(persona).includes(part(look)),
  };
}

/** Whether a person is in the community. */
async function hasJoined(look: Look, persona: string): Promise<boolean> {
  const home = await look.ask(persona, 'community.home', { communityId: look.town.communityId });
  return home !== null && home.me.role !== 'visitor';
}

async function planOf(look: Look, persona: string) {
  const home = await look.ask(persona, 'community.home', { communityId: look.town.communityId });
  return home?.campaigns.find(({ campaignId }) => campaignId === look.town.plan);
}

async function ticketsOf(look: Look, persona: string) {
  return (await look.ask(persona, 'coupon.wallet', { communityId: look.town.communityId }))?.tickets ?? [];
}

async function campaignsOf(look: Look, isCounted: (state: string) => boolean): Promise<number> {
  const today = await look.ask('owner', 'analytics.today', { communityId: look.town.communityId });
  return today?.campaigns.filter(({ card }) => isCounted(card.state)).length ?? 0;
}

/** A step that makes a number larger. */
function grows(place: Step['place'], count: (look: Look) => Promise<number> | number): Step {
  return { place, count, isDone: async (look, before) => (await count(look)) > before };
}

const cardsFrom = (look: Look, from: string, to: string | null, part = '') =>
  look.state.messages.filter((one) => one.from === from && one.to === to && one.card?.path.includes(part) === true);

/** The campaign whose card the owner posted last. */
function postedLast(look: Look): string | null {
  const path = cardsFrom(look, 'owner', null).slice(-1)[0]?.card?.path ?? '';
  return new URLSearchParams(path.slice(path.indexOf('?') + 1)).get('id');
}

async function newestRedemption(look: Look): Promise<number> {
  const recent = await look.ask('clerk', 'redemption.recent', { communityId: look.town.communityId });
  return Math.max(0, ...(recent?.lines ?? []).map(({ redeemedAt }) => redeemedAt));
}

async function isHidden(look: Look): Promise<number> {
  const board = await look.ask('member', 'leaderboard.board', { communityId: look.town.communityId, kind: 'checkin', period: 'week' });
  return board?.hidden === true ? 1 : 0;
}

const dayOf = ({ state }: Look) => Number(new Intl.DateTimeFormat('en-CA', { timeZone: state.zone }).format(state.now).replaceAll('-', ''));

/** All six, in their order. */
export const stories: readonly Story[] = [
  {
    name: 'owner',
    needs: [],
    steps: [
      grows(onPhone('owner', '/packages/owner/editor/index?type=coupon_drop'), (look) => campaignsOf(look, () => true)),
      grows(onPhone('owner', null), (look) => campaignsOf(look, (state) => state !== 'draft')),
      grows(onPhone('owner', null), (look) => cardsFrom(look, 'owner', null).length),
      opens('member', postedLast),
    ],
  },
  {
    name: 'member',
    needs: ['plan'],
    steps: [
      opens('member', ({ town }) => town.plan),
      { place: onPhone('member', null), isDone: async (look) => (await planOf(look, 'member'))?.mine.checkedInToday === true },
      {
        isLook: true,
        place: ({ town }) => ({ phone: 'member', path: `/packages/member/calendar/index?id=${town.plan}` }),
        isDone: isAt('member', '/packages/member/calendar'),
      },
      grows(() => ({ clock: 'next_day' }), dayOf),
      looks('member', '/pages/home/index'),
    ],
  },
  {
    name: 'coupon',
    needs: ['drop'],
    steps: [
      opens('newcomer', ({ town }) => town.drop),
      { place: onPhone('newcomer', null), isDone: (look) => hasJoined(look, 'newcomer') },
      {
        place: () => ({ chats: 'newcomer', at: 'bring-in' }),
        isDone: ({ state }) => state.people.some(({ persona, inGroup }) => persona === 'newcomer' && inGroup),
      },
      {
        place: ({ town }) => ({ chats: 'newcomer', at: `card id=${town.drop}` }),
        isDone: async (look) => (await ticketsOf(look, 'newcomer')).some(({ campaignId }) => campaignId === look.town.drop),
      },
      looks('newcomer', '/packages/member/statement/index'),
    ],
  },
  {
    name: 'redemption',
    needs: [],
    steps: [
      {
        place: onPhone('member', '/pages/wall/index'),
        isDone: async (look) => (await ticketsOf(look, 'member')).some(({ state }) => state === 'usable'),
      },
      { place: onPhone('member', '/packages/member/wallet/index'), isDone: isAt('member', '/packages/member/ticket') },
      grows(onPhone('clerk', '/packages/owner/counter/index'), newestRedemption),
      looks('owner', '/packages/owner/redemptions/index'),
    ],
  },
  {
    name: 'invite',
    needs: ['invite', 'plan'],
    steps: [
      grows(
        ({ town }) => ({ phone: 'member', path: `/packages/member/invites/index?id=${town.invite}` }),
        (look) => cardsFrom(look, 'member', 'friend', 't=').length,
      ),
      opens('friend', ({ town }) => town.invite),
      { place: onPhone('friend', null), isDone: (look) => hasJoined(look, 'friend') },
      {
        place: onPhone('friend', '/pages/home/index'),
        isDone: async (look) => ((await planOf(look, 'friend'))?.mine.totalDays ?? 0) > 0,
      },
      looks('member', '/packages/member/wallet/index'),
    ],
  },
  {
    name: 'board',
    needs: [],
    steps: [
      looks('member', '/pages/board/index'),
      { place: onPhone('member', null), count: isHidden, isDone: async (look, before) => (await isHidden(look)) !== before },
      looks('neighbour', '/pages/board/index'),
      looks('owner', '/packages/owner/today/index'),
    ],
  },
];

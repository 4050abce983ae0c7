// The words of the boards in English.
import { counted } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';

export const leaderboardEn: Pick<MemberWords, 'board'> = {
  board: {
    title: 'Board',
    kinds: { checkin: 'Check-ins', invite: 'Invites' },
    periods: { league: 'My group', week: 'Week', month: 'Month', all: 'All time' },
    placed: (rank) => `You are number ${rank}`,
    league: {
      placed: (rank) => `You were number ${rank} in last week’s group`,
      again: 'A new week has begun. One check-in today puts you into this week’s group.',
      none: 'Your first check-in of the week puts you into a group of twenty to thirty.',
      about: 'Groups of twenty to thirty form with the first check-in of a week, and anew on Monday.',
    },
    moved: {
      fresh: 'new',
      freshLabel: 'new on the board',
      sameLabel: 'same place',
      upLabel: (places) => `up ${counted(places, 'place')}`,
      downLabel: (places) => `down ${counted(places, 'place')}`,
      note: 'Arrows compare with yesterday.',
    },
    toCheckIn: 'Check in',
    window: (from, until) => `${from} to ${until}`,
    total: (total) => `${total} on the board`,
    score: { checkin: (count) => counted(count, 'day'), invite: (count) => counted(count, 'friend') },
    mineNone: {
      checkin: 'You are not on the board yet. One check-in puts you on.',
      invite: 'You are not on the board yet. A friend’s first check-in or claim puts you on.',
    },
    mineHidden: 'You are hidden. Nobody sees your place.',
    ties: {
      checkin: 'Equal counts share a place; who came first stands first.',
      invite: 'Equal counts share a place; who came first stands first.',
    },
    mine: (called) => `Me · ${called}`,
    empty: {
      checkin: {
        running: 'The board has just begun. One check-in today puts you on it.',
        all: 'Nobody has checked in yet. One check-in makes you the first.',
      },
      invite: {
        running: 'The board has just begun. A friend’s first check-in or claim puts you on it.',
        all: 'Nobody’s invite has been rewarded yet.',
      },
    },
    hide: 'Hide me on boards',
    hideHint: 'Others do not see you. Your check-ins and points go on.',
    asOf: (clock) => `Places as of ${clock}`,
    last: {
      title: { week: 'First three last week', month: 'First three last month' },
      empty: { week: 'Nobody was on the board last week.', month: 'Nobody was on the board last month.' },
    },
  },
};

// What a month costs on CloudBase, from the calls that each action takes: the table of docs/deploy-wechat.md.

/** Something that happens, with the calls that it takes: the function's own and one for each request to the database. */
export interface CountedDeed {
  /** An action, or `timer` for one firing of the timer with nothing to do. */
  readonly name: string;
  readonly calls: number;
}

/** How often an active member does something, in a month of thirty days. */
export const monthlyHabits: Readonly<Record<string, number>> = {
  // Opens the app once a day, looks at the home page before and after the check-in, and at three more pages.
  'community.mine': 30,
  'community.home': 60,
  'campaign.reach': 30,
  'checkin.checkIn': 30,
  'checkin.calendar': 30,
  'leaderboard.board': 30,
  'coupon.wallet': 30,
  // Comes by a card of the group once a week, takes a coupon every two weeks, and uses it.
  'community.enter': 4,
  'campaign.open': 4,
  'coupon.claim': 2,
  'redemption.code': 4,
  'redemption.scan': 2,
  'redemption.preview': 2,
  'redemption.confirm': 2,
};

/** Calls that a plan of 19.9 yuan holds, in a month; and what ten thousand more cost, in fen. */
const PLAN_CALLS = 200_000;
const PLAN_FEN = 1_990;
const TEN_THOUSAND_FEN = 50;

const sizes = [100, 300, 1_000, 3_000];
const thousands = (count: number) => `${Math.round(count)}`.replace(/\B(?=(\d{3})+$)/g, ',');

/** What so many calls cost in a month, in yuan. */
function yuanOf(calls: number): string {
  const beyond = Math.max(0, Math.ceil((calls - PLAN_CALLS) / 10_000));
  return ((PLAN_FEN + beyond * TEN_THOUSAND_FEN) / 100).toFixed(1);
}

/**
 * The tables as they stand in the page.
 * @param firings how often the timer fires in a month
 */
export function costTables(deeds: readonly CountedDeed[], firings: number): string {
  const callsOf = new Map(deeds.map(({ name, calls }) => [name, calls]));
  const timer = firings * (callsOf.get('timer') ?? 0);
  const member = Object.entries(monthlyHabits).reduce((sum, [name, times]) => sum + times * (callsOf.get(name) ?? Number.NaN), 0);
  const rows = deeds.map(({ name, calls }) => {
    const often = name === 'timer' ? `${thousands(firings)}, for all` : (monthlyHabits[name] ?? '–');
    return `| \`${name}\` | ${calls} | ${often} |`;
  });
  const bills = sizes.map((members) => {
    const calls = members * member + timer;
    return `| ${thousands(members)} | ${thousands(calls)} | ${yuanOf(calls)} 元 |`;
  });
  return [
    '| what happens | calls | times a month for each active member |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `An active member who lives like that takes ${thousands(member)} calls a month; the timer takes ${thousands(timer)}, however many members there are.`,
    '',
    '| active members | calls a month | a month |',
    '| --- | --- | --- |',
    ...bills,
  ].join('\n');
}

// What changes in a long list of the built mini-program is sent to the list alone, and a page shows its shape in one setData.
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { MiniProgram } from '../support/mini-program';
import { drawn, eventually, inHand, tapOn } from '../support/mini-program-in-hand';
import type { SetDataCall } from '../support/mini-program-meter';
import { type LongTown, openLongTown } from '../support/mini-program-town';
import type { Resident } from '../support/town';

let town: LongTown;

beforeAll(async () => {
  town = await openLongTown();
}, 120_000);
afterEach(() => document.body.replaceChildren());

function open(resident: Resident, page: string): MiniProgram {
  const program = inHand(resident);
  program.launch(`/${page}?c=${town.communityId}`);
  return program;
}

/** What was sent by doing something, until nothing more comes. */
async function sentBy(program: MiniProgram, act: () => Promise<unknown>): Promise<readonly SetDataCall[]> {
  const before = program.meter.calls.length;
  await act();
  return program.meter.calls.slice(before);
}

interface LongList {
  readonly name: string;
  readonly page: string;
  readonly who: 'anna' | 'owner' | 'cashier';
  /** A class that only its rows have. */
  readonly row: string;
  /** What is tapped so that rows come, go or change. */
  readonly tap: string;
}

const lists: readonly LongList[] = [
  { name: 'the wallet', page: 'packages/member/wallet/index', who: 'anna', row: 'ticket__paper', tap: 'show-more' },
  { name: 'the redemptions', page: 'packages/owner/redemptions/index', who: 'cashier', row: 'plain-list__row', tap: 'show-more' },
  { name: 'the statement', page: 'packages/member/statement/index', who: 'anna', row: 'statement-line__words', tap: 'show-more' },
  { name: 'the members', page: 'packages/owner/members/index', who: 'owner', row: 'plain-list__row', tap: 'show-more' },
  { name: 'the invites', page: 'packages/member/invites/index', who: 'anna', row: 'thread__line', tap: 'show-more' },
  { name: 'the wall', page: 'pages/wall/index', who: 'anna', row: 'ticket__paper', tap: 'show-more' },
  { name: 'the board', page: 'pages/board/index', who: 'anna', row: 'board-row__label', tap: 'board-period-all' },
  { name: 'the campaigns of the console', page: 'packages/owner/today/index', who: 'owner', row: 'card__aside', tap: 'show-more' },
];

/** The texts of a list's rows. */
function rowsOf(program: MiniProgram, row: string): string {
  return Array.from(program.screen.querySelectorAll(`.long-list .${row}`), (element) => element.parentElement?.textContent).join('\n');
}

test.each(lists)('what changes in $name is sent to it alone', async ({ page, who, row, tap }) => {
  const program = open(town[who], page);
  await eventually(() => expect(rowsOf(program, row)).not.toBe(''));
  await drawn(program, tap);
  const before = rowsOf(program, row);
  const sent = await sentBy(program, async () => {
    await tapOn(program, tap);
    await eventually(() => expect(['', before]).not.toContain(rowsOf(program, row)));
  });
  const carriers = sent.filter(({ json }) => json.includes(row));
  expect(carriers.map(({ target }) => target)).toContain('custom-wrapper');
  expect(carriers.filter(({ target }) => target !== 'custom-wrapper')).toEqual([]);
  for (const { paths } of carriers) expect(paths.every((path) => path.startsWith('i.cn.'))).toBe(true);
});

test('a coupon that is claimed changes its own place on the wall and nothing else', async () => {
  const program = open(town.anna, 'pages/wall/index');
  const dropId = town.dropIds.at(-1) ?? '';
  await drawn(program, `claim-${dropId}`);
  const sent = await sentBy(program, async () => {
    await tapOn(program, `claim-${dropId}`);
    await drawn(program, 'claim-done');
  });
  expect(sent.filter(({ json }) => json.includes('claim-done')).map(({ target }) => target)).toEqual(['custom-wrapper']);
  expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeLessThan(8 * 1024);
});

const pages = [
  ['pages/home/index', 'anna'],
  ['pages/wall/index', 'anna'],
  ['pages/board/index', 'anna'],
  ['pages/me/index', 'anna'],
  ['packages/member/campaign/index', 'anna'],
  ['packages/member/calendar/index', 'anna'],
  ['packages/member/statement/index', 'anna'],
  ['packages/member/wallet/index', 'anna'],
  ['packages/member/ticket/index', 'anna'],
  ['packages/member/invites/index', 'anna'],
  ['packages/owner/today/index', 'owner'],
  ['packages/owner/members/index', 'owner'],
  ['packages/owner/groups/index', 'owner'],
  ['packages/owner/choose/index', 'owner'],
  ['packages/owner/manage/index', 'owner'],
  ['packages/owner/redemptions/index', 'cashier'],
  ['packages/owner/counter/index', 'cashier'],
] as const;

test.each(pages)('%s shows its shape by its first setData, before anything has come, and then what has come', async (page, who) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const program = inHand(town[who], held);
  program.launch(`/${page}?c=${town.communityId}&id=${town.planId}&coupon=${encodeURIComponent(town.couponId)}`);
  await eventually(() => expect(program.meter.calls.length).toBeGreaterThan(0));
  const [first] = program.meter.calls;
  expect(first).toMatchObject({ target: 'page', route: page });
  expect(first?.json).toContain('"skeleton"');
  expect(first?.bytes).toBeLessThan(4 * 1024);
  expect(program.screen.querySelector('.skeleton')).not.toBeNull();
  answer();
  await eventually(() => expect(program.screen.querySelector('.skeleton')).toBeNull());
});

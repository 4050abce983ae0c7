// No screen of the built mini-program holds more than WeChat's audit allows, however long the community has gone on.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MiniProgram } from '../support/mini-program';
import { builtFolder, drawn, drawnTimes, eventually, inHand, tapOn } from '../support/mini-program-in-hand';
import { AUDIT, measureScreen } from '../support/mini-program-meter';
import { type LongTown, openLongTown } from '../support/mini-program-town';
import type { Resident } from '../support/town';

interface DeclaredApp {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

const app: DeclaredApp = JSON.parse(readFileSync(resolve(builtFolder, 'app.json'), 'utf8'));
const pages = [...app.pages, ...app.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))];
const table: string[] = [];
let town: LongTown;

beforeAll(async () => {
  town = await openLongTown();
}, 120_000);
afterEach(() => document.body.replaceChildren());
afterAll(() => {
  const head = ['screen'.padEnd(44), ...['nodes', 'depth', 'children'].map((cell) => cell.padStart(9))].join(' ');
  process.stdout.write(`\n${[head, ...table].join('\n')}\n`);
});

/** Opens a page of the long community in somebody's hand, and waits until nothing is loading any more. */
async function opened(resident: Resident, page: string): Promise<MiniProgram> {
  const about: Record<string, string> = {
    'packages/member/poster/index': `id=${town.inviteId}`,
    'packages/member/ticket/index': `coupon=${encodeURIComponent(town.couponId)}`,
    'packages/owner/person/index': `m=${town.anna.memberIdIn(town.communityId)}`,
    'packages/owner/review/index': `m=${town.suspect.memberIdIn(town.communityId)}`,
    'packages/owner/statement/index': `m=${town.anna.memberIdIn(town.communityId)}`,
  };
  const query = about[page] ?? `id=${town.planId}`;
  const program = inHand(resident);
  program.launch(`/${page}?c=${town.communityId}&${query}`);
  await eventually(() => {
    expect(program.meter.calls.length).toBeGreaterThan(0);
    expect(program.screen.querySelector('.skeleton')).toBeNull();
  });
  return program;
}

function examine(screen: string, program: MiniProgram): void {
  const { nodes, depth, children } = measureScreen(program.screen);
  table.push([screen.padEnd(44), ...[nodes, depth, children].map((cell) => `${cell}`.padStart(9))].join(' '));
  expect(nodes).toBeLessThan(AUDIT.nodesBelow);
  expect(depth).toBeLessThan(AUDIT.depthBelow);
  expect(children).toBeLessThanOrEqual(AUDIT.childrenMax);
}

test.each(pages)('%s, as its owner or a member of seventy days sees it', async (page) => {
  const program = await opened(page.startsWith('packages/owner') ? town.owner : town.anna, page);
  expect(program.find('error-state')).toBeNull();
  examine(page, program);
});

test('the last leaf of the members is as small as the first', async () => {
  const program = await opened(town.owner, 'packages/owner/members/index');
  await tapOn(program, 'show-more');
  await drawn(program, 'show-earlier');
  examine('members, second leaf', program);
  await tapOn(program, 'show-more');
  await drawnTimes(program, '.plain-list__row', 33);
  expect(program.find('show-more')).toBeNull();
  await tapOn(program, 'show-earlier');
  await drawnTimes(program, '.plain-list__row', 50);
});

test('tickets are added to their leaf before it is turned', async () => {
  const program = await opened(town.anna, 'packages/member/wallet/index');
  // What is over is folded away below what is not, and stays as it was chosen from leaf to leaf.
  await tapOn(program, 'wallet-past');
  await drawnTimes(program, '.ticket', 30);
  await tapOn(program, 'show-more');
  await drawnTimes(program, '.ticket', 50);
  examine('wallet, a full leaf', program);
  await tapOn(program, 'show-more');
  await drawnTimes(program, '.ticket', 10);
  await tapOn(program, 'show-more');
  await drawnTimes(program, '.ticket', 40);
  examine('wallet, second leaf', program);
});

test('thirty campaigns stand on the wall in two leaves', async () => {
  const program = await opened(town.anna, 'pages/wall/index');
  await drawnTimes(program, '.ticket', 20);
  await tapOn(program, 'show-more');
  await drawn(program, 'show-earlier');
  examine('wall, second leaf', program);
});

test('the board of all time has its top twenty', async () => {
  const program = await opened(town.anna, 'pages/board/index');
  await tapOn(program, 'board-period-all');
  await drawnTimes(program, '.board-row', 20);
  examine('board, all time', program);
});

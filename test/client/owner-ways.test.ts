// The ways to the owner's pages: what a wide window has at its side, a phone has on its console.
import { expect, test } from 'vitest';
import { ownerPages } from '#app/features/owner-pages';
import { isHere, waysIn, waysOf } from '#app/features/owner-ways';

const pages = (ways: ReturnType<typeof waysOf>) => ways.map(({ page }) => page).sort();

test.each(['owner', 'co_owner'] as const)('an %s has all of them on a phone: the console leads to every other', (role) => {
  const onConsole = [...waysIn('tiles', role), ...waysIn('seldom', role)];
  // The console itself, and its main action.
  expect(pages(waysOf(role))).toEqual([...pages(onConsole), 'today', 'choose'].sort());
});

test('where nothing waits, what was answered or settled can still be looked at', () => {
  expect(pages(waysIn('tiles', 'co_owner'))).toEqual(expect.arrayContaining(['promises', 'reviews', 'moderation']));
});

test('a clerk has the counter’s', () => {
  expect(pages(waysOf('clerk'))).toEqual(['counter', 'orders', 'redemptions']);
});

test.each(['choose', 'editor', 'preview'] as const)('whoever writes a campaign is at the way to a new one: %s', (page) => {
  expect(
    waysOf('owner')
      .filter((way) => isHere(way, `${ownerPages[page]}?id=1`))
      .map((way) => way.page),
  ).toEqual(['choose']);
});

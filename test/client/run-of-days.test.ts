// The band of the calendar joins what is one streak, and nothing else.
import { expect, test } from 'vitest';
import { type CalendarDay, placesInRuns } from '#app/features/checkin/run-of-days';

const states: Readonly<Record<string, CalendarDay['state']>> = {
  c: 'checked',
  m: 'made_up',
  r: 'rest',
  x: 'missed',
  o: 'open',
  f: 'future',
};

/** A month in letters, and its runs: ( first, = inside, ) last, * alone, . outside. */
function runs(letters: string): string {
  const days = [...letters].map((letter, index) => ({ on: `2026-03-0${index + 1}`, state: states[letter] ?? 'before' }));
  const marks = { first: '(', inside: '=', last: ')', alone: '*' } as const;
  return placesInRuns(days)
    .map((place) => (place === null ? '.' : marks[place]))
    .join('');
}

test.each([
  ['days in a row', 'cccxc', '(=).*'],
  ['a made-up day is one of them', 'cmcxo', '(=)..'],
  ['a rest day between two breaks nothing', 'crrcx', '(==).'],
  ['a rest day at an edge belongs to no run', 'rcrox', '.*...'],
  ['a rest day after a missed one joins nothing', 'cxrcf', '*..*.'],
  ['rest days around a run are not in it', 'rccrr', '.()..'],
])('%s: %s', (_, letters, expected) => {
  expect(runs(letters)).toBe(expected);
});

test('a month without days has no runs', () => {
  expect(placesInRuns([])).toEqual([]);
});

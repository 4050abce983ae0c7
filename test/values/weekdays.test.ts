// Sets of weekdays as they are stored: one spelling each, and every one that was ever stored still means the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWeekdays, writeWeekdays } from '#core/values/weekdays';

test.each([
  ['none', []],
  ['weekend', [5, 6]],
  ['monday', [0]],
  ['sunday', [6]],
  ['monday+thursday', [0, 3]],
  ['friday+saturday+sunday', [4, 5, 6]],
])('%s is %j', (text, weekdays) => {
  expect(readWeekdays(text)).toEqual(weekdays);
  expect(writeWeekdays(weekdays)).toBe(text);
});

test('any set is read as it was written, whatever the order of its days', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6]), (weekdays) => {
      expect(readWeekdays(writeWeekdays(weekdays))).toEqual([...weekdays].sort());
    }),
  );
});

test.each(['', 'someday', 'saturday+sunday', 'thursday+monday', 'monday+monday', 'monday+', 'monday+none', 'toString', 3, undefined, null])(
  'what nobody writes is none: %s',
  (text) => expect(readWeekdays(text)).toBeNull(),
);

// What the phone marks beside a field is what the server would refuse, and nothing else.
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { textProblem } from '#app/features/typed-text';
import * as fields from '#core/shapes/fields';

test.each([
  ['', 'too_short'],
  [' 券 ', 'too_short'],
  ['早起打卡', null],
  ['早起🌅打卡', null],
  ['一二三四五六七八九十一', 'too_long'],
  ['早起\u200b', 'odd_characters'],
  ['早\u202e起', 'odd_characters'],
  ['早\u0000起', 'odd_characters'],
  ['\u3164\u0301', null],
])('of %j the phone says %s', (text, problem) => {
  expect(textProblem(text, 2, 10)?.problem ?? null).toBe(problem);
});

test('phone and server agree on every text', () => {
  const schema = fields.text(2, 10);
  const strange = fc.constantFrom('\u200b', '\u202e', '\ufeff', '\u2066', '\u0007', '\ud800', '\u0301', '\u00a0', ' ', '券', 'a', '🌅');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 14, unit: 'binary' }),
        fc.array(strange, { maxLength: 6 }).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(textProblem(text, 2, 10) === null).toBe(v.is(schema, text.trim()));
      },
    ),
    { numRuns: 1_000 },
  );
});

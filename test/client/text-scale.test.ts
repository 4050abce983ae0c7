// The size of text is what the phone says, or larger where the person chooses so in the app.
import { expect, test } from 'vitest';
import { textScale, textSizeOf } from '#app/ui/text-scale';

test.each([
  ['standard', 1, 1],
  ['large', 1, 1.15],
  ['largest', 1, 1.3],
  ['standard', 1.2, 1.2],
  ['large', 1.2, 1.2],
  ['largest', 1.2, 1.3],
  ['standard', 0.875, 1],
  ['standard', 2, 1.5],
  ['large', Number.NaN, 1.15],
] as const)('chosen %s on a phone of %d is %d', (chosen, system, scale) => {
  expect(textScale(chosen, system)).toBe(scale);
});

test('what was remembered is a size, and the standard when it is none', () => {
  expect(['standard', 'large', 'largest', 'huge', null].map(textSizeOf)).toEqual(['standard', 'large', 'largest', 'standard', 'standard']);
});

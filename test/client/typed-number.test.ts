// Amounts as people type them become exact fen, and never a fraction on the way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhole, readYuan, yuanToType } from '#app/features/typed-number';

test.each([
  ['0.1', 10],
  ['0.2', 20],
  ['0.29', 29],
  ['1.1', 110],
  ['4.35', 435],
  ['19.99', 1999],
  ['1.005', null],
  ['.5', 50],
  ['5.', 500],
  ['0', 0],
  ['007', 700],
  ['1,234.50', 123_450],
  ['¥ 30', 3_000],
  ['30 元', 3_000],
  ['３０．５', 3_050],
  ['1000000', 100_000_000],
  ['1000000.01', null],
  ['-5', null],
  ['1e3', null],
  ['五', null],
  ['.', null],
  ['5.5.5', null],
])('%s yuan is %s fen', (text, fen) => {
  const typed = readYuan(text);
  expect(typed.kind === 'number' ? typed.number : null).toBe(fen);
});

test('an empty amount is missing, and too many decimals are said as such', () => {
  expect(readYuan('  ')).toEqual({ kind: 'missing' });
  expect(readYuan('0.001')).toEqual({ kind: 'problem', problem: 'too_precise' });
});

test('every amount reads back as it was shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
      expect(readYuan(yuanToType(fen))).toEqual({ kind: 'number', number: fen });
    }),
  );
});

test.each([
  ['30', 30],
  ['50,000', 50_000],
  ['１２', 12],
  ['3.5', null],
  ['-1', null],
  ['12a', null],
])('%s is the whole number %s', (text, whole) => {
  const typed = readWhole(text);
  expect(typed.kind === 'number' ? typed.number : null).toBe(whole);
});

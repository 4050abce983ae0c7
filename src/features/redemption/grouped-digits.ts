// The digits of a code as they are shown, read out and typed: the same groups on both phones.

/** How many digits a code has. */
export const CODE_DIGITS = 10;

/** Digits in groups that can be read out: three, three and the rest. */
export function groupedDigits(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter((group) => group !== '').join(' ');
}
